import type { SubmissionEventKind, SubmissionKind, Timing } from '../submissions/kinds.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/**
 * What somebody handed in and got a receipt for: a bezwaar, a complaint, a request. It is a record: what was handed in
 * stays as it was, and what happens with it is added in lines.
 */
export function submissionTables(
	c: Columns,
	{ people, pips }: Pick<ReturnType<typeof personTables>, 'people' | 'pips'>,
) {
	const personId = () =>
		c
			.text()
			.notNull()
			.references(() => people.id);
	const submissions = c.table(
		'submissions',
		{
			id: c.text().primaryKey(),
			personId: personId(),
			kind: c.text().$type<SubmissionKind>().notNull(),
			/** On the receipt, short enough to say over the phone. */
			reference: c.text().notNull(),
			/** Of a bezwaar: the plan that it is against. */
			pipId: c.text().references(() => pips.id),
			/** Of a bezwaar: how it stood to its term at that instant, which is never worked out anew. */
			timing: c.text().$type<Timing>(),
			/** Of a bezwaar: the last day in time; null where the term had not begun. */
			lastOn: c.text(),
			/** The words, and who and where the person was then. */
			contentSealed: c.text().notNull(),
			/** In which the page was read, and so most likely the words. */
			language: c.text().notNull(),
			/** Made with the page, so that sending twice is one submission. */
			key: c.text().notNull(),
			handedInAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('submissions_key').on(t.personId, t.key),
			c.uniqueIndex('submissions_reference').on(t.reference),
			c.index('submissions_handed_in').on(t.kind, t.handedInAt),
		],
	);
	const submissionEvents = c.table(
		'submission_events',
		{
			id: c.text().primaryKey(),
			submissionId: c
				.text()
				.notNull()
				.references(() => submissions.id),
			personId: personId(),
			number: c.whole().notNull(),
			kind: c.text().$type<SubmissionEventKind>().notNull(),
			wordsSealed: c.text(),
			key: c.text().notNull(),
			saidBy: c.text().notNull(),
			saidAt: c.instant().notNull(),
		},
		(t) => [
			c.uniqueIndex('submission_events_number').on(t.submissionId, t.number),
			c.uniqueIndex('submission_events_key').on(t.submissionId, t.key),
			c.index('submission_events_person').on(t.personId),
		],
	);
	return { submissions, submissionEvents };
}

/** Where a person is reached, beside the phone and e-mail of the person's row: what is known of them, and the address. */
export function contactTables(
	c: Columns,
	{ people }: Pick<ReturnType<typeof personTables>, 'people'>,
) {
	const personContacts = c.table('person_contacts', {
		personId: c
			.text()
			.primaryKey()
			.references(() => people.id),
		/** Street with number, postcode and town. */
		addressSealed: c.text(),
		/** A keyed hash of the phone that was verified: another phone is not, whoever wrote it down. */
		phoneKey: c.text(),
		phoneVerifiedAt: c.instant(),
		emailKey: c.text(),
		emailVerifiedAt: c.instant(),
		/** When the person asked for veilig contact; null where the gemeente did, or nobody. */
		safeContactSaidAt: c.instant(),
	});
	/** Codes that were sent to a new phone or mailbox; the newest of a channel is the one that counts. */
	const contactCodes = c.table(
		'contact_codes',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			channel: c.text().$type<'sms' | 'email'>().notNull(),
			addressSealed: c.text().notNull(),
			codeSealed: c.text().notNull(),
			attempts: c.whole().notNull(),
			sentAt: c.instant().notNull(),
			usedAt: c.instant(),
		},
		(t) => [c.index('contact_codes_person').on(t.personId, t.sentAt)],
	);
	return { personContacts, contactCodes };
}
