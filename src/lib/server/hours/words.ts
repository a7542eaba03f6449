import { and, asc, eq, isNotNull, ne } from 'drizzle-orm';
import type { OwnText } from '../pip/pip.ts';
import type { Portal } from '../portal.ts';
import { openNote } from './note.ts';

/**
 * The own words that staff wrote beside decisions about somebody's hours: Dutch, each at a place of its own. The caller
 * has checked the access.
 */
export async function wordsOf(portal: Portal, personId: string): Promise<OwnText[]> {
	const { hourEvents: t } = portal.store.t;
	const rows = await portal.store.read
		.select({ id: t.id, noteSealed: t.noteSealed })
		.from(t)
		.where(and(eq(t.personId, personId), isNotNull(t.noteSealed), ne(t.kind, 'answered')))
		.orderBy(asc(t.at), asc(t.id));
	return rows.flatMap(({ id, noteSealed }) => {
		const dutch = openNote(portal, 'hour_events', id, noteSealed)?.trim();
		return dutch ? [{ place: `hours-${id}`, dutch }] : [];
	});
}
