import type { Language } from '#lib/languages/languages.ts';
import type { Means } from '../ways-in/kinds.ts';
import type { Columns } from './columns.ts';

/** Who may sign in, the sign-ins that are alive, forms kept over a sign-in, and the audit chain. */
export function accountTables(c: Columns) {
	const accounts = c.table(
		'accounts',
		{
			id: c.text().primaryKey(),
			kind: c.text().$type<'resident' | 'staff' | 'partner'>().notNull(),
			issuer: c.text().notNull(),
			subject: c.text().notNull(),
			personId: c.text(),
			/** Of somebody of a partner: its id among the partners of the tenant. */
			partnerId: c.text(),
			name: c.text().notNull(),
			email: c.text(),
			phone: c.text(),
			officeHours: c.text(),
			/** Of staff: in which languages somebody can speak with them, beside Dutch. */
			speaks: c.json<readonly Language[]>().notNull().default([]),
			roles: c.json<string[]>().notNull(),
			gemeentecodes: c.json<string[]>().notNull(),
			language: c.text().notNull(),
			/** How much of the Dutch stands alone, and which language is on top; null where nobody chose. */
			languageMode: c.text(),
			languageTop: c.text(),
			/** Whether single keys work on the desk of hours; null where nobody chose: then they do. */
			deskKeys: c.bool(),
			createdAt: c.instant().notNull(),
			disabledAt: c.instant(),
		},
		(t) => [
			c.uniqueIndex('accounts_issuer_subject').on(t.issuer, t.subject),
			c.index('accounts_person').on(t.personId),
		],
	);
	const sessions = c.table(
		'sessions',
		{
			id: c.text().primaryKey(),
			secretHash: c.text().notNull(),
			accountId: c
				.text()
				.notNull()
				.references(() => accounts.id),
			startedAt: c.instant().notNull(),
			lastSeenAt: c.instant().notNull(),
			endsAt: c.instant().notNull(),
			endedAt: c.instant(),
			idToken: c.text(),
			means: c.text().$type<Means>().notNull().default('provider'),
			/** Which kind of device, such as 'Chrome, Android': for the person's own list. */
			device: c.text(),
			/** By which passkey, where it was one: the sign-in ends with it. */
			passkeyId: c.text(),
		},
		(t) => [c.index('sessions_account').on(t.accountId)],
	);
	const keptForms = c.table('kept_forms', {
		id: c.text().primaryKey(),
		accountId: c.text().notNull(),
		path: c.text().notNull(),
		fieldsSealed: c.text().notNull(),
		until: c.instant().notNull(),
	});
	const audit = c.table(
		'audit',
		{
			number: c.whole().primaryKey(),
			at: c.instant().notNull(),
			actor: c.text().notNull(),
			action: c.text().notNull(),
			subject: c.text().notNull(),
			personId: c.text(),
			detail: c.json<Record<string, string | number | boolean | null>>().notNull(),
			previousHash: c.text().notNull(),
			hash: c.text().notNull(),
		},
		(t) => [c.index('audit_person').on(t.personId, t.number)],
	);
	return { accounts, sessions, keptForms, audit };
}
