import { desc, eq } from 'drizzle-orm';
import type { OwnText } from '../pip/pip.ts';
import type { Portal } from '../portal.ts';
import { contentOf, ownTexts } from './content.ts';
import { opened } from './sealed.ts';

/** The klantmanager's own words in the reports that hold, to be translated; the caller has checked the access. */
export async function wordsOf(portal: Portal, personId: string): Promise<readonly OwnText[]> {
	const { talkReports: t } = portal.store.t;
	const rows = await portal.store.read
		.select()
		.from(t)
		.where(eq(t.personId, personId))
		.orderBy(desc(t.version));
	const newest = new Map(rows.toReversed().map((row) => [row.itemId, row]));
	return [...newest.values()].flatMap(({ contentSealed, id }) =>
		ownTexts(contentOf(opened(portal, { table: 'talk_reports', row: id }, contentSealed))),
	);
}
