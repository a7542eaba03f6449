import { describe, expect, test } from 'vitest';
import { ballOf, isWorkOfGemeente } from '#lib/law/ball.ts';
import { day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { Policy } from '#lib/law/policy.ts';
import { isOverdue, type Step, type StepKey } from '#lib/law/step.ts';
import { timeline } from '#lib/law/timeline.ts';

const facts: Facts = {
	stelsel: 'wi2021',
	groep: 'asielstatushouder',
	detail: 'asielstatushouder',
	notifiedOn: day('2026-03-02'),
	brpRegisteredOn: day('2026-02-16'),
	benefitSince: day('2026-02-16'),
	hasParticipatiewetBenefit: true,
	firstDagtekeningOn: day('2026-05-11'),
	dagtekeningOn: day('2026-05-11'),
	leerroute: 'Z',
};

const policy: Policy = {
	voortgangsgesprekkenPerYear: 2,
	pvtBeforeMap: true,
	mapTargetMonths: 18,
	maatschappelijkeBegeleidingMonths: 18,
	bothLanguagesMonths: 6,
	ontzorgenMonths: 9,
};

const today = day('2026-11-05');

function step(key: StepKey, of: readonly Step[] = timeline(facts, policy, today)): Step {
	const found = of.find((one) => one.key === key);
	if (found === undefined) throw new Error(`no step ${key}`);
	return found;
}

describe('what is written down before the PIP', () => {
	const before: Facts = { ...facts, firstDagtekeningOn: undefined, dagtekeningOn: undefined };
	const early = day('2026-04-01');

	test('linked in the AZC on 2026-01-05: learning there until the registration (B 3.17)', () => {
		const linked = { ...before, linkedOn: day('2026-01-05') };
		expect(step('voorinburgering', timeline(linked, policy, early))).toMatchObject({
			from: '2026-01-05',
			until: '2026-02-16',
			article: 'B 3.17',
			state: 'done',
		});
		const there = { ...linked, brpRegisteredOn: undefined, inAzc: true };
		const open = step('voorinburgering', timeline(there, policy, early));
		expect(open).toMatchObject({ state: 'now', source: 'linkedOn' });
		expect(open.until).toBeUndefined();
	});

	test('a gezinsmigrant was in no AZC', () => {
		const other = { ...before, groep: 'gezinsmigrant', detail: 'overig' } as const;
		const steps = timeline({ ...other, linkedOn: day('2026-01-05') }, policy, early);
		expect(steps.map(({ key }) => key)).not.toContain('voorinburgering');
	});

	test('each oproep is a day of its own (W 14(1))', () => {
		const oproepenOn = [day('2026-04-13'), day('2026-03-16')];
		const steps = timeline({ ...before, oproepenOn }, policy, early);
		const oproepen = steps.filter(({ key }) => key === 'oproep');
		expect(oproepen).toMatchObject([
			{ nth: 1, on: '2026-03-16', article: 'W 14(1)', state: 'done' },
			{ nth: 2, on: '2026-04-13', state: 'next' },
		]);
	});

	test('the leerbaarheidstoets is due with the PIP, and done on the day of DUO (W 14(3))', () => {
		const due = step('leerbaarheidstoets', timeline(before, policy, early));
		expect(due).toMatchObject({ until: '2026-05-12', article: 'W 14(3)', state: 'now' });
		const taken = { ...before, leerbaarheidstoetsOn: day('2026-03-20') };
		expect(step('leerbaarheidstoets', timeline(taken, policy, early))).toMatchObject({
			doneOn: '2026-03-20',
			state: 'done',
		});
	});

	test('two talks of the intake are the choice of the gemeente; one was held', () => {
		const chosen = { ...policy, bredeIntakeTalks: 2 };
		const held = { ...before, intakeTalksOn: [day('2026-03-25')] };
		const talks = timeline(held, chosen, early).filter(({ key }) => key === 'intakeTalk');
		expect(talks).toMatchObject([
			{ nth: 1, doneOn: '2026-03-25', state: 'done', kind: 'local', policy: 'bredeIntakeTalks' },
			{ nth: 2, until: '2026-05-12', state: 'now' },
		]);
		const planned = timeline({ ...facts, intakeTalksOn: held.intakeTalksOn }, chosen, today);
		expect(planned.filter(({ key }) => key === 'intakeTalk')).toHaveLength(1);
	});
});

describe('after the leerroute', () => {
	const completed = { ...facts, leerrouteCompletedOn: day('2028-10-02') };

	test('the certificate has no day of its own until it was handed over (R 3.17-3.18)', () => {
		const waiting = step('certificate', timeline(completed, policy, day('2028-10-10')));
		expect(waiting).toMatchObject({ from: '2028-10-02', state: 'now', article: 'R 3.17-3.18' });
		expect(isOverdue(waiting, day('2030-01-01'))).toBe(false);
		const handed = { ...completed, certificateOn: day('2028-10-20') };
		expect(step('certificate', timeline(handed, policy, day('2028-10-20'))).state).toBe('done');
	});

	test('nobody gets one before', () => {
		expect(timeline(facts, policy, today).map(({ key }) => key)).not.toContain('certificate');
	});
});

describe('what is overdue', () => {
	const keysLate = (of: Facts, on: string) =>
		timeline(of, policy, day(on))
			.filter((one) => isOverdue(one, day(on)))
			.map(({ key }) => key);

	test('ten weeks that end on Whit Monday 2026-05-25 end on the Tuesday (Atw 1(1))', () => {
		const { dagtekeningOn: _, firstDagtekeningOn: __, ...before } = facts;
		const notified = { ...before, notifiedOn: day('2026-03-16') };
		expect(keysLate(notified, '2026-05-26')).toEqual([]);
		expect(keysLate(notified, '2026-05-27')).toContain('pip');
	});

	test('who moved in without a plan waits for the ten weeks of the new gemeente (B 5.3(3))', () => {
		const { dagtekeningOn: _, firstDagtekeningOn: __, ...before } = facts;
		const moved = { ...before, movedInOn: day('2026-05-18') };
		expect(keysLate(moved, '2026-06-01')).toEqual([]);
		expect(keysLate(moved, '2026-08-01')).toContain('pip');
	});

	test('once all was done no further talk is due (W 17(1))', () => {
		const done = {
			...{ ...facts, pvtSignedOn: day('2026-09-01'), moduleMapEindgesprekOn: day('2027-01-11') },
			...{ voortgangsgesprekkenHeldOn: [day('2026-08-03')], offeredOn: day('2026-06-01') },
		};
		const lateOf = (completedOn: string) =>
			keysLate({ ...done, leerrouteCompletedOn: day(completedOn) }, '2028-06-01');
		expect(lateOf('2027-03-01')).toEqual([]);
		expect(lateOf('2027-06-01')).toEqual(['voortgangsgesprek']);
		expect(keysLate(done, '2028-06-01')).toHaveLength(3);
	});

	test('a talk before the term counts for none of it (B 5.3(5))', () => {
		const held = { ...facts, voortgangsgesprekkenHeldOn: [day('2026-04-20')] };
		expect(keysLate(held, '2026-12-01')).toContain('voortgangsgesprek');
	});

	test('the offer of a PIP of 2026-05-11 is in time up to 2026-08-11 (R 4.1(1)g)', () => {
		const offer = step('offer');
		expect(isOverdue(offer, day('2026-08-11'))).toBe(false);
		expect(isOverdue(offer, day('2026-08-12'))).toBe(true);
		const offered = step(
			'offer',
			timeline({ ...facts, offeredOn: day('2026-06-01') }, policy, today),
		);
		expect(isOverdue(offered, day('2026-08-12'))).toBe(false);
	});

	test('a period that is over is not', () => {
		expect(isOverdue(step('bezwaar'), day('2027-01-01'))).toBe(false);
	});

	test('the duties of the inburgeraar are no work of the gemeente; its offer and targets are (W 6, W 16)', () => {
		const late = timeline(facts, policy, day('2029-06-01')).filter((one) =>
			isOverdue(one, day('2029-06-01')),
		);
		const work = late.filter(({ key }) => isWorkOfGemeente(key, 'Z')).map(({ key }) => key);
		expect([...new Set(work)].toSorted()).toEqual([
			'moduleMapTarget',
			'offer',
			'pvtTarget',
			'voortgangsgesprek',
		]);
		const others = late.filter(({ key }) => !isWorkOfGemeente(key, 'Z')).map(({ key }) => key);
		expect(others.toSorted()).toEqual(['leerroute', 'moduleMap', 'pvt']);
		expect(isWorkOfGemeente('certificate', 'Z')).toBe(true);
		expect(isWorkOfGemeente('certificate', 'B')).toBe(false);
		expect(ballOf('certificate', 'B')).toBe('duo');
	});
});
