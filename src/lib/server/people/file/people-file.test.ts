import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { refused } from '../../errors.ts';
import * as notices from '../../notices/notices.ts';
import * as spreadsheets from '../../spreadsheets/spreadsheets.ts';
import { addPerson, eachEngine, residentOf } from '../../test-world.ts';
import { groepHistory } from '../groep-history.ts';
import * as people from '../people.ts';
import * as file from './people-file.ts';
import { bsnOf, csv, deskOf, line, moment, titles } from './test-file.ts';

eachEngine('a file with people', (open) => {
	const { kim, portal, shown, take, whys } = deskOf(open);
	const everybody = () => portal().store.read.select().from(portal().store.t.people);
	const lastAudit = async () =>
		(await portal().store.read.select().from(portal().store.t.audit)).at(-1);

	it('of 500 people with 20 that are wrong each in its own way is taken over but for those, once', async () => {
		await addPerson(portal(), { bsn: bsnOf(700), klantmanagerId: 'lee' });
		const wrong: readonly string[] = [
			line(500, { BSN: '' }),
			line(501, { BSN: '123456789' }),
			line(502, { BSN: bsnOf(3) }),
			line(503, { BSN: 'onbekend' }),
			line(504, { BSN: bsnOf(700) }),
			line(505, { Achternaam: '' }),
			line(506, { Voornaam: '' }),
			line(507, { Voornaam: 'x'.repeat(81) }),
			line(508, { Geboortedatum: '31-02-1990' }),
			line(509, { Geboortedatum: '24-11-2026' }),
			line(510, { Geboortedatum: '' }),
			line(511, { Gemeente: 'Woerden' }),
			line(512, { Groep: 'toerist' }),
			line(513, { Groep: '' }),
			line(514, { 'Begin plicht': 'najaar' }),
			line(515, { Taal: 'Klingon' }),
			line(516, { Taal: '' }),
			line(517, { 'Groep vanaf': '2026-13-01' }),
			line(518, { 'Reden groep': 'zomaar' }),
			line(519, { Klantmanager: 'Niemand Bekend' }),
		];
		const good = Array.from({ length: 480 }, (_, nth) => line(nth));
		const lines = [...good.slice(0, 200), ...wrong, ...good.slice(200)];
		const preview = await shown(csv(lines));
		expect(whys(preview)).toEqual([
			[5, 'bsn doubleInFile'],
			[202, 'bsn missing'],
			[203, 'bsn notABsn'],
			[204, 'bsn doubleInFile'],
			[205, 'bsn notABsn'],
			[206, 'bsn bsnKnown'],
			[207, 'familyName missing'],
			[208, 'givenName missing'],
			[209, 'givenName tooLong'],
			[210, 'bornOn notADay'],
			[211, 'bornOn future'],
			[212, 'bornOn missing'],
			[213, 'gemeentecode notAGemeente'],
			[214, 'groepDetail notAChoice'],
			[215, 'groepDetail missing'],
			[216, 'plichtSinceOn notADay'],
			[217, 'language notALanguage'],
			[218, 'language missing'],
			[219, 'groepChangedOn notADay'],
			[220, 'groepReason notAChoice'],
			[221, 'klantmanager klantmanagerUnknown'],
		]);
		expect(preview.wrong[0]?.problems[0]?.otherLine).toBe(204);
		expect(await take(preview)).toEqual({ ok: true, value: { added: 479, changed: 0 } });
		expect(await everybody()).toHaveLength(480);
		expect(await lastAudit()).toMatchObject({
			action: 'people.file',
			detail: { added: 479, changed: 0, wrong: 21 },
		});
		const again = await shown(csv(lines));
		expect(again).toMatchObject({ added: [], changed: [], same: 479 });
		expect(await take(again)).toEqual({ ok: true, value: { added: 0, changed: 0 } });
		expect(await everybody()).toHaveLength(480);
		const caseload = await people.caseload(kim());
		expect(caseload[0]).toMatchObject({ plichtSinceOn: '2026-09-01', language: 'ti', revision: 0 });
	});

	it.each(['openpyxl.xlsx', 'libreoffice.xlsx', 'libreoffice-nl.csv'])(
		'reads %s as another program made it',
		async (name) => {
			const bytes = await readFile(new URL(`fixtures/${name}`, import.meta.url));
			const preview = await shown(new File([new Uint8Array(bytes)], name));
			expect(preview.wrong).toEqual([]);
			expect(preview.unreadTitles).toEqual(['nationaliteit']);
			expect(preview.added.map(({ person }) => person)).toMatchObject([
				{
					bsn: '999990019',
					bornOn: '1990-05-01',
					gemeentecode: portal().tenant.gemeenten[0]?.gemeentecode,
					notifiedOn: '2026-09-07',
					hasParticipatiewetBenefit: true,
					inAzc: false,
					speaks: ['en', 'ar'],
					reads: ['ar'],
					canRead: 'little',
					situations: ['largeFamily'],
					phone: '0612345678',
				},
				{ bsn: '010000021', givenName: 'Yıldız', bornOn: '1985-12-31', canRead: 'yes' },
				{ speaks: ['so'], canRead: 'no', situations: ['amv', 'noodopvang'], inAzc: true },
			]);
		},
	);

	it('changes what it says of somebody known, and nothing else', async () => {
		const person = await addPerson(portal(), {
			bsn: bsnOf(800),
			familyName: 'Haile 800',
			klantmanagerId: 'kim',
			email: 'amina@post.example',
		});
		const facts = { Groep: 'Nareiziger', Telefoon: '06-00000001', 'Begin plicht': '1-10-2025' };
		expect(whys(await shown(csv([line(800, facts)])))).toEqual([
			[2, 'groepChangedOn missing', 'groepReason missing'],
		]);
		const since = { 'Groep vanaf': '1-11-2026', 'Reden groep': 'Besluit IND' };
		const preview = await shown(csv([line(800, { ...facts, ...since })]));
		expect(preview.changed.map(({ fields }) => [...fields].sort())).toEqual([
			['groepDetail', 'phone'],
		]);
		expect(await take(preview)).toEqual({ ok: true, value: { added: 0, changed: 1 } });
		expect(await people.find(kim(), person.id)).toMatchObject({
			groepDetail: 'nareiziger',
			phone: '06-00000001',
			email: 'amina@post.example',
			revision: 1,
		});
		expect(await groepHistory(kim(), person.id)).toMatchObject([
			{ fromDetail: 'asielstatushouder', changedOn: '2026-11-01', reason: 'indDecision' },
		]);
		expect(await shown(csv([line(800, { ...facts, ...since })]))).toMatchObject({
			changed: [],
			same: 1,
		});
	});

	it('leaves veilig contact, and a phone and mailbox that the person answered from', async () => {
		const reach = { phone: '0687654321', email: 'amina@post.example' };
		const whose = { familyName: 'Haile 840', bsn: bsnOf(840), klantmanagerId: 'kim' };
		const { id } = await addPerson(portal(), { ...whose, ...reach });
		const { personContacts: c } = portal().store.t;
		const verified = {
			phoneKey: notices.addressKey(portal(), reach.phone),
			emailKey: notices.addressKey(portal(), reach.email),
		};
		await portal().store.touch((tx) => tx.insert(c).values({ personId: id, ...verified }));
		await people.saySafeContact(residentOf(portal(), id), true, moment.now);
		const head = `${titles};E-mail;Veilig contact`;
		const old = `${line(840, { Telefoon: '06-00000001' })};oud@post.example;nee`;
		const preview = await shown(csv([old], head));
		expect(preview.changed.map(({ fields }) => fields)).not.toContainEqual(
			expect.arrayContaining(['safeContact']),
		);
		await take(preview);
		expect(await people.find(kim(), id)).toMatchObject({ ...reach, safeContact: true });
	});

	it('merges nobody: who has the same name and birthday is added only when ticked', async () => {
		const known = await addPerson(portal(), {
			familyName: 'Haile 810',
			klantmanagerId: 'kim',
			bsn: bsnOf(809),
		});
		await addPerson(portal(), { familyName: 'Haile 811', klantmanagerId: 'lee' });
		const lines = [
			line(810, { Voornaam: 'AMÍNA' }),
			line(811),
			line(812),
			line(813, { Achternaam: 'Haile 812' }),
			line(814, { BSN: bsnOf(809), Geboortedatum: '2-5-1990' }),
		];
		const preview = await shown(csv(lines));
		expect(preview.added.map(({ double }) => double)).toEqual([
			{ personId: known.id },
			{ personId: null },
			{ otherLine: 5 },
			{ otherLine: 4 },
		]);
		expect(whys(preview)).toEqual([[6, 'bsn otherPerson']]);
		const before = (await everybody()).length;
		expect(await take(preview, [4])).toEqual({ ok: true, value: { added: 1, changed: 0 } });
		expect(await everybody()).toHaveLength(before + 1);
		expect(await people.find(kim(), known.id)).toMatchObject({ revision: 0 });
	});

	it('makes nobody of somebody of the same family whose BSN stands in the line', async () => {
		const whose = { familyName: 'Haile 850', bsn: bsnOf(850), klantmanagerId: 'kim' };
		await addPerson(portal(), { ...whose, givenName: 'Selam' });
		const child = { Voornaam: 'Yonas', Geboortedatum: '3-4-2008' };
		expect(whys(await shown(csv([line(850, child)])))).toEqual([[2, 'bsn otherPerson']]);
		const slip = { Voornaam: 'Selam', Geboortedatum: '2-5-1990' };
		expect((await shown(csv([line(850, slip)]))).changed.map(({ fields }) => fields)).toEqual([
			expect.arrayContaining(['bornOn']) as unknown,
		]);
	});

	it('is taken over once when colleagues bring the same people in at once, in whatever order', async () => {
		for (const from of [900, 940, 980]) {
			const lines = Array.from({ length: 30 }, (_, nth) => line(from + nth));
			const [one, other] = [await shown(csv(lines)), await shown(csv(lines.toReversed()))];
			const taken = await Promise.all([take(one), take(other)]);
			expect(taken).toContainEqual({ ok: true, value: { added: 30, changed: 0 } });
			expect(taken).toContainEqual(refused({ form: 'changedMeanwhile' }));
		}
	});

	it('takes over all of it or nothing, and nothing but what was shown', async () => {
		const person = await addPerson(portal(), {
			bsn: bsnOf(820),
			klantmanagerId: 'kim',
			familyName: 'Haile 820',
		});
		const lines = [line(821), line(820, { Telefoon: '06-00000002' })];
		const preview = await shown(csv(lines));
		expect(await take({ ...preview, seen: 'other' })).toEqual(
			refused({ form: 'changedMeanwhile' }),
		);
		const before = (await everybody()).length;
		await addPerson(portal(), { bsn: bsnOf(821) });
		expect(await take(preview)).toEqual(refused({ form: 'changedMeanwhile' }));
		expect(await everybody()).toHaveLength(before + 1);
		expect(await people.find(kim(), person.id)).toMatchObject({ phone: null, revision: 0 });
		const now = await file.preview(kim(), preview.id, moment);
		expect(now).toMatchObject({
			added: [],
			changed: [{ fields: expect.arrayContaining(['phone']) as unknown }],
		});
		const both = await Promise.all(
			[1, 2].map(() => take({ id: preview.id, seen: now?.seen ?? '' })),
		);
		expect(both.filter((one) => one?.ok)).toHaveLength(1);
		expect(await people.find(kim(), person.id)).toMatchObject({ revision: 1 });
	});

	it('keeps to what the law says can be true together', async () => {
		const head = `${titles};Eerste PIP elders;Verhuisd op`;
		const former = `${line(830)};2021-05-01;2026-01-01`;
		expect(whys(await shown(csv([former], head)))).toEqual([
			[2, 'firstDagtekeningOn firstPlanBeforeLaw'],
		]);
	});

	it.each([
		['mensen.pdf', 'x', 'sheetKind'],
		['mensen.csv', titles, 'sheetEmpty'],
		['mensen.csv', 'Voornaam;Achternaam;Geboortedatum\r\nx;x;x', 'peopleColumns'],
		['mensen.csv', `${titles};BSN\r\n;x`, 'peopleColumns'],
		['mensen.csv', `${titles}\r\n${';x\r\n'.repeat(2001)}`, 'sheetTooLarge'],
	])('%s is refused with why %#', async (name, content, why) => {
		const read = await file.readIn(kim(), new File([content], name), moment);
		expect(read).toEqual({ ok: false, problems: { file: why } });
	});

	it.each(spreadsheets.kinds)(
		'has a template that reads back, without anybody in it: %s',
		async (kind) => {
			const bytes = new Uint8Array(await file.template(kind));
			const read = await file.readIn(kim(), new File([bytes], `mensen.${kind}`), moment);
			expect(read).toEqual(refused({ file: 'sheetEmpty' }));
			expect(await file.readIn(kim(), undefined, moment)).toEqual(refused({ file: 'missing' }));
		},
	);
});
