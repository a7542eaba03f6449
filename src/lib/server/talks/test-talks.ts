import { day } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { instantOf } from '../agenda/agenda.ts';
import type { PipContent } from '../pip/content.ts';
import { addPerson, addPlan, residentOf, staffOf, type World } from '../test-world.ts';
import * as talks from './talks.ts';

/** A voortgangsgesprek on Tuesday 1 December 2026 at ten in the morning. */
export const talk: talks.PlannedTalk = {
	kind: 'voortgangsgesprek',
	on: day('2026-12-01'),
	at: '10:00',
	minutes: 60,
	place: 'Gemeentehuis',
	address: null,
	withWhom: 'Kim',
	interpreter: 'asked',
	interpreterLanguage: 'ti',
};

/** A day at noon on the clock of the Netherlands. */
export function at(on: string, time = '12:00'): Moment {
	return { now: instantOf(day(on), time), today: day(on) };
}

/** Somebody with a plan of 2 March 2026 with a goal and an action, and who works for them. */
export interface Cast {
	readonly kim: Staff;
	readonly amina: Resident;
	readonly personId: string;
}

export async function castOf({ portal }: World, plan: Partial<PipContent> = {}): Promise<Cast> {
	const { id: personId } = await addPerson(portal, { klantmanagerId: 'kim' });
	await addPlan(portal, personId, '2026-03-02', {
		goals: [{ id: 'goal', sentence: 'speakDaily', lastOn: null }],
		agreements: [
			{ id: 'action', sentence: 'practise', slots: { hours: 3 }, goal: 'goal' },
			{ id: 'alone', sentence: 'pvt', slots: { hours: 12 } },
		],
		...plan,
	});
	return { kim: staffOf(portal, 'kim'), amina: residentOf(portal, personId), personId };
}

/** The value of what must not be refused. */
export async function ok<T>(
	outcome: Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false }>,
): Promise<T> {
	const told = await outcome;
	if (!told.ok) throw new Error(JSON.stringify(told));
	return told.value;
}

/** Plans the talk of 1 December and gives its id. */
export function planned({ kim, personId }: Cast): Promise<string> {
	return ok(talks.plan(kim, personId, talk, at('2026-11-20')));
}

/** Signs off a report of it with what is good and a new agreement under the goal; gives the id of the agreement. */
export async function signed(cast: Cast, itemId: string): Promise<string> {
	const { kim, personId } = cast;
	const { content, revision } = await talks.draft(kim, personId, itemId);
	const good = await ok(Promise.resolve(talks.editing.withRemark(content, 'goodDutch', {})));
	const bounds = { goal: 'goal', lastOn: null };
	const whole = await ok(
		Promise.resolve(talks.editing.withAgreement(good, 'join', { partner: 'Buurthuis' }, bounds)),
	);
	const seen = await ok(
		talks.saveDraft(kim, personId, itemId, whole, revision, at('2026-12-01', '11:30')),
	);
	const signing = { itemId, revision: seen, heldOn: day('2026-12-01') };
	await ok(talks.sign(kim, personId, signing, at('2026-12-01', '11:45')));
	return whole.agreed[0]?.agreement.id ?? '';
}
