import { day } from '#lib/law/day.ts';
import type { Moment } from '../clock.ts';
import type { Resident } from '../access/access.ts';
import { newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import { addPerson, addPlan, residentOf } from '../test-world.ts';
import * as diary from './diary.ts';

/** Noon in the Netherlands. */
export const on = (text: string): Moment => ({
	now: Date.parse(`${text}T11:00:00Z`),
	today: day(text),
});

export const today = on('2026-11-23');

/** Somebody of the Z-route in the caseload of kim, with a norm and no hours. */
export async function somebody(portal: Portal, planOn = '2026-01-05'): Promise<Resident> {
	const { id } = await addPerson(portal, { klantmanagerId: 'kim' });
	await addPlan(portal, id, planOn);
	return residentOf(portal, id);
}

/** A new line, with what else stands in it. */
export async function written(
	actor: Resident,
	reason: diary.Reason,
	differing: Partial<diary.Content> = {},
	moment: Moment = today,
): Promise<string> {
	const id = newId();
	await diary.write(actor, { id, reason }, moment);
	const { reason: _, ...rest } = differing;
	const { sinceOn, untilOn, words } = { ...(await diary.line(actor, id)), ...rest };
	const content = { reason, sinceOn, untilOn, words };
	const outcome = await diary.change(actor, { id, seen: 0, content }, moment);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return id;
}

/** Shares a line as it stands. */
export async function share(actor: Resident, id: string, withWords = false, moment = today) {
	const { revision } = await diary.line(actor, id);
	return diary.share(actor, { id, seen: revision, withWords }, moment);
}
