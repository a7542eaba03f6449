import type { DayPart } from '../calls/kinds.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/** Who wants to be called, and who of the staff is away. */
export function callTables(
	c: Columns,
	{ people }: Pick<ReturnType<typeof personTables>, 'people'>,
) {
	/** Who asked to be called, and when that was done: the last time only. */
	const callWishes = c.table(
		'call_wishes',
		{
			personId: c
				.text()
				.primaryKey()
				.references(() => people.id),
			askedAt: c.instant().notNull(),
			/** In which language the call is wished; null for the person's own. */
			language: c.text(),
			dayPart: c.text().$type<DayPart>().notNull().default('any'),
			/** The last day on which somebody called and nobody answered, and how often that was: the wish goes on waiting. */
			triedOn: c.text(),
			tries: c.whole().notNull().default(0),
			calledOn: c.text(),
			calledBy: c.text(),
		},
		(t) => [c.index('call_wishes_waiting').on(t.calledOn, t.askedAt)],
	);
	/** Who of the staff is away until when (exclusive), and who answers in their place: the last time only. */
	const absences = c.table(
		'absences',
		{
			accountId: c.text().primaryKey(),
			untilOn: c.text().notNull(),
			replacedBy: c.text().notNull(),
			saidAt: c.instant().notNull(),
		},
		(t) => [c.index('absences_replaced_by').on(t.replacedBy, t.untilOn)],
	);
	return { callWishes, absences };
}
