import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { NO_POLICY, type Policy } from '#lib/law/policy.ts';
import { LOCAL_STEPS, placeOf, type Step, type StepKey } from '#lib/law/step.ts';
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

describe('notified 2026-03-02, PIP of 2026-05-11, seen on 2026-11-05', () => {
	test.each([
		['plicht', { on: '2026-03-02', article: 'W 3(1)', state: 'done' }],
		['maatschappelijkeBegeleiding', { on: '2026-02-16', article: 'W 13(3)', state: 'done' }],
		['ontzorgen', { from: '2026-02-16', until: '2026-08-16', article: 'Pw 56a', state: 'done' }],
		['pip', { until: '2026-05-12', doneOn: '2026-05-11', article: 'B 5.3(1)', state: 'done' }],
		['bezwaar', { from: '2026-05-12', until: '2026-06-23', article: 'Awb 6:7', state: 'done' }],
		['termijn', { from: '2026-05-12', until: '2029-05-12', article: 'W 11(1)', state: 'now' }],
		['offer', { until: '2026-08-12', article: 'R 4.1(1)g', state: 'now' }],
		['wisselen', { until: '2027-11-12', article: 'B 5.4(1)', state: 'now' }],
		['pvt', { until: '2029-05-12', article: 'W 6(1)a', state: 'now' }],
		['moduleMap', { until: '2029-05-12', article: 'W 6(1)b', state: 'now' }],
		['leerroute', { until: '2029-05-12', article: 'W 6(1)c', state: 'now' }],
		['verlenging', { from: '2028-11-12', until: '2029-05-12', article: 'B 4.5(1)', state: 'next' }],
	] as const)('%s is legal: %o', (key, expected) => {
		expect(step(key)).toMatchObject({ kind: 'legal', ...expected });
	});

	test.each([
		['bothLanguages', { until: '2026-08-16', policy: 'bothLanguagesMonths' }],
		[
			'maatschappelijkeBegeleidingTarget',
			{ until: '2027-08-16', policy: 'maatschappelijkeBegeleidingMonths' },
		],
		['ontzorgenTarget', { from: '2026-08-16', until: '2026-11-16', policy: 'ontzorgenMonths' }],
		['pvtTarget', { until: '2027-11-12', policy: 'pvtBeforeMap' }],
		['moduleMapTarget', { until: '2027-11-12', policy: 'mapTargetMonths' }],
		['voortgangsgesprek', { nth: 1, until: '2026-11-12' }],
	] as const)('%s is local: %o', (key, expected) => {
		expect(step(key)).toMatchObject({ kind: 'local', ...expected });
	});

	test('two talks a year make six, and one held makes the first one done', () => {
		const held = { ...facts, voortgangsgesprekkenHeldOn: [day('2026-10-20')] };
		const talks = timeline(held, policy, today).filter(({ key }) => key === 'voortgangsgesprek');
		expect(talks.map(({ until }) => until)).toEqual([
			'2026-11-12',
			'2027-05-12',
			'2027-11-12',
			'2028-05-12',
			'2028-11-12',
			'2029-05-12',
		]);
		expect(talks.map(({ state }) => state)).toEqual([
			'done',
			'next',
			'next',
			'next',
			'next',
			'next',
		]);
	});
});

describe('before the PIP', () => {
	const before: Facts = { ...facts, firstDagtekeningOn: undefined, dagtekeningOn: undefined };

	test('the brede intake and the PIP are due on 2026-05-11, and there is no term yet', () => {
		const steps = timeline(before, policy, day('2026-04-01'));
		expect(step('pip', steps)).toMatchObject({
			from: '2026-03-02',
			until: '2026-05-12',
			state: 'now',
			source: 'notifiedOn',
		});
		expect(step('bredeIntake', steps)).toMatchObject({ until: '2026-05-12', state: 'now' });
		expect(steps.some(({ key }) => key === 'termijn')).toBe(false);
	});

	test('once there is a PIP, a brede intake without a recorded day gets none (W 14(1))', () => {
		const steps = timeline(facts, policy, today);
		expect(steps.some(({ key }) => key === 'bredeIntake')).toBe(false);
		const recorded = { ...facts, bredeIntakeCompletedOn: day('2026-04-20') };
		expect(step('bredeIntake', timeline(recorded, policy, today)).doneOn).toBe('2026-04-20');
	});

	test('a PIP that is late is still to be done, not done', () => {
		expect(step('pip', timeline(before, policy, day('2026-06-01'))).state).toBe('now');
	});

	test('while a third party is waited for, the PIP bears no end day (B 5.3(2))', () => {
		const waiting = timeline({ ...before, waitingForThirdParty: true }, policy, today);
		const pip = step('pip', waiting);
		expect(pip).toMatchObject({ article: 'B 5.3(2)', source: 'waitingForThirdParty' });
		expect(pip.until).toBeUndefined();
	});

	test('the information came on 2026-05-20: until 2026-06-04, counted from that fact', () => {
		const informed = { ...before, thirdPartyInformationOn: day('2026-05-20') };
		expect(step('pip', timeline(informed, policy, today))).toMatchObject({
			until: '2026-06-04',
			source: 'thirdPartyInformationOn',
		});
	});
});

