import { type Actor, permitted } from '../access/access.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { rowsOf } from './lines.ts';

/** The schools in somebody's lines, the last one first, and those that the plan names. */
export async function schoolsOf(actor: Actor, personId: string): Promise<string[]> {
	permitted(actor, 'course.read', await people.find(actor, personId));
	const { store } = actor.portal;
	const rows = await rowsOf(store.t, store.read, [personId]);
	const current = await pip.current(actor, personId);
	const planned = (current?.content.agreements ?? []).flatMap((agreement) => {
		const school = pip.isOwnWords(agreement) ? undefined : agreement.slots['school'];
		return typeof school === 'string' ? [school] : [];
	});
	return [...new Set([...rows.toReversed().map(({ school }) => school), ...planned])];
}
