import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound } from '../errors.ts';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { addPerson, anyWorld, staffOf, type World } from '../test-world.ts';
import * as waysIn from '../ways-in/ways-in.ts';
import { activationLetter, letterSheet } from './activation-paper.ts';
import { press, stopPress } from './press.ts';
import { readers, reading, says, textOf } from './test-pdf.ts';

const moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: '2026-11-23' } as never;
const origin = 'https://heerenveen.example';

describe('the letter', () => {
	let world: World;
	let portal: Portal;
	let person: Person;
	const kim = () => staffOf(portal, 'kim');

	beforeAll(async () => {
		world = await anyWorld();
		({ portal } = world);
		person = await addPerson(portal, { klantmanagerId: 'kim', language: 'ti' });
	});
	afterAll(async () => {
		stopPress();
		await world.close();
	});

	it('works when it is printed, and carries its secret behind the # alone', async () => {
		const wish = { personId: person.id, origin, isLost: false };
		const pdf = await activationLetter(kim(), wish, moment);
		if (!pdf) throw new Error('no press');
		const [, number = '', code = ''] = /#(\d{8})\.(\d{18})$/.exec(await targetOf(pdf)) ?? [];
		const from = { address: '192.0.2.1', device: null };
		expect((await waysIn.activate(portal, { number, code }, from, moment)).ok).toBe(true);
	});

	it('is given to nobody by another klantmanager', async () => {
		const wish = { personId: person.id, origin, isLost: true };
		await expect(activationLetter(staffOf(portal, 'bart'), wish, moment)).rejects.toThrow(NotFound);
	});

	it.each(['ti', 'ar', 'nl'])('says the same in %s on one page, as PDF/UA', async (language) => {
		const prepared = { ...(await waysIn.prepare(kim(), person.id, moment)) };
		const { number, code } = prepared;
		const theirs = { ...prepared, person: { ...person, language } };
		const sheet = letterSheet(theirs, 'Gemeente Heerenveen', origin, moment);
		expect(sheet.code.address).toBe('heerenveen.example/activeren');
		const pdf = await press(sheet, 'ua-1');
		if (!pdf) throw new Error('no press');
		expect((await PDFDocument.load(pdf)).getPageCount()).toBe(1);
		if (!readers()) return;
		const text = await reading(pdf, (path) => textOf(path, 'all'));
		expect(text).toContain(waysIn.grouped(number, 4));
		expect(text).toContain(waysIn.grouped(code, 3));
		expect(text).not.toContain(code);
		await reading(pdf, (path) => says('qpdf', '--check', path));
	});
});

/** The address behind the square. */
async function targetOf(pdf: Uint8Array): Promise<string> {
	const [page] = (await PDFDocument.load(pdf)).getPages();
	const links = page?.node.Annots();
	const action = links?.lookup(0, PDFDict).lookup(PDFName.of('A'), PDFDict);
	return action?.lookup(PDFName.of('URI'), PDFString).asString() ?? '';
}
