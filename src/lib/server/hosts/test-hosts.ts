import { expect } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Outcome } from '../errors.ts';
import * as hours from '../hours/hours.ts';
import { newId } from '../id.ts';
import { addPerson, addPlan, residentOf, staffOf, type World } from '../test-world.ts';
import * as hosts from './hosts.ts';

export const moment: Moment = {
	now: Date.parse('2026-11-23T10:00:00Z'),
	today: day('2026-11-23'),
};

const content: hours.Content = {
	activity: 'volunteering',
	note: null,
	organisation: 'Kringloop Heerenveen',
	doneOn: day('2026-11-20'),
	minutes: 180,
	dutchSpoken: true,
	together: true,
};

/** Somebody of Kim's caseload with a plan. */
export async function newResident({ portal }: World): Promise<Resident> {
	const { id } = await addPerson(portal, { klantmanagerId: 'kim' });
	await addPlan(portal, id, '2026-01-05');
	return residentOf(portal, id);
}

/** Hours that were sent; gives the id of the entry. */
export async function declared(person: Resident, organisation = content.organisation) {
	const said = { ...content, organisation };
	return valueOf(await hours.declareAs(person, newId(), said, [], moment)).id;
}

export function valueOf<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) expect.fail(JSON.stringify(outcome.problems));
	return outcome.value;
}

export const by = { name: 'Gerda de Vries', role: 'coördinator' };

/** Somebody who sent hours, and a link about them. */
export async function asked(world: World, entries = 1) {
	const person = await newResident(world);
	const ids: string[] = [];
	for (let nth = 0; nth < entries; nth += 1) ids.push(await declared(person));
	const token = await linkTo(person, ids);
	return { person, ids, token };
}

/** The token of a new link to these entries. */
export async function linkTo(person: Resident, ids: readonly string[], at = moment) {
	valueOf(await hosts.makeLink(person, ids, at));
	const link = await hosts.linkOf(person, ids[0] ?? '', at);
	if (!link) throw new Error('the new link is not there');
	return link.token;
}

/** A poster of Kim's, with what its host reads today. */
export async function hung({ portal }: World, organisation = 'Kringloop Heerenveen', at = moment) {
	const kim = staffOf(portal, 'kim');
	const gemeentecode = portal.tenant.gemeenten[0]?.gemeentecode ?? '';
	const id = valueOf(await hosts.makePoster(kim, { gemeentecode, organisation }, at));
	const { token } = await hosts.poster(kim, id, at);
	const { code } = await hosts.codePage(portal, token, at);
	return { id, kim, token, code };
}

export const later = (days: number) => ({ ...moment, now: moment.now + days * 24 * 3_600_000 });
