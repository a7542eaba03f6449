import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import { lessons } from '../agenda/test-agenda.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import { checksOf, type Earlier } from './checks.ts';
import * as hours from './hours.ts';
import { content, declared, moment, newResident, startedDraft, valueOf } from './test-hours.ts';

const today = day('2026-11-23');

function earlier(declaredMinutes: number, differing: Partial<Earlier> = {}): Earlier {
	const { activity, organisation } = content;
	return { activity, organisation, declaredMinutes, ...differing };
}
const elsewhere = { activity: 'taalcafe', organisation: 'Bibliotheek' };

describe('questions before sending, on 23 November 2026', () => {
	test.each([
		['an afternoon on a day without anything', {}, [], []],
		['exactly twelve hours', { minutes: 720 }, [], []],
		['a quarter more', { minutes: 735 }, [], [{ kind: 'longEntry', minutes: 735 }]],
		['twelve hours with what was sent before', { minutes: 180 }, [earlier(540, elsewhere)], []],
		[
			'a quarter more with what was sent before: how much that was',
			{ minutes: 195 },
			[earlier(540, elsewhere)],
			[{ kind: 'longDay', minutes: 540 }],
		],
		['another activity at the same place', {}, [earlier(60, { activity: 'taalcafe' })], []],
		['the same activity elsewhere', {}, [earlier(60, { organisation: 'Bibliotheek' })], []],
		['the same again', {}, [earlier(60)], [{ kind: 'double', minutes: 60 }]],
		[
			'the same place, written otherwise',
			{},
			[earlier(60, { organisation: ' kringloop  HEERENVEEN ' })],
			[{ kind: 'double', minutes: 60 }],
		],
		['three months ago to the day', { doneOn: day('2026-08-23') }, [], []],
		['a day longer ago', { doneOn: day('2026-08-22') }, [], [{ kind: 'longAgo', minutes: 180 }]],
	] as const)('%s', (_name, differing, before, expected) => {
		expect(checksOf({ ...content, ...differing }, before, today)).toEqual(expected);
	});

	test.each([
		['exactly twelve hours with the lessons of the day', {}, 540, []],
		['a quarter more: how long the lessons are', {}, 555, [{ kind: 'lesson', minutes: 555 }]],
		['the lesson itself', { activity: 'taalles' }, 720, []],
		['long by itself, on a day without lessons', { minutes: 735 }, 0, ['longEntry']],
	] as const)('beside the agenda: %s', (_name, differing, planned, expected) => {
		const asked = checksOf({ ...content, ...differing }, [], today, planned);
		expect(asked.map((each) => (each.kind === 'lesson' ? each : each.kind))).toEqual(expected);
	});

	test('all four at once, each on its own', () => {
		const long = { ...content, minutes: 780, doneOn: day('2026-02-02') };
		const kinds = checksOf(long, [earlier(60)], today).map(({ kind }) => kind);
		expect(kinds).toEqual(['longEntry', 'longDay', 'double', 'longAgo']);
	});
});

eachEngine('a declaration about which something was asked', (open) => {
	let world: World;
	let resident: Resident;
	beforeAll(async () => {
		world = await open();
	});
	beforeEach(async () => {
		resident = await newResident(world);
	});
	afterAll(() => world.close());
	const kim = () => staffOf(world.portal, 'kim');

	async function sent(checks: readonly hours.CheckKind[], differing = {}): Promise<string> {
		const id = await startedDraft(resident);
		const answers = { ...content, ...differing };
		valueOf(await hours.saveStep(resident, id, answers, moment));
		const seen = { fingerprint: hours.fingerprint(resident, answers), checks };
		valueOf(await hours.declare(resident, id, [], moment, seen));
		return id;
	}

	it('is never refused, and keeps what the person saw and sent anyway', async () => {
		await declared(resident, { minutes: 600 });
		expect(await hours.checks(resident, content, moment)).toEqual([
			{ kind: 'longDay', minutes: 600 },
			{ kind: 'double', minutes: 600 },
		]);
		const id = await sent(['longDay', 'double']);
		const kept = [
			{ kind: 'longDay', minutes: 600 },
			{ kind: 'double', minutes: 600 },
		];
		expect((await hours.entry(resident, id)).checks).toEqual(kept);
		const row = (await hours.queue(kim())).rows.find((one) => one.id === id);
		expect(row?.checks).toEqual(kept);
		expect(row?.flags).toContain('checked');
	});

	it('keeps nothing that was not on the page, and nothing that does not hold', async () => {
		await declared(resident, { minutes: 600 });
		expect((await hours.entry(resident, await sent([]))).checks).toEqual([]);
		const other = { organisation: 'Bibliotheek', minutes: 15, doneOn: day('2026-11-18') };
		const claimed = await sent(['longEntry', 'longAgo', 'double'], other);
		expect((await hours.entry(resident, claimed)).checks).toEqual([]);
		const row = (await hours.queue(kim())).rows.find((one) => one.id === claimed);
		expect(row?.flags).not.toContain('checked');
	});

	it('looks neither at other people nor at what was taken back or did not count', async () => {
		await declared(await newResident(world), { minutes: 600 });
		const back = await declared(resident, { minutes: 600 });
		valueOf(await hours.withdraw(resident, back.id, moment));
		const not = await declared(resident, { minutes: 600 });
		valueOf(await hours.notCount(kim(), not.id, 'notParticipation', moment));
		expect(await hours.checks(resident, content, moment)).toEqual([]);
	});

	it('knows of the lessons of that day, keeps the question, and shows it to who decides', async () => {
		const { doneOn } = content;
		const lesson = { ...lessons, rule: null, until: null, on: doneOn, minutes: 600 };
		const early = { ...moment, today: doneOn };
		valueOf(await agenda.plan(kim(), { personId: resident.personId }, lesson, early));
		const asked = [{ kind: 'lesson', minutes: 600 }];
		expect(await hours.checks(resident, content, moment)).toEqual(asked);
		expect(await hours.checks(resident, { ...content, minutes: 120 }, moment)).toEqual([]);
		const id = await sent(['lesson']);
		const row = (await hours.queue(kim())).rows.find((one) => one.id === id);
		expect(row).toMatchObject({ checks: asked });
		expect(row?.flags).toContain('checked');
	});

	it('asks nothing as long as an answer is missing', async () => {
		await declared(resident);
		expect(await hours.checks(resident, { ...content, minutes: undefined }, moment)).toEqual([]);
	});
});
