import { expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { NotFound, refused } from '../../errors.ts';
import { caseloadOf, on, planZ } from '../../pip/test-caseload.ts';
import * as spreadsheets from '../../spreadsheets/spreadsheets.ts';
import { addPerson, eachEngine, staffOf } from '../../test-world.ts';
import * as course from '../course.ts';
import { facts, titles } from './test-file.ts';

const today = '2026-11-23';

eachEngine("a school's file", (open) => {
	const caseload = caseloadOf(open);
	const { anna, portal } = caseload;
	let births = 0;

	/** Somebody with a plan of 11 May 2026 and a birthday of their own. */
	async function somebody(familyName: string) {
		births += 1;
		const bornOn = day(`19${70 + (births % 30)}-0${1 + (births % 9)}-1${births % 9}`);
		const { id } = await caseload.somebody({ familyName, bornOn });
		const published = await caseload.publish(id, planZ);
		if (!published.ok) throw new Error(JSON.stringify(published.problems));
		return { id, familyName, bornOn };
	}

	const csv = (...lines: readonly string[]) =>
		new File([[titles, ...lines].join('\r\n')], 'lijst.csv');

	async function kept(file: File, actor = anna()): Promise<string> {
		const read = await course.readIn(actor, facts, file, on(today));
		if (!read.ok) throw new Error(JSON.stringify(read.problems));
		return read.value;
	}

	async function shown(file: File): Promise<course.Preview & { readonly id: string }> {
		const id = await kept(file);
		const preview = await course.preview(anna(), id, on(today));
		if (!preview) throw new Error('no preview');
		return { ...preview, id };
	}

	const take = ({ id, seen }: { readonly id: string; readonly seen: string }) =>
		course.takeOver(anna(), id, seen, on(today));
	const total = async (id: string) => (await course.overview(anna(), id)).totalMinutes;

	it('is shown, taken over whole, and changes nothing the second time', async () => {
		const [a, b] = [await somebody('Yıldız'), await somebody('De Jong')];
		const lines = [
			`;YILDIZ;${a.bornOn};NT2;1-10-2026;31-10-2026;42,5;1:30;`,
			`;yildiz;${a.bornOn};KNM;2026-10-06;;2;;`,
			`${b.id};;;nt2;01/10/2026;31/10/2026;40;0;2`,
		];
		const first = await shown(csv(...lines));
		expect(
			first.changes.map(({ before, line, name, number }) => [line, name, number, before]),
		).toEqual([
			[2, 'Amina Yıldız', 1, null],
			[3, 'Amina Yıldız', 2, null],
			[4, 'Amina De Jong', 1, null],
		]);
		expect(first).toMatchObject({ same: 0, wrong: [], missing: [], unreadTitles: [] });
		expect(await total(a.id)).toBe(0);
		expect(await take(first)).toEqual({ ok: true, value: 3 });
		expect([await total(a.id), await total(b.id)]).toEqual([2670, 2400]);
		const { lines: written } = await course.overview(anna(), a.id);
		expect(written[1]).toMatchObject({
			...facts,
			fromOn: '2026-10-01',
			lastOn: '2026-10-31',
			excusedMinutes: 90,
			unexcusedMinutes: null,
		});

		expect(await take(first)).toBeNull();
		const again = await shown(csv(...lines));
		expect(again).toMatchObject({ changes: [], same: 3, wrong: [] });
		expect(await take(again)).toEqual({ ok: true, value: 0 });
		expect((await course.overview(anna(), a.id)).lines).toHaveLength(2);
	});

	it('is gone a day later, also when nobody reads another one', async () => {
		const a = await somebody('Weg');
		await kept(csv(`;Weg;${a.bornOn};NT2;2026-10-01;2026-10-31;40;;`));
		const { store } = portal();
		const files = async () => (await store.read.select().from(store.t.courseFiles)).length;
		const { now } = on(today);
		await course.clearFiles(portal(), now + 24 * 60 * 60_000);
		expect(await files()).toBe(1);
		await course.clearFiles(portal(), now + 24 * 60 * 60_000 + 1);
		expect(await files()).toBe(0);
	});

	it('names a line without an end, as some programs write it', async () => {
		const a = await somebody('Open');
		const from = (first: string) => `;Open;${a.bornOn};NT2;${first};31-12-9999;40;;`;
		const { changes, wrong } = await shown(csv(from('1-10-2026'), from('31-12-9999')));
		expect(changes).toEqual([]);
		expect(wrong.map(({ line }) => line)).toEqual([2, 3]);
		expect(wrong[0]?.problems).toContainEqual({ column: 'lastOn', why: 'notADay' });
	});

	it('shows what another number comes in the place of, and keeps it in sight', async () => {
		const a = await somebody('Vrij');
		const line = (hours: string) => `;Vrij;${a.bornOn};NT2;2026-10-01;2026-10-31;${hours};;`;
		await take(await shown(csv(line('40'))));
		const changed = await shown(csv(line('41')));
		expect(changed.changes[0]?.before?.attendedMinutes).toBe(2400);
		await take(changed);
		const { lines, totalMinutes } = await course.overview(anna(), a.id);
		expect(totalMinutes).toBe(2460);
		expect(
			lines.map(({ attendedMinutes, replacedBy }) => [attendedMinutes, replacedBy === null]),
		).toEqual([
			[2460, true],
			[2400, false],
		]);
	});

	it('names each wrong line by its number, with every reason, and takes the others', async () => {
		const a = await somebody('Goed');
		const twin = await somebody('Dubbel');
		const withBart = (familyName: string, bornOn = twin.bornOn) =>
			addPerson(portal(), { gemeentecode: '0632', klantmanagerId: 'bart', familyName, bornOn });
		await withBart('dubbel');
		const colleagues = await withBart('Collega', day('1999-01-02'));
		const who = `;Goed;${a.bornOn}`;
		const file = csv(
			`${who};NT2;2026-10-01;2026-10-31;40;;`,
			`;Niemand;1980-01-01;NT2;2026-10-01;2026-10-31;40;;`,
			`;Dubbel;${twin.bornOn};NT2;2026-10-01;2026-10-31;40;;`,
			`;Collega;1999-01-02;NT2;2026-10-01;2026-10-31;40;;`,
			`${colleagues.id};;;NT2;2026-10-01;2026-10-31;40;;`,
			`${a.id};Ander;;NT2;2026-10-01;2026-10-31;40;;`,
			`${who};Rekenen;31-11-2026;;veel;x;`,
			`${who};NT2;2026-10-15;2026-10-20;8;;`,
			`${who};NT2;2026-05-01;2026-05-31;8;;`,
			`${who};KNM;2026-11-20;2026-11-30;8;;`,
			`${who};KNM;2026-11-05;2026-11-01;8;;`,
			';;;;;;;;',
			`${who};KNM;2026-11-02;;;;`,
		);
		const preview = await shown(file);
		expect(preview.changes.map(({ line }) => line)).toEqual([2]);
		expect(preview.wrong.map(({ line, problems }) => [line, problems])).toEqual([
			[3, [{ column: null, why: 'nobody' }]],
			[4, [{ column: null, why: 'several' }]],
			[5, [{ column: null, why: 'nobody' }]],
			[6, [{ column: null, why: 'nobody' }]],
			[7, [{ column: null, why: 'otherPerson' }]],
			[
				8,
				[
					{ column: 'kind', why: 'notAChoice' },
					{ column: 'fromOn', why: 'notADay' },
					{ column: 'attended', why: 'notHours' },
					{ column: 'excused', why: 'notHours' },
				],
			],
			[9, [{ column: 'fromOn', why: 'doubleInFile', otherLine: 2 }]],
			[10, [{ column: 'fromOn', why: 'acrossPlan' }]],
			[11, [{ column: 'lastOn', why: 'future' }]],
			[12, [{ column: 'lastOn', why: 'lastBeforeFirst' }]],
			[14, [{ column: 'attended', why: 'missing' }]],
		]);
		expect(await take(preview)).toEqual({ ok: true, value: 1 });
		expect(await total(a.id)).toBe(2400);
		const days = `${who};NT2;2026-10-31;2026-11-02;8;;`;
		expect((await shown(csv(days))).wrong[0]?.problems).toEqual([
			{ column: 'fromOn', why: 'lessonsKnown' },
		]);
	});

	it('tells which lines of the portal are not in it, and leaves them', async () => {
		const [a, b] = [await somebody('Een'), await somebody('Twee')];
		const line = ({ bornOn, familyName }: typeof a, month: string, kind = 'NT2') =>
			`;${familyName};${bornOn};${kind};2026-${month}-01;2026-${month}-28;10;;`;
		await take(await shown(csv(line(a, '06'), line(a, '07'), line(b, '06'), line(b, '06', 'KNM'))));
		const half = await shown(csv(line(a, '06')));
		expect(half.missing.map(({ kind, name }) => [name, kind])).toEqual([['Amina Twee', 'nt2']]);
		const broken = await shown(csv(line(a, '06'), line(b, '06').replace(';10;', ';veel;')));
		expect(broken.missing).toEqual([]);
		await take(half);
		expect(await total(b.id)).toBe(1200);
	});

	it('reads the dates and times of a real spreadsheet, and no formula', async () => {
		const a = await somebody('Rekenblad');
		const sheet = await spreadsheets.written('xlsx', {
			name: 'Blad',
			isRightToLeft: false,
			columns: [],
			lines: [
				titles.split(';'),
				['', a.familyName, a.bornOn, 'NT2', '2026-10-01', '', '2,5', '', ''],
			],
		});
		const preview = await shown(new File([new Uint8Array(sheet)], 'lijst.XLSX'));
		expect(preview.changes[0]?.statement).toMatchObject({
			attendedMinutes: 150,
			fromOn: '2026-10-01',
			until: '2026-10-02',
		});
	});

	it.each([
		['lijst.pdf', 'x', 'sheetKind'],
		['lijst.xlsx', 'x', 'sheetKind'],
		['lijst.csv', titles, 'sheetEmpty'],
		['lijst.csv', '', 'sheetColumns'],
		['lijst.csv', 'Achternaam;Onderdeel;Van;Aanwezig\r\nx;NT2;2026-10-01;1', 'sheetColumns'],
		['lijst.csv', `${titles};van\r\n;x;;;;;;;;`, 'sheetColumns'],
		['lijst.csv', `${titles};BSN\r\n;x;;;;;;;;123456782`, 'sheetBsn'],
		['lijst.csv', `${titles}\r\n${';x;;NT2;;;;;\r\n'.repeat(3001)}`, 'sheetTooLarge'],
		['lijst.csv', new Uint8Array([0xff, 0xfe, 0x41]), 'sheetNotUtf8'],
	] as const)('is refused with why: %s %#', async (name, content, why) => {
		const read = await course.readIn(anna(), facts, new File([content], name), on(today));
		expect(read).toEqual(refused({ file: why }));
	});

	it('is refused without a file, and with a list of tomorrow', async () => {
		expect(await course.readIn(anna(), facts, undefined, on(today))).toEqual(
			refused({ file: 'missing' }),
		);
		const tomorrow = { ...facts, sourceOn: day('2026-11-24') };
		expect(await course.readIn(anna(), tomorrow, csv(), on(today))).toEqual(
			refused({ sourceOn: 'future' }),
		);
	});

	it('takes over nothing but what was shown, all of it or nothing', async () => {
		const [a, b] = [await somebody('Samen'), await somebody('Tegelijk')];
		const preview = await shown(
			csv(
				`;Samen;${a.bornOn};NT2;2026-10-01;2026-10-31;40;;`,
				`;Tegelijk;${b.bornOn};NT2;2026-10-01;2026-10-31;40;;`,
			),
		);
		expect(await take({ ...preview, seen: 'other' })).toEqual(
			refused({ form: 'changedMeanwhile' }),
		);
		const { statement } = preview.changes[1] ?? {};
		if (!statement) throw new Error('no line');
		await course.record(anna(), b.id, { ...statement, attendedMinutes: 60 }, on(today));
		expect(await take(preview)).toEqual(refused({ form: 'changedMeanwhile' }));
		expect([await total(a.id), await total(b.id)]).toEqual([0, 60]);
		const now = await course.preview(anna(), preview.id, on(today));
		expect(now?.changes.map(({ before }) => before?.attendedMinutes ?? null)).toEqual([null, 60]);
		const twice = await Promise.all([
			take({ id: preview.id, seen: now?.seen ?? '' }),
			take({ id: preview.id, seen: now?.seen ?? '' }),
		]);
		expect(twice).toContainEqual({ ok: true, value: 2 });
		expect([await total(a.id), await total(b.id)]).toEqual([2400, 2400]);
		expect((await course.overview(anna(), b.id)).lines).toHaveLength(2);
	});

	it('is of the one who read it, sealed, and gone after a day', async () => {
		const a = await somebody('Geheim');
		const id = await kept(csv(`;Geheim;${a.bornOn};NT2;2026-10-01;;2;;`));
		const { read, t } = portal().store;
		const [row] = (await read.select().from(t.courseFiles)).filter((each) => each.id === id);
		expect(row?.linesSealed).toMatch(/^v1\./);
		const tess = staffOf(portal(), 'tess', ['teamLead']);
		expect(await course.preview(tess, id, on(today))).toBeNull();
		expect(await course.takeOver(tess, id, '', on(today))).toBeNull();
		expect(await course.preview(anna(), 'x', on(today))).toBeNull();
		expect(await course.preview(anna(), id, on('2026-11-25'))).toBeNull();
		await course.readIn(anna(), facts, csv(';x;1980-01-01;NT2;2026-10-01;;2;;'), on('2026-11-25'));
		expect((await read.select().from(t.courseFiles)).some((each) => each.id === id)).toBe(false);
	});

	it('is not for who has no caseload, and reaches nobody outside it', async () => {
		const elsewhere = await addPerson(portal(), {
			gemeentecode: '0589',
			familyName: 'Elders',
			bornOn: day('1991-02-03'),
			klantmanagerId: 'anna',
		});
		const admin = staffOf(portal(), 'anna', ['administrator']);
		await expect(kept(csv(), admin)).rejects.toThrow(NotFound);
		await expect(course.preview(admin, 'x', on(today))).rejects.toThrow(NotFound);
		await expect(course.takeOver(admin, 'x', '', on(today))).rejects.toThrow(NotFound);
		const here = staffOf(portal(), 'anna', ['klantmanager'], ['0632']);
		const file = csv(
			`${elsewhere.id};;;NT2;2026-10-01;;2;;`,
			';Elders;1991-02-03;NT2;2026-10-01;;2;;',
		);
		const preview = await course.preview(here, await kept(file, here), on(today));
		expect(preview?.wrong.map(({ problems }) => problems)).toEqual([
			[{ column: null, why: 'nobody' }],
			[{ column: null, why: 'nobody' }],
		]);
	});
});
