import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { letters as letterText } from '#lib/languages/labels/letters.ts';
import { type LineKey, ruleText } from '#lib/languages/labels/rules.ts';
import { languagesOffered } from '#lib/languages/languages.ts';
import { type Message, text } from '#lib/languages/message.ts';
import { readingLevel } from '#lib/languages/reading-level/reading-level.ts';
import { day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { senders } from '../../../params/sender.ts';
import { type Topic, topics } from '../../../params/topic.ts';
import * as modules from '../modules/modules.ts';
import type { PlanShown } from '../pip/pip.ts';
import { addPerson, addPlan, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import { lettersOf } from './letters.ts';
import { type Known, type Line, pageAbout, read } from './rules.ts';

const today = day('2026-11-23');
const said = ruleText as unknown as Record<LineKey, Message>;

/** A plan of 2026-05-11 on a route; what it decides besides is not asked here. */
function known(differing: Partial<Facts>, plan: Partial<PlanShown> | null = {}): Known {
	const dated = { firstDagtekeningOn: day('2026-05-11'), dagtekeningOn: day('2026-05-11') };
	const base: Facts = { stelsel: 'wi2021', groep: 'asielstatushouder' };
	const bezwaar = { lastOn: day('2026-06-22'), isOpen: false, begins: true };
	return {
		facts: { ...base, ...(plan === null ? {} : dated), ...differing },
		plan: plan && ({ bezwaar, norms: [], ...plan } as unknown as PlanShown),
		today,
	};
}

const people = {
	asielB: known({ leerroute: 'B', hasParticipatiewetBenefit: true }),
	asielO: known({ leerroute: 'O' }),
	asielZ: known({ leerroute: 'Z', ontheffingHours: 300 }),
	noHours: known({ leerroute: 'Z', ontheffingHours: 0 }),
	gezinB: known({ groep: 'gezinsmigrant', leerroute: 'B' }),
	gezinO: known({ groep: 'gezinsmigrant', leerroute: 'O' }),
	gezinZ: known({ groep: 'gezinsmigrant', leerroute: 'Z' }),
	awaiting: known({ notifiedOn: day('2026-11-02') }, null),
	extended: known({ leerroute: 'B', extendedUntil: day('2029-11-12') }),
	elsewhere: { ...known({ leerroute: 'B' }), plan: null },
	letterToCome: known(
		{ leerroute: 'B' },
		{ bezwaar: { lastOn: day('2026-06-22'), isOpen: true, begins: false } },
	),
	fresh: known(
		{ leerroute: 'B' },
		{ bezwaar: { lastOn: day('2026-12-21'), isOpen: true, begins: true } },
	),
	wi2013: known({ stelsel: 'wi2013', plichtSince: day('2021-09-01') }, null),
} satisfies Record<string, Known>;

const everybody = Object.entries(people);
const linesOf = (topic: Topic, who: Known): readonly Line[] =>
	pageAbout(topic, who).flatMap(({ lines, items = [] }) => [...lines, ...items]);
const keysOf = (topic: Topic, who: Known) => linesOf(topic, who).map(({ key }) => key);
const dutch = ({ key, slots }: Line) => text(said[key], slots, 'nl');
const dutchOf = (topic: Topic, who: Known) => linesOf(topic, who).map(dutch);

describe('what somebody reads', () => {
	it.each(everybody)('%s: every sentence has its facts, in every language', (_, who) => {
		for (const topic of topics) {
			for (const { key, slots } of linesOf(topic, who)) {
				for (const language of languagesOffered) {
					expect(text(said[key], slots, language)).not.toMatch(/undefined|\{|\}/);
				}
			}
		}
	});

	it.each(everybody)('%s: first what one can do, and never twice the same', (name, who) => {
		for (const topic of topics) {
			const [first] = pageAbout(topic, who);
			expect(first.key).toBe(name === 'wi2013' && topic === 'plichten' ? 'otherLaw' : 'todo');
			expect(first.lines.length).toBeGreaterThan(0);
			const parts = pageAbout(topic, who).map(({ key }) => key);
			expect(new Set(parts).size).toBe(parts.length);
			const amounts = parts.findIndex((key) => key === 'gemeente' || key === 'duo');
			expect(amounts === -1 || amounts > parts.indexOf('rule')).toBe(true);
			for (const { lines, items = [] } of pageAbout(topic, who)) {
				const here = [...lines, ...items].map(dutch);
				expect(new Set(here).size, here.join('\n')).toBe(here.length);
			}
		}
	});

	it('has a place for every sentence', () => {
		const used = new Set(
			everybody.flatMap(([, who]) => topics.flatMap((topic) => keysOf(topic, who))),
		);
		const over = known({ leerroute: 'B', firstDagtekeningOn: day('2023-01-09') });
		const open = known({ leerroute: 'B', firstDagtekeningOn: day('2024-01-08') });
		for (const who of [over, open]) for (const key of keysOf('verlenging', who)) used.add(key);
		const ofPlans = (key: string) => /^norm[A-Z]/.test(key);
		expect(
			Object.keys(ruleText).filter((key) => !used.has(key as LineKey) && !ofPlans(key)),
		).toEqual([]);
	});

	it('reads at B1: short sentences, no official words, nobody spoken of in the passive', () => {
		const all = everybody.flatMap(([, who]) => topics.flatMap((topic) => dutchOf(topic, who)));
		const hard = [...new Set(all)].filter((sentence) => {
			const { hardWords, longSentences, passives } = readingLevel(sentence);
			return hardWords.length + longSentences.length + passives.length > 0;
		});
		expect(hard).toEqual([]);
		for (const topic of topics) {
			const whole = readingLevel(dutchOf(topic, people.asielB).join('\n'));
			expect(whole.fleschDouma).toBeGreaterThan(60);
		}
	});

	it('never blames', () => {
		const all = everybody.flatMap(([, who]) => topics.flatMap((topic) => dutchOf(topic, who)));
		expect(all.join('\n')).not.toMatch(
			/verwijt|schuld|straf|overtred|verplicht|onwillig|u hebt niet/i,
		);
	});
});

describe('what holds for whom', () => {
	it('tells the MAP to everybody but on the onderwijsroute (W 8(3))', () => {
		const told = everybody.filter(([, who]) => keysOf('boete', who).includes('duoModuleMap'));
		expect(told.map(([name]) => name)).toEqual([
			'asielB',
			'asielZ',
			'noHours',
			'gezinB',
			'gezinZ',
			'awaiting',
			'extended',
			'elsewhere',
			'letterToCome',
			'fresh',
		]);
		expect(keysOf('boete', people.asielO)).not.toContain('planModuleMap');
		expect(keysOf('vrijstelling', people.gezinO)).not.toContain('vrijstellingNoMap');
	});

	it('speaks of fines for lessons to an asielstatushouder only (W 15(2), 23(1))', () => {
		expect(keysOf('boete', people.asielB)).toContain('planLessons');
		expect(keysOf('boete', people.asielB)).not.toContain('planLessonsNot');
		for (const who of [people.gezinB, people.gezinO, people.gezinZ]) {
			expect(keysOf('boete', who)).not.toContain('planLessons');
			expect(keysOf('boete', who)).toContain('planLessonsNot');
		}
	});

	it('tells the amounts of the law, before the plan those of the intake (W 22, 26; B 7.1)', () => {
		const money = (who: Known) =>
			linesOf('boete', who).flatMap(({ slots }) => {
				const amount = slots['amount'];
				return amount?.kind === 'cents' ? [amount.value] : [];
			});
		expect(money(people.awaiting)).toEqual([25_000, 34_000, 34_000, 100_000]);
		expect(money(people.gezinO)).toEqual([5_000, 1_250, 80_000, 240_000, 34_000, 100_000]);
		expect(money(people.wi2013)).toEqual([]);
	});

	it('tells the own days (W 11, W 12, B 4.5)', () => {
		expect(dutchOf('boete', people.asielB)).toContain(
			'Dit kan alleen in uw tijd. Die is van dinsdag 12 mei 2026 tot en met vrijdag 11 mei 2029.',
		);
		expect(dutchOf('boete', people.extended)).toContain(
			'DUO kijkt pas na zondag 11 november 2029. Dan is uw tijd voorbij.',
		);
		expect(dutchOf('verlenging', people.asielB)).toContain(
			'U kunt dit vragen vanaf zondag 12 november 2028. Bewaar nu al uw bewijs.',
		);
		expect(dutchOf('verlenging', people.awaiting)[0]).toMatch(/^Uw tijd begint pas na uw plan\./);
		expect(dutchOf('bezwaar', people.fresh)[0]).toContain('tot en met maandag 21 december 2026');
	});

	it('says of bezwaar whether its time runs, is over, or waits for the letter (Awb 6:8)', () => {
		expect(keysOf('bezwaar', people.fresh)).toContain('bezwaarOpen');
		expect(keysOf('bezwaar', people.asielB)).toContain('bezwaarClosed');
		expect(keysOf('bezwaar', people.letterToCome)).toContain('bezwaarWaiting');
		expect(keysOf('bezwaar', people.awaiting)[0]).toBe('bezwaarCall');
	});

	it('speaks of a lower benefit only to who has one (W 27)', () => {
		expect(keysOf('boete', people.asielB)).toContain('boeteBenefit');
		expect(keysOf('boete', people.gezinB)).not.toContain('boeteBenefit');
	});

	it('tells who lives under the law of 2013 nothing of 2021 (W 54(1))', () => {
		const told = topics.flatMap((topic) => keysOf(topic, people.wi2013));
		const ofNow = told.filter(
			(key) => !/^(old|bezwaar|boete(Call|Tell|Keep|Bezwaar)|askDuo|askHelp|duoNo)/.test(key),
		);
		expect(ofNow).toEqual([]);
		const sentences = topics.flatMap((topic) => dutchOf(topic, people.wi2013)).join('\n');
		expect(sentences).not.toMatch(/PVT|MAP|brede intake|leerroute|€/);
	});
});

eachEngine('what was written down of somebody', (open) => {
	let world: World;
	beforeEach(async () => {
		world = await open();
	});
	afterEach(() => world.close());

	async function written(leerroute: 'B' | null, ...said: readonly [modules.StepKind, string][]) {
		const { portal } = world;
		const { id: personId } = await addPerson(portal, { klantmanagerId: 'anna' });
		if (leerroute) await addPlan(portal, personId, '2026-03-02', { leerroute });
		const none = { part: null, outcome: null, withWhom: null, slot: null, seen: 0 } as const;
		for (const [kind, on] of said) {
			const step = { ...none, personId, kind, on: day(on), source: 'gemeente' } as const;
			const moment = { now: Date.parse('2026-11-23T10:00:00Z'), today };
			expect(await modules.record(staffOf(portal, 'anna'), step, moment)).toMatchObject({
				ok: true,
			});
		}
		return async (topic: Topic) => {
			const { page } = await read(residentOf(portal, personId), topic, today);
			return page.flatMap(({ lines, items = [] }) => [...lines, ...items].map(({ key }) => key));
		};
	}

	it('threatens nobody who has the diploma with a fine for the leerroute (W 25(1))', async () => {
		const keys = await written('B', ['diploma', '2026-11-02']);
		expect(await keys('boete')).not.toContain('duoLeerroute');
		expect(await keys('boete')).toContain('duoPvt');
		expect(await keys('plichten')).not.toContain('dutyExams');
	});

	it('threatens nobody whose brede intake is over with a fine for it (W 22(1))', async () => {
		const keys = await written(null, ['intakeCompleted', '2026-11-02']);
		expect(await keys('boete')).not.toContain('intakeMax');
		expect(await keys('plichten')).not.toContain('intakeDay');
		expect(await keys('plichten')).not.toContain('dutyToets');
	});
});

describe('what a letter can be', () => {
	it.each(everybody)('%s: something from every sender, once each', (_, who) => {
		for (const sender of senders) {
			const found = lettersOf(sender, who).map(({ key }) => key);
			expect(found.length).toBeGreaterThan(0);
			expect(new Set(found).size).toBe(found.length);
		}
	});

	it('is a bill for who pays the lessons, and a question for the gemeente otherwise (W 16, 20)', () => {
		const bill = (who: Known) => lettersOf('school', who).at(-1)?.key;
		expect(bill(people.asielB)).toBe('billByGemeente');
		expect(bill(people.gezinB)).toBe('billBySelf');
		expect(bill(people.wi2013)).toBe('billBySelf');
	});

	it('is nothing about a plan, a test or a fine of the gemeente under the law of 2013', () => {
		const all = senders.flatMap((sender) => lettersOf(sender, people.wi2013));
		const keys = all.map(({ key }) => key);
		expect(keys).not.toEqual(expect.arrayContaining(['plan']));
		expect(keys).not.toEqual(expect.arrayContaining(['warning']));
		expect(lettersOf('gemeente', people.wi2013).map(({ key }) => key)).toEqual([
			'oproep',
			'besluit',
		]);
	});

	it('before the plan it is the duty and the test, later the own end of the term', () => {
		const keys = (who: Known) => lettersOf('duo', who).map(({ key }) => key);
		expect(keys(people.awaiting)).toEqual(['mustIntegrate', 'toets', 'exam', 'besluit']);
		expect(keys(people.asielB)).toEqual(['exam', 'time', 'besluit', 'boete']);
		const time = lettersOf('duo', people.asielB).find(({ key }) => key === 'time');
		expect(time?.until).toMatchObject({ kind: 'term', slots: { lastOn: { value: '2029-05-11' } } });
	});

	it('says what to do in plain words', () => {
		const all = Object.values(letterText).map(({ todo }) => todo({}, { locale: 'nl' }));
		const hard = all.filter((sentence) => {
			const { hardWords, longSentences, passives } = readingLevel(sentence);
			return hardWords.length + longSentences.length + passives.length > 0;
		});
		expect(hard).toEqual([]);
	});
});
