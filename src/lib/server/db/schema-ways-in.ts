import type { CodeChannel, ChallengeUse } from '../ways-in/kinds.ts';
import type { accountTables } from './schema-accounts.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/** How inburgeraars get in beside DigiD: a letter once, then the own device or a code each time. */
export function waysInTables(
	c: Columns,
	{ people }: ReturnType<typeof personTables>,
	{ accounts }: ReturnType<typeof accountTables>,
) {
	const accountId = () =>
		c
			.text()
			.notNull()
			.references(() => accounts.id);
	/** Who came in at which provider: one account may be known to several. */
	const accountIdentities = c.table(
		'account_identities',
		{
			issuer: c.text().notNull(),
			subject: c.text().notNull(),
			accountId: accountId(),
			addedAt: c.instant().notNull(),
		},
		(t) => [
			c.primaryKey({ columns: [t.issuer, t.subject] }),
			c.index('account_identities_account').on(t.accountId),
		],
	);
	/** Letters with a code that works once. The number is no secret; of the code only a slow hash is kept. */
	const activationLetters = c.table(
		'activation_letters',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			number: c.text().notNull(),
			codeHash: c.text().notNull(),
			issuedBy: c.text().notNull(),
			issuedAt: c.instant().notNull(),
			endsAt: c.instant().notNull(),
			usedAt: c.instant(),
			revokedAt: c.instant(),
		},
		(t) => [
			c.uniqueIndex('activation_letters_number').on(t.number),
			c.index('activation_letters_person').on(t.personId, t.issuedAt),
		],
	);
	/** The public halves of passkeys (WebAuthn), one per device or keychain. */
	const passkeys = c.table(
		'passkeys',
		{
			id: c.text().primaryKey(),
			accountId: accountId(),
			credentialId: c.text().notNull(),
			publicKey: c.text().notNull(),
			/** Of the authenticator: 32 bits without a sign, which needs the wide column. */
			counter: c.instant().notNull(),
			transports: c.json<string[]>().notNull(),
			/** Which kind of device made it, such as 'Chrome, Android'; null where that could not be told. */
			device: c.text(),
			addedAt: c.instant().notNull(),
			lastUsedAt: c.instant(),
			revokedAt: c.instant(),
		},
		(t) => [
			c.uniqueIndex('passkeys_credential').on(t.credentialId),
			c.index('passkeys_account').on(t.accountId),
		],
	);
	/** What a device was asked to sign; each is taken away when it is used. */
	const passkeyChallenges = c.table(
		'passkey_challenges',
		{
			challenge: c.text().primaryKey(),
			use: c.text().$type<ChallengeUse>().notNull(),
			/** Of who adds a device; null where nobody is known yet. */
			accountId: c.text(),
			until: c.instant().notNull(),
		},
		(t) => [c.index('passkey_challenges_until').on(t.until)],
	);
	/** Who gets a code at each sign-in, and how: whose device has no passkeys. */
	const codeWays = c.table('code_ways', {
		accountId: accountId().primaryKey(),
		channel: c.text().$type<CodeChannel>().notNull(),
		addedAt: c.instant().notNull(),
	});
	/** Codes that were asked for. Without an account nobody was found: that looks the same from outside. */
	const signInCodes = c.table(
		'sign_in_codes',
		{
			id: c.text().primaryKey(),
			accountId: c.text(),
			codeHash: c.text().notNull(),
			channel: c.text().$type<CodeChannel>().notNull(),
			/** Whether the first right one makes this the lasting way in. */
			isFirst: c.bool().notNull(),
			tries: c.whole().notNull(),
			until: c.instant().notNull(),
			usedAt: c.instant(),
		},
		(t) => [
			c.index('sign_in_codes_account').on(t.accountId),
			c.index('sign_in_codes_until').on(t.until),
		],
	);
	/** How often something was tried: a letter number, an address (as a keyed hash), an account, everybody. */
	const signInTries = c.table(
		'sign_in_tries',
		{
			about: c.text().notNull(),
			/** The hour or day that is counted, or the whole life of a letter. */
			span: c.text().notNull(),
			tried: c.whole().notNull(),
			until: c.instant().notNull(),
		},
		(t) => [
			c.primaryKey({ columns: [t.about, t.span] }),
			c.index('sign_in_tries_until').on(t.until),
		],
	);
	return {
		accountIdentities,
		activationLetters,
		passkeys,
		passkeyChallenges,
		codeWays,
		signInCodes,
		signInTries,
	};
}
