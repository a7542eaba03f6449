import { type Actor, permitted } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import { NotFound } from '../errors.ts';
import * as people from '../people/people.ts';
import { type TalkKind, talkKinds } from './kinds.ts';

/** A talk, by the id of its item in the agenda. */
export type Talk = agenda.Occurrence & { readonly kind: TalkKind; readonly personId: string };

/** Every talk with somebody, in order of time; also what is over or was called off. */
export async function of(actor: Actor, personId: string): Promise<Talk[]> {
	permitted(actor, 'talk.read', await people.find(actor, personId));
	return talksIn(await agenda.once(actor, personId, talkKinds));
}

/** One talk with somebody; anybody else's is not found. */
export async function one(actor: Actor, personId: string, itemId: string): Promise<Talk> {
	const found = (await of(actor, personId)).find((talk) => talk.itemId === itemId);
	if (!found) throw new NotFound();
	return found;
}

export function talksIn(occurrences: readonly agenda.Occurrence[]): Talk[] {
	return occurrences.filter(isTalk);
}

function isTalk(occurrence: agenda.Occurrence): occurrence is Talk {
	return occurrence.personId !== null && talkKinds.some((kind) => kind === occurrence.kind);
}
