import { expect } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Outcome } from '../errors.ts';
import { addPerson, addPlan, residentOf, type World } from '../test-world.ts';
import * as proposals from './proposals.ts';

export const moment: Moment = {
	now: Date.parse('2026-11-23T10:00:00Z'),
	today: day('2026-11-23'),
};

export const content: proposals.Content = {
	activity: 'workExperience',
	note: 'ኣብ ድኳን ክሕግዝ ደልየ',
	organisation: 'Kringloop Heerenveen',
	dutchSpoken: 'yes',
	together: 'unknown',
	startsOn: day('2026-11-30'),
	hoursPerWeek: 8,
};

/** Somebody of Kim's caseload with a plan, or without. */
export async function newResident(
	{ portal }: World,
	planOn: string | null = '2026-01-05',
	plichtSinceOn = '2025-10-01',
): Promise<Resident> {
	const since = { plichtSinceOn: day(plichtSinceOn) };
	const { id } = await addPerson(portal, { klantmanagerId: 'kim', ...since });
	if (planOn) await addPlan(portal, id, planOn);
	return residentOf(portal, id);
}

/** Proposes through a draft, as the wizard does, and gives the id. */
export async function proposed(
	actor: Resident,
	differing: Partial<proposals.Content> = {},
): Promise<string> {
	const id = valueOf(await proposals.startDraft(actor, moment));
	valueOf(await proposals.saveStep(actor, id, { ...content, ...differing }, moment));
	return valueOf(await proposals.send(actor, id, moment));
}

/** The proposal as a page shows it now. */
export async function seenNow(actor: Resident, id: string): Promise<proposals.Seen> {
	const { events } = await proposals.proposal(actor, id);
	return { id, events: events.length };
}

export function valueOf<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) expect.fail(JSON.stringify(outcome.problems));
	return outcome.value;
}