describe('later changes', () => {
	test('a revision of 2027-09-20 gives a new time to object and the same term (W 11(3))', () => {
		const revised = timeline({ ...facts, dagtekeningOn: day('2027-09-20') }, policy, today);
		expect(step('bezwaar', revised)).toMatchObject({ from: '2027-09-21', until: '2027-11-02' });
		expect(step('termijn', revised)).toEqual(step('termijn'));
	});

	test('a move of 2026-09-07 gives the new gemeente until 2026-11-16 (B 5.3(3))', () => {
		const moved = timeline({ ...facts, movedInOn: day('2026-09-07') }, policy, today);
		expect(step('pipAfterMove', moved)).toMatchObject({
			from: '2026-09-07',
			until: '2026-11-17',
			article: 'B 5.3(3)',
			state: 'now',
		});
		expect(step('pip', moved)).toEqual(step('pip'));
	});

	test("DUO's extension moves the end of every duty (W 12(1))", () => {
		const extended = timeline({ ...facts, extendedUntil: day('2029-11-12') }, policy, today);
		for (const key of ['termijn', 'pvt', 'moduleMap', 'leerroute'] as const) {
			expect(step(key, extended)).toMatchObject({ until: '2029-11-12', source: 'extendedUntil' });
		}
	});

	test('a signed participatieverklaring is done from its day on', () => {
		const signed = { ...facts, pvtSignedOn: day('2026-10-01') };
		expect(step('pvt', timeline(signed, policy, today)).state).toBe('done');
		expect(step('pvt', timeline(signed, policy, day('2026-09-30'))).state).toBe('now');
	});
});

describe('per leerroute and groep', () => {
	test('the onderwijsroute has no MAP, and must really start within six months (W 8(3), R 4.1(1)g)', () => {
		const steps = timeline({ ...facts, leerroute: 'O' }, policy, today);
		const keys = steps.map(({ key }) => key);
		expect(keys).not.toContain('moduleMap');
		expect(keys).not.toContain('moduleMapTarget');
		expect(step('taalschakeltraject', steps)).toMatchObject({ until: '2026-11-12' });
	});

	test('a gezinsmigrant has no offer, no maatschappelijke begeleiding and no ontzorgen', () => {
		const steps = timeline({ ...facts, groep: 'gezinsmigrant', detail: 'overig' }, policy, today);
		const keys = steps.map(({ key }) => key);
		expect(keys).not.toContain('offer');
		expect(keys).not.toContain('maatschappelijkeBegeleiding');
		expect(keys).not.toContain('maatschappelijkeBegeleidingTarget');
		expect(keys).not.toContain('ontzorgen');
		expect(keys).toContain('moduleMap');
	});

	test('ontzorgen: not for a nareiziger, and local policy cannot shorten it (Pw 56a)', () => {
		const nareiziger = timeline({ ...facts, detail: 'nareiziger' }, policy, today);
		expect(nareiziger.map(({ key }) => key)).not.toContain('ontzorgen');
		const stingy = timeline(facts, { ontzorgenMonths: 3 }, today);
		expect(step('ontzorgen', stingy).until).toBe('2026-08-16');
		expect(stingy.map(({ key }) => key)).not.toContain('ontzorgenTarget');
	});
});

test('a local target is never later than the legal end', () => {
	const late = timeline(facts, { mapTargetMonths: 60, pvtTargetMonths: 48 }, today);
	expect(step('moduleMapTarget', late).until).toBe('2029-05-12');
	expect(step('pvtTarget', late).until).toBe('2029-05-12');
});

test('without local policy there is no local step', () => {
	expect(timeline(facts, NO_POLICY, today).filter(({ kind }) => kind === 'local')).toEqual([]);
});

test('under the law of 2013 there is no timeline (W 54(1))', () => {
	expect(timeline({ ...facts, stelsel: 'wi2013' }, policy, today)).toEqual([]);
});

test('for every day and PIP: in order, dated, and local exactly where the key is local', () => {
	const localKeys: readonly StepKey[] = LOCAL_STEPS;
	const offset = fc.integer({ min: 0, max: 3000 });
	fc.assert(
		fc.property(offset, offset, fc.constantFrom('B', 'O', 'Z'), (toPip, toToday, leerroute) => {
			const pip = addDays(day('2026-03-02'), toPip);
			const person = { ...facts, leerroute, firstDagtekeningOn: pip, dagtekeningOn: pip };
			const on = addDays(pip, toToday - 1000);
			const steps = timeline(person, policy, on);
			const places = steps.map(placeOf);
			expect(places).toEqual([...places].sort());
			for (const one of steps) {
				expect(one.kind === 'local').toBe(localKeys.includes(one.key));
				if (one.kind === 'legal') expect(one.article).toMatch(/^(W|B|R|Pw|Awb) \d/);
				if (one.state === 'next') expect(one.doneOn === undefined || one.doneOn > on).toBe(true);
				if (one.from !== undefined && one.until !== undefined) {
					expect(one.from < one.until).toBe(true);
				}
			}
		}),
	);
});
