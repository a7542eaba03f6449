import { describe, expect, test } from 'vitest';
import { bezwaarTerm } from '#lib/law/bezwaar.ts';
import { boetes } from '#lib/law/boete.ts';
import { addWeeks, day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { groepOf, stelselOf } from '#lib/law/groep.ts';
import { tally, wholeHoursForDuo } from '#lib/law/hours.ts';
import { afschalen, wisselen } from '#lib/law/leerroute.ts';
import { NORM_KEYS, NORMS } from '#lib/law/norm.ts';
import { obligations } from '#lib/law/obligation.ts';
import { countsInside, participationNormMinutes } from '#lib/law/participation-norm.ts';
import { pipDue } from '#lib/law/pip-clock.ts';
import { LEGAL_STEPS } from '#lib/law/step.ts';
import { inburgeringstermijn, termijnOf } from '#lib/law/termijn.ts';
import { timeline } from '#lib/law/timeline.ts';

/** The mistakes that are made most often about this law, each with the test that fails when it is made. */

const today = day('2026-11-05');
const facts: Facts = {
	stelsel: 'wi2021',
	groep: 'asielstatushouder',
	notifiedOn: day('2026-03-02'),
	brpRegisteredOn: day('2026-02-16'),
	firstDagtekeningOn: day('2026-05-11'),
	dagtekeningOn: day('2026-05-11'),
	leerroute: 'Z',
};

const lawModules = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./*.test.ts'], {
	eager: true,
});
const lawSources = import.meta.glob<string>(['./*.ts', '!./*.test.ts'], {
	eager: true,
	query: '?raw',
	import: 'default',
});

describe('1. ten weeks from the wrong day (B 5.3)', () => {
	test('from the notification of 2026-03-02, not from the registration of 2026-02-16', () => {
		expect(pipDue(facts)).toMatchObject({ dueOn: '2026-05-11' });
		expect(pipDue(facts)).not.toMatchObject({ dueOn: addWeeks(day('2026-02-16'), 10) });
	});

	test('neither the intake nor a no-show moves it: only third-party information does', () => {
		const intake = { ...facts, bredeIntakeCompletedOn: day('2026-06-30') };
		expect(pipDue(intake)).toEqual(pipDue(facts));
		const informed = { ...facts, thirdPartyInformationOn: day('2026-05-06') };
		expect(pipDue(informed)).toMatchObject({ dueOn: '2026-05-20', article: 'B 5.3(2)' });
	});
});

describe('2. the term starts on the day of the PIP (W 11)', () => {
	test('it starts the day after, and its end is exclusive', () => {
		const term = inburgeringstermijn({ firstDagtekening: day('2026-05-11') });
		expect([term.from, term.until]).toEqual(['2026-05-12', '2029-05-12']);
	});

	test('a revised PIP never starts it again (W 11(3))', () => {
		const revised = { ...facts, dagtekeningOn: day('2027-09-20') };
		expect(termijnOf(revised)?.from).toBe('2026-05-12');
	});
});

describe('3. 800 and 800 hours for everyone (B 3.14)', () => {
	test('participation is for asielstatushouders only (B 3.14(3))', () => {
		const gezin = { groep: 'gezinsmigrant', leerroute: 'Z' } as const;
		expect(participationNormMinutes(gezin, today).applies).toBe(false);
	});

	test('MAP, PVT and intake hours count inside the 800, not on top of them (B 3.14(5), (6))', () => {
		for (const origin of ['moduleMap', 'pvt', 'bredeIntake'] as const) {
			expect(countsInside(origin).inside).toBe(true);
		}
	});

	test('an ontheffing takes the place of the 800 (B 2.7(3)c)', () => {
		const asiel = { groep: 'asielstatushouder', leerroute: 'Z', ontheffingHours: 250 } as const;
		expect(participationNormMinutes(asiel, today)).toMatchObject({ minutes: 15_000 });
	});
});

describe('4. MAP for all, with an exemption for paid work (W 8(3), B 3.2)', () => {
	test('not in the onderwijsroute', () => {
		const said = obligations({ ...facts, leerroute: 'O' }, today);
		const map = said.law === 'wi2021' && said.obligations.find(({ key }) => key === 'moduleMap');
		expect(map).toMatchObject({ duty: 'no', article: 'W 8(3)' });
	});

	test('no norm and no fact knows 48 hours of work a month, or an exemption from the MAP', () => {
		const values = NORM_KEYS.flatMap((key) => NORMS[key].map((row) => row.value));
		expect(values).not.toContain(48);
		const exemption = /(moduleMap|map)(Exempt|Vrijstelling|Ontheffing)/i;
		expect(Object.values(lawSources).filter((source) => exemption.test(source))).toEqual([]);
	});
});

describe('5. wisselen taken for afschalen (B 5.4, 5.5)', () => {
	const termijn = inburgeringstermijn({ firstDagtekening: day('2026-05-11') });

	test('after 18 months with 600 hours: no other route, but a lower level', () => {
		const on = day('2028-06-01');
		expect(wisselen({ from: 'B', to: 'Z', on, termijn }).allowed).toBe(false);
		const effort = { nt2CourseMinutes: 36_000, sufficientEffort: true };
		expect(afschalen({ leerroute: 'B', isFirstPip: false, ...effort, on }).allowed).toBe(true);
	});

	test('in the first months without 600 hours: another route, but no lower level', () => {
		const on = day('2026-09-01');
		expect(wisselen({ from: 'B', to: 'Z', on, termijn }).allowed).toBe(true);
		const effort = { nt2CourseMinutes: 6000, sufficientEffort: true };
		expect(afschalen({ leerroute: 'B', isFirstPip: false, ...effort, on }).allowed).toBe(false);
	});
});

describe('6. the group as a fixed label (W 13, Pw 56a, W 54)', () => {
	test('a nareiziger is an asielstatushouder', () => {
		expect(groepOf('nareiziger')).toBe('asielstatushouder');
	});

	test('the same person in the other group has other obligations', () => {
		const asSeen = (groep: Facts['groep']) =>
			JSON.stringify(obligations({ ...facts, detail: 'gezinsvormer', groep }, today));
		expect(asSeen('asielstatushouder')).not.toBe(asSeen('gezinsmigrant'));
	});

	test('DUO keeps the rights of asylum although the detail changed: the groep decides', () => {
		const kept = { ...facts, detail: 'gezinsvormer' } as const;
		const keys = timeline(kept, {}, today).map(({ key }) => key);
		expect(keys).toContain('maatschappelijkeBegeleiding');
	});

	test('ontzorgen is narrower than the group', () => {
		const nareiziger = { ...facts, detail: 'nareiziger', hasParticipatiewetBenefit: true } as const;
		const said = obligations(nareiziger, today);
		const found = said.law === 'wi2021' && said.obligations.find(({ key }) => key === 'ontzorgen');
		expect(found).toMatchObject({ duty: 'no' });
	});

	test('under the law of 2013 nothing of this applies', () => {
		const old = { ...facts, stelsel: stelselOf(day('2021-12-31')) };
		expect(obligations(old, today).law).toBe('wi2013');
		expect(timeline(old, {}, today)).toEqual([]);
		expect(pipDue(old).state).toBe('otherLaw');
		expect(termijnOf(old)).toBeUndefined();
	});
});

describe('7. submitted taken for counted (B 3.14, API Gevolgde uren)', () => {
	const sums = tally([
		{ kind: 'participation', stage: 'declared', minutes: 300 },
		{ kind: 'participation', stage: 'confirmed', minutes: 90 },
		{ kind: 'participation', stage: 'confirmed', minutes: 50 },
		{ kind: 'course', stage: 'confirmed', minutes: 1000 },
	]);

	test('declared, confirmed and reported are three totals, and lessons are none of them', () => {
		expect(sums.participation).toEqual({ declared: 300, confirmed: 140, reported: 0 });
		expect(sums.course.confirmed).toBe(1000);
		expect(Object.keys(sums)).toEqual(['participation', 'course', 'intake']);
	});

	test('DUO gets whole hours of the sum: 140 minutes is 2 hours, not 1 and not 3', () => {
		expect(wholeHoursForDuo(sums.participation.confirmed)).toBe(2);
	});

	test('school lessons never count as participation', () => {
		expect(countsInside('schoolLesson').inside).toBe(false);
	});
});

describe('8. a translation taken for the decision (W 11, Awb 6:8)', () => {
	test('the dagtekening of the Dutch decision starts term and bezwaar; no fact about a translation exists', () => {
		const later = { ...facts, translatedOn: day('2026-06-30') };
		expect(termijnOf(later)).toEqual(termijnOf(facts));
		expect(bezwaarTerm(day('2026-05-11')).lastDayOn).toBe('2026-06-22');
		const factSource = lawSources['./facts.ts'] ?? '';
		expect(factSource).toContain('firstDagtekeningOn');
		expect(factSource).not.toMatch(/translat|vertal/i);
	});
});

describe('9. local policy or one gemeente built into the law (B 5.3(4))', () => {
	test('without policy every step is legal; with it the legal steps stay the same', () => {
		const policy = { voortgangsgesprekkenPerYear: 4, mapTargetMonths: 12, pvtBeforeMap: true };
		const legalOnly = timeline(facts, {}, today);
		const withPolicy = timeline(facts, policy, today);
		expect(legalOnly.every(({ kind }) => kind === 'legal')).toBe(true);
		expect(withPolicy.filter(({ kind }) => kind === 'legal')).toEqual(legalOnly);
		expect(withPolicy.length).toBeGreaterThan(legalOnly.length);
	});

	test('the law fixes no number of voortgangsgesprekken', () => {
		expect(NORM_KEYS.filter((key) => /voortgang/i.test(key))).toEqual([]);
		expect(LEGAL_STEPS.filter((key) => /voortgang/i.test(key))).toEqual([]);
	});

	test('no gemeente is named in the law', () => {
		const gemeenten = /heerenveen|uithoorn|leusden|woerden|oudewater|montfoort|bodegraven|gooise/i;
		const named = Object.entries(lawSources).filter(([, source]) => gemeenten.test(source));
		expect(named.map(([file]) => file)).toEqual([]);
	});
});

describe('10. fines as a threat, and BSN everywhere (W 22-27, W 36)', () => {
	test('nothing that the law exports predicts or counts a fine: it tells what the articles say, no more', () => {
		const names = Object.values(lawModules).flatMap((module) => Object.keys(module));
		expect(names.length).toBeGreaterThan(30);
		const about = /boete|fine|penalt|cents|euro/i;
		expect(names.filter((name) => about.test(name)).toSorted()).toEqual([
			'BOETES',
			'boetes',
			'leastBoete',
		]);
		expect(LEGAL_STEPS.filter((key) => about.test(key))).toEqual([]);
		expect(
			NORM_KEYS.filter((key) => about.test(key) && !/(Cents|Years|Months)$/.test(key)),
		).toEqual(['boetePlanLeastPercent']);
	});

	test('what somebody did or missed changes nothing of what is told about fines', () => {
		const told = boetes(facts, today);
		const progress: Partial<Facts> = {
			voortgangsgesprekkenHeldOn: [day('2026-09-01')],
			offeredOn: day('2026-06-01'),
			ontheffingHours: 100,
			loweredHours: 400,
		};
		expect(told.length).toBeGreaterThan(2);
		expect(boetes({ ...facts, ...progress }, today)).toEqual(told);
		const conduct = /missed|absent|attend|verwijt|warned|refus/i;
		const declared = (lawSources['./facts.ts'] ?? '').match(/readonly \w+/g) ?? [];
		expect(declared.filter((name) => conduct.test(name))).toEqual([]);
	});

	test('the facts hold no BSN, no name and no illness', () => {
		const declared = (lawSources['./facts.ts'] ?? '').match(/readonly \w+/g) ?? [];
		expect(declared.length).toBeGreaterThan(20);
		expect(declared.filter((name) => /bsn|name|naam|ill|medical|diagnos/i.test(name))).toEqual([]);
	});
});
