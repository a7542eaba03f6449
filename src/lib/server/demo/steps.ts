import { addDays, addMonths, type Day, isBefore } from '#lib/law/day.ts';
import { joinedAsylumHolder } from '#lib/law/groep.ts';
import type { Staff } from '../access/access.ts';
import * as modules from '../modules/modules.ts';
import * as people from '../people/people.ts';
import * as waiting from '../waiting/waiting.ts';
import { morningOf } from './seed.ts';
import type { Story } from './situations.ts';

type Told = readonly [kind: modules.StepKind, on: Day, source: modules.StepSource];

/** Those whose gemeente made no offer yet, so that it can be seen what is late. */
const withoutOffer = (key: string) => key === 'hala' || /^crowd-\d*7$/.test(key);

/** Writes down the days of somebody's arrival, intake and lessons, as a klantmanager does; of the crowd the offer and the start. */
export async function recordSteps(
	manager: Staff,
	person: people.Person,
	{ facts, plan }: Story,
	key: string,
	today: Day,
) {
	const { detail, groep, stelsel } = people.factsKnown(person);
	if (stelsel === 'wi2013') return;
	const isNamed = !key.startsWith('crowd-');
	const isAsiel = groep === 'asielstatushouder';
	const hasOwnPermit = isAsiel && detail !== undefined && !joinedAsylumHolder(detail);
	const told: Told[] = [];
	if (isNamed && facts.inAzc) {
		told.push(['linked', addDays(today, -20), 'coa'], ['oproep', addDays(today, 9), 'gemeente']);
	}
	const { brpRegisteredOn, notifiedOn } = facts;
	if (isNamed && isAsiel && brpRegisteredOn) told.push(...arrival(brpRegisteredOn, hasOwnPermit));
	if (isNamed && plan && notifiedOn) told.push(...intake(notifiedOn));
	if (plan) told.push(...course(plan, isAsiel && !withoutOffer(key), isNamed));
	for (const step of told) {
		if (step[0] === 'oproep' || !isBefore(today, step[1])) await record(manager, person.id, step);
	}
	if (key in waits) await wait(manager, person.id, key, today);
}

function arrival(homeOn: Day, hasBenefit: boolean): Told[] {
	return [
		['linked', addDays(homeOn, -40), 'coa'],
		['tenancySigned', addDays(homeOn, -1), 'gemeente'],
		['regeldag', homeOn, 'gemeente'],
		['benefitAsked', homeOn, 'gemeente'],
		...(hasBenefit ? [['benefitBegan', homeOn, 'gemeente'] as const] : []),
		['begeleidingBegan', addDays(homeOn, 2), 'partner'],
	];
}

function intake(notifiedOn: Day): Told[] {
	return [
		['oproep', addDays(notifiedOn, 10), 'gemeente'],
		['leerbaarheidstoets', addDays(notifiedOn, 17), 'duo'],
		['intakeTalk', addDays(notifiedOn, 20), 'gemeente'],
		['heardAlone', addDays(notifiedOn, 20), 'gemeente'],
		['intakeTalk', addDays(notifiedOn, 34), 'gemeente'],
		['intakeCompleted', addDays(notifiedOn, 34), 'gemeente'],
	];
}

function course(
	{ leerroute, on }: NonNullable<Story['plan']>,
	isOffered: boolean,
	isNamed: boolean,
) {
	const told: Told[] = isOffered ? [['offered', addDays(on, 21), 'gemeente']] : [];
	if (leerroute === 'O') told.push(['taalschakeltrajectBegan', addDays(on, 70), 'school']);
	else if (isNamed) told.push(['lessonsBegan', addDays(on, 42), 'school']);
	return told;
}

/** Somebody further on: the PVT is done, a first exam too, another is planned. */
export async function halfway(manager: Staff, person: people.Person, plannedOn: Day, today: Day) {
	const pvtOn = addMonths(plannedOn, 7);
	const { id } = person;
	await record(manager, id, ['pvtHours', pvtOn, 'partner']);
	await record(manager, id, ['pvtActivity', pvtOn, 'partner']);
	await record(manager, id, ['pvtSigned', addDays(pvtOn, 7), 'gemeente']);
	await record(manager, id, ['moduleMapTheme', addDays(today, -30), 'partner'], {
		part: 'network',
	});
	await record(manager, id, ['examPlanned', addDays(today, 30), 'duo'], { part: 'KNM' });
}

async function record(
	manager: Staff,
	personId: string,
	[kind, on, source]: Told,
	about: Partial<Pick<modules.Said, 'part'>> = {},
) {
	const none = { part: null, outcome: null, withWhom: null, slot: null, seen: 0 } as const;
	const saidOn = modules.kindRules[kind].when === 'planned' ? addDays(on, -10) : on;
	const moment = { now: morningOf(saidOn), today: saidOn };
	const said = { ...none, ...about, personId, kind, on, source };
	const recorded = await modules.record(manager, said, moment);
	if (!recorded.ok) throw new Error(`${kind}: ${JSON.stringify(recorded.problems)}`);
}

type Waits = Pick<waiting.Said, 'waitsFor' | 'ball'> & {
	readonly sinceDays: number;
	readonly inDays: number | null;
};

/** Who waits for what: one longer than was thought, one with a day ahead, one without any. */
const waits: Readonly<Record<string, Waits>> = {
	hala: { waitsFor: 'group', ball: 'school', sinceDays: 75, inDays: -12 },
	selam: { waitsFor: 'examPlace', ball: 'duo', sinceDays: 20, inDays: 40 },
	farid: { waitsFor: 'childcare', ball: 'gemeente', sinceDays: 30, inDays: null },
};

async function wait(manager: Staff, personId: string, key: string, today: Day) {
	const its = waits[key];
	if (!its) return;
	const { ball, inDays, sinceDays, waitsFor } = its;
	const sinceOn = addDays(today, -sinceDays);
	const expectedOn = inDays === null ? null : addDays(today, inDays);
	const said = {
		personId,
		waitsFor,
		ball,
		sinceOn,
		expectedOn,
		endedOn: null,
		slot: null,
		seen: 0,
	};
	const moment = { now: morningOf(sinceOn), today: sinceOn };
	const recorded = await waiting.record(manager, said, moment);
	if (!recorded.ok) throw new Error(JSON.stringify(recorded.problems));
}
