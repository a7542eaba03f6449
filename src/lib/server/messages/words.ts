import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { OwnText } from '../pip/pip.ts';
import type { Portal } from '../portal.ts';
import { opened } from './sealed.ts';

/** What staff wrote to a person in Dutch, in messages and beside letters, to be translated; the caller checked the access. */
export async function wordsOf(portal: Portal, personId: string): Promise<readonly OwnText[]> {
	const { t, read } = portal.store;
	const { letters: l, messages: m } = t;
	const sent = await read
		.select({ id: m.id, sealed: m.wordsSealed })
		.from(m)
		.where(and(eq(m.personId, personId), eq(m.sender, 'gemeente')))
		.orderBy(asc(m.sentAt), asc(m.id));
	const beside = await read
		.select({ id: l.id, sealed: l.wordsSealed })
		.from(l)
		.where(and(eq(l.personId, personId), isNotNull(l.wordsSealed)))
		.orderBy(asc(l.publishedAt), asc(l.id));
	const text = (table: 'messages' | 'letters') => (row: { id: string; sealed: string | null }) => {
		const place = { table, column: 'words', row: row.id } as const;
		const dutch = row.sealed === null ? '' : opened(portal, place, row.sealed).trim();
		return dutch === '' ? [] : [{ place: `${table}-${row.id}`, dutch }];
	};
	return [...sent.flatMap(text('messages')), ...beside.flatMap(text('letters'))];
}
