import { readdir } from 'node:fs/promises';
import sharp from 'sharp';
import { expect } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Outcome } from '../errors.ts';
import { addPerson, addPlan, residentOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';

export const moment: Moment = {
	now: Date.parse('2026-11-23T10:00:00Z'),
	today: day('2026-11-23'),
};

export const content: hours.Content = {
	activity: 'volunteering',
	note: 'ኣብ ድኳን ሓጊዘ',
	organisation: 'Kringloop Heerenveen',
	doneOn: day('2026-11-20'),
	minutes: 180,
	dutchSpoken: true,
	together: true,
};

export const tooLate = { ok: false, problems: { form: 'alreadyDecided' } };

/** Somebody of Kim's caseload whose first plan is of this day, or who has none yet. */
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

export async function startedDraft(actor: Resident): Promise<string> {
	return valueOf(await hours.startDraft(actor, moment));
}

/** Declares through a draft, as the wizard does. */
export async function declared(
	actor: Resident,
	differing: Partial<hours.Content> = {},
	photos: readonly Blob[] = [],
): Promise<hours.Receipt> {
	const draft = await startedDraft(actor);
	valueOf(await hours.saveStep(actor, draft, { ...content, ...differing }, moment));
	return valueOf(await hours.declare(actor, draft, photos, moment));
}

export async function totals(actor: Resident): Promise<hours.Totals> {
	return (await hours.overview(actor, actor.personId, moment)).totals;
}

export function valueOf<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) expect.fail(JSON.stringify(outcome.problems));
	return outcome.value;
}

export async function photo(background = '#888888'): Promise<Blob> {
	const picture = sharp({ create: { width: 60, height: 40, channels: 3, background } });
	return new Blob([new Uint8Array(await picture.png().toBuffer())]);
}

export async function filesIn({ folder }: World): Promise<string[]> {
	return (await readdir(folder).catch(() => [])).toSorted();
}
