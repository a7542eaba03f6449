import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import { at, lessons } from '../agenda/test-agenda.ts';
import { NotFound, refused } from '../errors.ts';
import * as spreadsheets from '../spreadsheets/spreadsheets.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as timetables from './timetables.ts';

const early = at('2026-09-15');
const autumn = { from: day('2026-09-01'), until: day('2027-01-01') };
const titles = 'Nummer;Datum;Begin;Einde;Onderwerp;Plaats';

eachEngine('a timetable from a file', (open) => {
	let world: World;
	let anna: Staff;
	let personId: string;

	beforeEach(async () => {
		world = await open();
		anna = staffOf(world.portal, 'anna');
		personId = (await addPerson(world.portal, { klantmanagerId: 'anna' })).id;
	});
	afterEach(() => world.close());

	async function shown(file: File, differing: Partial<timetables.About> = {}, moment = early) {
		const about = { forWhom: { personId }, name: 'NT2', kind: 'lesson', ...differing } as const;
		const read = await timetables.readIn(anna, about, file, moment);
		if (!read.ok) throw new Error(JSON.stringify(read.problems));
		const preview = await timetables.preview(anna, read.value, moment);
		if (!preview) throw new Error('no preview');
		return { ...preview, id: read.value };
	}

	type Shown = Awaited<ReturnType<typeof shown>>;

	const take = ({ id, seen }: Shown, ticked: Partial<timetables.Taking> = {}, moment = early) =>
		timetables.takeOver(anna, id, { seen, off: [], asFile: [], ...ticked }, moment);

	const counts = ({ added, byHand, changed, elsewhere, gone, same, wrong }: Shown) => [
		...[added, changed, byHand, gone, wrong].map(({ length }) => length),
		...[same, elsewhere],
	];

	const planned = async (of = personId) =>
		(await agenda.of(anna, of, autumn)).map(
			({ at: time, isCancelled, on }) => `${on} ${time}${isCancelled ? ' off' : ''}`,
		);

	const facts = async () => {
		const { read, t } = world.portal.store;
		return read.select().from(t.notices);
	};

	async function cohortWith(...members: readonly string[]): Promise<string> {
		const gemeentecode = world.portal.tenant.gemeenten[0]?.gemeentecode ?? '';
		const input = { gemeentecode, kind: 'lesson', name: 'Z3', partnerId: null } as const;
		const started = await agenda.cohorts.start(anna, input, early);
		if (!started.ok) throw new Error('no cohort');
		for (const member of members)
			await agenda.cohorts.join(anna, started.value.id, member, day('2026-10-10'), early);
		return started.value.id;
	}

	it('comes once, and the same file again changes nothing', async () => {
		const file = await fixture('thunderbird.ics');
		const first = await shown(file);
		expect(counts(first)).toEqual([17, 0, 0, 0, 0, 0, 1]);
		expect(await take(first)).toEqual({ ok: true, value: 17 });
		const before = await planned();
		const again = await shown(file);
		expect(counts(again)).toEqual([0, 0, 0, 0, 0, 17, 1]);
		expect(await take(again)).toEqual({ ok: true, value: 0 });
		expect(await planned()).toEqual(before);
		expect(before).toHaveLength(17);
	});

	it('is not planned again from another program under another name', async () => {
		await take(await shown(await fixture('outlook.ics')));
		const sheet = await shown(await fixture('libreoffice.xlsx'), { name: 'Lijst' });
		expect(counts(sheet)).toEqual([0, 0, 0, 0, 0, 0, 18]);
		await take(sheet);
		expect(await planned()).toHaveLength(17);
	});

	it('moves what has another time under its number, and its key and place in the answers stay', async () => {
		await take(await shown(csv('1;2026-10-06;9:00;12:00;;A', '2;2026-10-08;9:00;12:00;;A')));
		const [before] = await agenda.of(anna, personId, autumn);
		const later = await shown(
			csv('1;2026-10-07;10:00;12:00;Toets;B', '2;2026-10-08;9:00;12:00;;A'),
		);
		expect(counts(later)).toEqual([0, 1, 0, 0, 0, 1, 0]);
		await take(later);
		const [moved, same] = await agenda.of(anna, personId, autumn);
		expect(moved).toMatchObject({
			key: before?.key,
			...{ on: '2026-10-07', at: '10:00', place: 'B', subject: 'Toets', minutes: 120 },
			was: { on: '2026-10-06', at: '09:00' },
		});
		expect(moved?.sequence).toBeGreaterThan(before?.sequence ?? 0);
		expect(same?.sequence).toBe(0);
	});

	it('calls off what is gone only when it is ticked, and only what is still to come', async () => {
		const lines = [
			'1;2026-10-06;9:00;12:00;;',
			'2;2026-10-08;9:00;12:00;;',
			'3;2026-10-13;9:00;12:00;;',
		];
		await take(await shown(csv(...lines)));
		const moment = at('2026-10-07');
		const left = await shown(csv('4;2026-10-20;9:00;12:00;;'), {}, moment);
		expect(left.gone.map(({ now }) => now.on)).toEqual(['2026-10-08', '2026-10-13']);
		const [first] = left.gone;
		await take(left, { off: [first?.item.id ?? ''] }, moment);
		expect(await planned()).toEqual([
			'2026-10-06 09:00',
			'2026-10-08 09:00 off',
			'2026-10-13 09:00',
			'2026-10-20 09:00',
		]);
		const back = await shown(csv(...lines), {}, moment);
		expect(counts(back)).toEqual([0, 1, 0, 1, 0, 1, 0]);
		await take(back, {}, moment);
		expect(await planned()).toContain('2026-10-08 09:00');
	});

	it('leaves what staff and other files planned', async () => {
		await agenda.plan(anna, { personId }, { ...lessons, rule: null, until: null }, early);
		await take(await shown(csv('1;2026-10-06;13:00;15:00;;'), { name: 'KNM' }));
		const other = await shown(csv('1;2026-10-07;9:00;12:00;;'));
		expect(counts(other)).toEqual([1, 0, 0, 0, 0, 0, 0]);
		await take(other, {
			off: (await agenda.of(anna, personId, autumn)).map(({ itemId }) => itemId),
		});
		expect((await planned()).filter((one) => one.endsWith('off'))).toEqual([]);
		expect(await planned()).toHaveLength(3);
	});

	it('does not undo what staff changed, unless that is ticked', async () => {
		const file = csv('1;2026-10-06;9:00;12:00;;A');
		await take(await shown(file));
		const [lesson] = await agenda.of(anna, personId, autumn);
		if (!lesson) throw new Error('no lesson');
		const to = { ...lesson, isCancelled: false, reason: 'roomGone', place: 'C' } as const;
		const { address, at: time, isCancelled, minutes, on, place, reason, withWhom } = to;
		const change = { address, at: time, isCancelled, minutes, on, place, reason, withWhom };
		await agenda.change(anna, lesson.key, lesson, change, early);
		expect(counts(await shown(file))).toEqual([0, 0, 0, 0, 0, 1, 0]);
		const moved = await shown(csv('1;2026-10-06;10:00;12:00;;A'));
		expect(counts(moved)).toEqual([0, 0, 1, 0, 0, 0, 0]);
		await take(moved);
		expect((await agenda.of(anna, personId, autumn))[0]).toMatchObject({ at: '09:00', place: 'C' });
		const again = await shown(csv('1;2026-10-06;10:00;12:00;;A'));
		await take(again, { asFile: again.byHand.map(({ known }) => known.item.id) });
		expect((await agenda.of(anna, personId, autumn))[0]).toMatchObject({ at: '10:00', place: 'A' });
	});

	it('takes over nothing but what was shown', async () => {
		await take(await shown(csv('1;2026-10-06;9:00;12:00;;A')));
		const moved = await shown(csv('1;2026-10-07;9:00;12:00;;A', '2;2026-10-09;9:00;12:00;;A'));
		const [lesson] = await agenda.of(anna, personId, autumn);
		await agenda.cancel(anna, lesson?.itemId ?? '', 0, 'holiday', early);
		expect(await take(moved)).toEqual(refused({ form: 'changedMeanwhile' }));
		expect(await planned()).toEqual(['2026-10-06 09:00 off']);
	});

	it('of the same name taken over twice at once comes once', async () => {
		const [one, two] = [
			await shown(csv('1;2026-10-06;9:00;12:00;;')),
			await shown(csv('1;2026-10-06;9:00;12:00;;')),
		];
		const outcomes = await Promise.all([take(one), take(two)]);
		expect(outcomes).toContainEqual({ ok: true, value: 1 });
		expect(outcomes).toContainEqual(refused({ form: 'changedMeanwhile' }));
		expect(await planned()).toHaveLength(1);
	});

	it('tells each member of a cohort once, and who is not concerned nothing', async () => {
		const other = await addPerson(world.portal, { klantmanagerId: 'anna' });
		const cohortId = await cohortWith(personId, other.id);
		await agenda.cohorts.leave(anna, cohortId, other.id, day('2026-10-12'), early);
		const lines = [
			'1;2026-10-06;9:00;12:00;;',
			'2;2026-10-11;9:00;12:00;;',
			'3;2026-10-13;9:00;12:00;;',
		];
		await take(await shown(csv(...lines), { forWhom: { cohortId } }));
		const told = await facts();
		expect(told.map((one) => [one.personId === personId, one.kind]).sort()).toEqual([
			[false, 'agendaNew'],
			[true, 'timetableChanged'],
		]);
		await take(await shown(csv(...lines), { forWhom: { cohortId } }));
		expect(await facts()).toHaveLength(2);
	});

	it('tells of a single time by its key, under which its page is found', async () => {
		const key = async () => (await agenda.of(anna, personId, autumn))[0]?.key;
		const subjects = async () => (await facts()).map(({ kind, subject }) => [kind, subject]);
		await take(await shown(csv('1;2026-10-06;9:00;12:00;;A')));
		const came = ['agendaNew', await key()];
		expect(came[1]).toMatch(/\.2026-10-06$/);
		expect(await subjects()).toEqual([came]);
		await take(await shown(csv('1;2026-10-07;9:00;12:00;;A')));
		expect(await subjects()).toEqual([came, ['agendaMoved', await key()]]);
	});

	it('names every line that cannot be taken, with why', async () => {
		const preview = await shown(
			csv(
				'1;2026-10-06;9:00;12:00;;',
				'1;2026-10-07;9:00;12:00;;',
				';2026-10-08;9:00;8:00;;',
				';31-02-2026;25:00;x;;',
				';;;;;',
				';2026-10-09;9:00;;;',
				';2031-10-09;9:00;12:00;;',
				';2026-01-05;9:00;12:00;;',
				';2026-10-12;9:00;12:00;;',
				';2026-10-12;9:00;13:00;;',
			),
		);
		expect(preview.wrong.map(({ line, problems }) => [line, problems])).toEqual([
			[3, [{ column: 'number', why: 'doubleInFile', otherLine: 2 }]],
			[4, [{ column: 'end', why: 'endBeforeBegin' }]],
			[
				5,
				[
					{ column: 'on', why: 'notADay' },
					{ column: 'begin', why: 'notATime' },
					{ column: 'end', why: 'notATime' },
				],
			],
			[7, [{ column: 'end', why: 'missing' }]],
			[8, [{ column: 'on', why: 'agendaTooFar' }]],
			[11, [{ column: 'on', why: 'doubleInFile', otherLine: 10 }]],
		]);
		expect([preview.added.length, preview.past]).toEqual([2, 1]);
	});

	it.each([
		['rooster.pdf', 'x', 'timetableKind'],
		['rooster.xlsx', 'x', 'timetableKind'],
		['rooster.ics', 'x', 'calendarDamaged'],
		['rooster.csv', titles, 'sheetEmpty'],
		['rooster.csv', 'Datum;Begin\n1;2', 'timetableColumns'],
		['rooster.csv', `${titles};Datum\n;;;;;;`, 'timetableColumns'],
		['rooster.csv', `${titles};BSN\n;;;;;;1`, 'sheetBsn'],
		['rooster.csv', `${titles}\n${'1;2;3;4;5;6\n'.repeat(3001)}`, 'sheetTooLarge'],
	] as const)('is refused with why: %s %#', async (name, content, why) => {
		const about = { forWhom: { personId }, name: 'NT2', kind: 'lesson' } as const;
		const read = await timetables.readIn(anna, about, new File([content], name), early);
		expect(read).toEqual(refused({ file: why }));
	});

	it.each(spreadsheets.kinds)('has a template without anything in it: %s', async (kind) => {
		const file = new File([new Uint8Array(await timetables.template(kind))], `leeg.${kind}`);
		const about = { forWhom: { personId }, name: 'NT2', kind: 'lesson' } as const;
		expect(await timetables.readIn(anna, about, file, early)).toEqual(
			refused({ file: 'sheetEmpty' }),
		);
	});

	it('is not found for who does not plan for the person or cohort, and of another’s reading', async () => {
		const [lee, about] = [staffOf(world.portal, 'lee'), { name: 'NT2', kind: 'lesson' } as const];
		const file = csv('1;2026-10-06;9:00;12:00;;');
		const mine = await shown(file);
		for (const forWhom of [{ personId }, { cohortId: await cohortWith() }, { personId: 'x' }])
			await expect(timetables.readIn(lee, { ...about, forWhom }, file, early)).rejects.toThrow(
				NotFound,
			);
		expect(await timetables.preview(lee, mine.id, early)).toBeNull();
		expect(
			await timetables.takeOver(lee, mine.id, { seen: mine.seen, off: [], asFile: [] }, early),
		).toBeNull();
		const admin = staffOf(world.portal, 'anna', ['administrator']);
		await expect(timetables.preview(admin, mine.id, early)).rejects.toThrow(NotFound);
		expect(await timetables.preview(anna, mine.id, at('2026-09-17'))).toBeNull();
		expect((await agenda.of(residentOf(world.portal, personId), personId, autumn)).length).toBe(0);
	});
});

function csv(...lines: readonly string[]): File {
	return new File([[titles, ...lines].join('\r\n')], 'rooster.csv');
}

async function fixture(name: string): Promise<File> {
	const bytes = await readFile(new URL(`fixtures/${name}`, import.meta.url));
	return new File([new Uint8Array(bytes)], name);
}
