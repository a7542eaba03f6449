import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languagesOffered, type OfferedLanguage } from '#lib/languages/languages.ts';
import { day } from '#lib/law/day.ts';
import { NotFound } from '../errors.ts';
import type { Portal } from '../portal.ts';
import * as statements from '../statement/statement.ts';
import { layLedger, manyHours } from '../statement/test-ledger.ts';
import { addPerson, addPlan, anyWorld, residentOf, staffOf, type World } from '../test-world.ts';
import { dossier, dossierSheet } from './dossier-paper.ts';
import { mostLines } from './hours-blocks.ts';
import { press, stopPress } from './press.ts';
import type { Sheet } from './sheet.ts';
import { statement, statementSheet } from './statement-paper.ts';
import { readers, reading as reads, says } from './test-pdf.ts';

const moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: day('2026-11-23') };
const origin = 'https://heerenveen.example';
/** What a template, a browser and a reader from right to left must leave alone. */
const hostile = '#read("/etc/passwd") $x^2$ *let* @preview <b> محمد';
const unbroken = 'Stichting'.repeat(13);

let world: World;
beforeAll(async () => (world = await anyWorld()));
afterAll(async () => {
	stopPress();
	await world.close();
});

async function somebody(leerroute: 'B' | 'Z' = 'Z', lines = 3): Promise<string> {
	const { portal } = world;
	const who = { klantmanagerId: 'anna', givenName: 'مريم', familyName: '#panic("x")' };
	const { id } = await addPerson(portal, who);
	await addPlan(portal, id, '2026-01-05', { leerroute });
	await layLedger(portal, id, [
		...manyHours(lines),
		...manyHours(1, hostile),
		...manyHours(1, unbroken),
	]);
	return id;
}

const papers = { statement: statementSheet, dossier: dossierSheet } as const;
const wish = (personId: string, language: OfferedLanguage) => ({ personId, language, origin });

describe.runIf(readers())('the papers about hours', () => {
	const cases = languagesOffered.flatMap((language) =>
		(['statement', 'dossier'] as const).map((kind) => [kind, language] as const),
	);

	it.each(cases)('%s in %s: valid, tagged, with its fonts, and what it says', async (kind, tag) => {
		const personId = await somebody();
		const actor = residentOf(world.portal, personId);
		const sheet = await papers[kind](actor, wish(personId, tag), moment);
		await reads(await drawn(sheet), async (path) => {
			expect(await says('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
			const about = await says('pdfinfo', path);
			expect(about).toMatch(/^Tagged: +yes$/m);
			expect(await says('pdfinfo', '-meta', path)).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
			const fonts = (await says('pdffonts', path)).trim().split('\n').slice(2);
			for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/);
			const text = plain(await says('pdftotext', '-raw', path, '-'));
			const { confirmed } = await statements.of(actor, personId, moment);
			expect(confirmed).toHaveLength(5);
			for (const { receiptNumber } of confirmed) expect(text).toContain(receiptNumber);
			expect(text).toContain('maandag 2 maart 2026');
			expect(text).toContain('Vrijwilligerswerk');
			expect(text).toContain('#read("');
			expect(text).not.toContain('root:');
			expect(text.replaceAll(/\s/g, '')).toContain(unbroken);
			if (tag === 'tr' && kind === 'dossier') {
				expect(text).toContain('Okulunuz henüz ders bildirmedi.');
				expect(text).toContain('De school is aan zet');
			}
			if (kind === 'statement') {
				const code = /Controlegetal: ([0-9A-Z-]{19})/.exec(text)?.[1] ?? '';
				const anna = staffOf(world.portal, 'anna');
				const given = await statements.check(anna, personId, code);
				expect(given).toMatchObject({ lines: 5, confirmedMinutes: 150 });
			}
		});
	});

	it('1,500 lines are all there, within a bound of time and pages', async () => {
		const personId = await somebody('Z', 1498);
		const actor = residentOf(world.portal, personId);
		const sheet = await statementSheet(actor, wish(personId, 'ar'), moment);
		await reads(await drawn(sheet), async (path) => {
			const text = await says('pdftotext', '-raw', path, '-');
			const { confirmed } = await statements.of(actor, personId, moment);
			expect(confirmed).toHaveLength(1500);
			const missing = confirmed.filter(({ receiptNumber }) => !text.includes(receiptNumber));
			expect(missing).toEqual([]);
			const pages = Number(/^Pages: +(\d+)$/m.exec(await says('pdfinfo', path))?.[1]);
			expect(pages).toBeLessThan(60);
			// The head of the table stands on every page of it.
			expect(text.split('Wanneer').length - 1).toBeGreaterThanOrEqual(pages - 1);
		});
	});
});

describe('a paper about hours', () => {
	it('is PDF/UA-1 too', async () => {
		const personId = await somebody();
		const actor = residentOf(world.portal, personId);
		for (const sheetOf of Object.values(papers)) {
			const sheet = await sheetOf(actor, wish(personId, 'ar'), moment);
			expect(await press(sheet, 'ua-1')).not.toBeNull();
		}
	});

	it('of more lines than it holds says how many stand elsewhere, and its totals are of all', async () => {
		const personId = await somebody('Z', mostLines);
		const actor = residentOf(world.portal, personId);
		const sheet = await statementSheet(actor, wish(personId, 'nl'), moment);
		const said = JSON.stringify(sheet.blocks);
		expect(said).toContain('Er zijn nog 2 regels.');
		expect(said).toContain(`Telt mee: 2.001 uur`);
		expect(tableOf(sheet)?.rows).toHaveLength(mostLines);
	});

	it('is for the person and the own klantmanager; that staff made one is written down', async () => {
		const personId = await somebody();
		const other = await somebody();
		const strangers = [staffOf(world.portal, 'bart'), residentOf(world.portal, other)];
		for (const make of [statement, dossier]) {
			for (const stranger of strangers) {
				await expect(make(stranger, wish(personId, 'nl'), moment)).rejects.toThrow(NotFound);
			}
		}
		const before = await readingsOf(world.portal, personId);
		const own = residentOf(world.portal, personId);
		expect(await dossier(own, wish(personId, 'ti'), moment)).not.toBeNull();
		expect(await readingsOf(world.portal, personId)).toBe(before);
		const anna = staffOf(world.portal, 'anna');
		expect(await dossier(anna, wish(personId, 'nl'), moment)).not.toBeNull();
		expect(await statement(anna, wish(personId, 'nl'), moment)).not.toBeNull();
		expect(await readingsOf(world.portal, personId)).toBe(before + 2);
	});

	it('there is no dossier on another leerroute, and always a statement', async () => {
		const personId = await somebody('B');
		const own = residentOf(world.portal, personId);
		await expect(dossierSheet(own, wish(personId, 'nl'), moment)).rejects.toThrow(NotFound);
		expect(await statementSheet(own, wish(personId, 'nl'), moment)).toBeTruthy();
	});
});

async function drawn(sheet: Sheet): Promise<Uint8Array> {
	const pdf = await press(sheet);
	if (!pdf) throw new Error('this machine has no typesetter');
	return pdf;
}

function tableOf({ blocks }: Sheet) {
	return blocks.find((block) => block.kind === 'table');
}

async function readingsOf({ store }: Portal, personId: string): Promise<number> {
	const lines = await store.read.select().from(store.t.audit);
	return lines.filter((line) => line.action === 'person.read' && line.personId === personId).length;
}

const plain = (text: string) => text.replaceAll(/\p{Cf}/gu, '').replaceAll(/\s+/g, ' ');
