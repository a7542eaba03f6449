import type { Staff } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Moment } from '../clock.ts';
import { type Outcome, refused } from '../errors.ts';
import * as pip from '../pip/pip.ts';
import type { TalkKind } from './kinds.ts';

/** A talk as it is planned. */
export type PlannedTalk = Pick<
	agenda.Planned,
	'on' | 'at' | 'minutes' | 'place' | 'address' | 'withWhom' | 'interpreter' | 'interpreterLanguage'
> & { readonly kind: TalkKind };

/**
 * Plans a talk with somebody in the agenda, which tells the person, and gives its id; the second of two taps plans no
 * other. Refused as the agenda refuses, and for an eindgesprek outside the Z-route (B 3.14).
 */
export async function plan(
	actor: Staff,
	personId: string,
	talk: PlannedTalk,
	moment: Moment,
): Promise<Outcome<string>> {
	if (talk.kind === 'eindgesprek') {
		const current = await pip.current(actor, personId);
		if (current?.content.leerroute !== 'Z') return refused({ kind: 'eindgesprekOnlyZ' });
	}
	return agenda.planOnce(actor, personId, { ...talk, subject: null, bring: [] }, moment);
}
