import type { ParcelOutcome } from '../parcels/outcome.ts';
import type { Columns } from './columns.ts';
import type { personTables } from './schema-people.ts';

/**
 * What came from phones that were without a connection: what became of each parcel, written in the transaction that did
 * it. Nothing of what was in it. A row is never deleted: by it the same parcel gets the same answer for ever.
 */
export function parcelTables(c: Columns, { people }: ReturnType<typeof personTables>) {
	const parcels = c.table(
		'parcels',
		{
			id: c.text().notNull(),
			/** SHA-256 of the sealed bytes: the same id sealed again, with more in it, is another row. */
			sealedHash: c.text().notNull(),
			personId: c
				.text()
				.notNull()
				.references(() => people.id),
			/** Of the sealed bytes. */
			length: c.whole().notNull(),
			outcome: c.json<ParcelOutcome>().notNull(),
			takenAt: c.instant().notNull(),
		},
		(t) => [
			c.primaryKey({ columns: [t.id, t.sealedHash] }),
			c.index('parcels_person').on(t.personId, t.takenAt),
		],
	);
	return { parcels };
}
