import type { HelperScope } from '../helpers/scopes.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/** Whom an inburgeraar lets look along for a while. When they looked stands in the audit chain. */
export function helperTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	const helpers = c.table(
		'helpers',
		{
			/** Made with the page, so that sending twice is one helper. */
			id: c.text().primaryKey(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			/** As the person calls them. */
			nameSealed: c.text().notNull(),
			sees: c.json<readonly HelperScope[]>().notNull(),
			createdAt: c.instant().notNull(),
			endsAt: c.instant().notNull(),
			/** When the person ended it, or something else did before its day. */
			endedAt: c.instant(),
			/** Counts the links: only the last one can work. */
			linkNumber: c.whole().notNull(),
			linkHash: c.text().notNull(),
			linkEndsAt: c.instant().notNull(),
			/** When somebody came in with that link, which is used up then, and the hash of what their phone holds. */
			enteredAt: c.instant(),
			secretHash: c.text(),
		},
		(t) => [
			c.uniqueIndex('helpers_link').on(t.linkHash),
			c.index('helpers_person').on(t.personId, t.createdAt),
		],
	);
	return { helpers };
}
