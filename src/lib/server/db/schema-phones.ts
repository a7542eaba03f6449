import type { PhoneMode } from '../phones/kinds.ts';
import type { accountTables } from './schema-accounts.ts';
import type { Columns } from './columns.ts';

/** The browsers of which somebody said whether others use them too. Each choice is a row of its own, with a key of its own. */
export function phoneTables(c: Columns, { accounts }: ReturnType<typeof accountTables>) {
	const phones = c.table(
		'phones',
		{
			id: c.text().primaryKey(),
			accountId: c
				.text()
				.notNull()
				.references(() => accounts.id),
			mode: c.text().$type<PhoneMode>().notNull(),
			/** Which kind of device, such as 'Chrome, Android'; null where that could not be told. */
			device: c.text(),
			/** From which of the data keys the key of its copy follows. */
			keyVersion: c.whole().notNull(),
			askedAt: c.instant().notNull(),
			/** When it was last signed in on, by the day: nothing finer is of use. */
			seenAt: c.instant().notNull(),
			/** When its copy was ended, or another choice took its place. */
			revokedAt: c.instant(),
		},
		(t) => [c.index('phones_account').on(t.accountId, t.askedAt)],
	);
	return { phones };
}
