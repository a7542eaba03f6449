import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/** How plans reach people: the talk that comes first, the way a person chose, and whether the letter went out. */
export function publicationTables(c: Columns, { people, pips }: ReturnType<typeof personTables>) {
	const plannedTalks = c.table(
		'planned_talks',
		{
			personId: c
				.text()
				.primaryKey()
				.references(() => people.id),
			/** The revision of the draft that is published after the talk: that one and no other. */
			revision: c.whole().notNull(),
			heldOn: c.text().notNull(),
			startsAt: c.text().notNull(),
			place: c.text().notNull(),
			interpreter: c.text().$type<'none' | 'wanted' | 'booked'>().notNull(),
			interpreterLanguage: c.text(),
			lateReasonSealed: c.text(),
			/** Counts the plannings: what a page was made from. */
			planning: c.whole().notNull(),
			plannedBy: c.text().notNull(),
			plannedAt: c.instant().notNull(),
		},
		(t) => [c.index('planned_talks_held').on(t.heldOn)],
	);
	const sendingChoices = c.table(
		'sending_choices',
		{
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			number: c.whole().notNull(),
			kind: c.text().$type<'decisions'>().notNull(),
			way: c.text().$type<'portal' | 'paper'>().notNull(),
			chosenOn: c.text().notNull(),
			/** Said at the desk and written down by somebody of the gemeente. */
			atDesk: c.bool().notNull(),
			recordedBy: c.text().notNull(),
			recordedAt: c.instant().notNull(),
		},
		(t) => [c.uniqueIndex('sending_choices_person').on(t.personId, t.kind, t.number)],
	);
	const sendings = c.table(
		'sendings',
		{
			pipId: c
				.text()
				.primaryKey()
				.references(() => pips.id),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			way: c.text().$type<'portal' | 'paper'>().notNull(),
			/** The day the plan went out; null as long as nobody has said so of the letter. */
			sentOn: c.text(),
			confirmedBy: c.text(),
			confirmedAt: c.instant(),
		},
		(t) => [c.index('sendings_waiting').on(t.sentOn), c.index('sendings_person').on(t.personId)],
	);
	return { plannedTalks, sendingChoices, sendings };
}
