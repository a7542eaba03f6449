import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { directionOf, type OfferedLanguage, languagesOffered } from '#lib/languages/languages.ts';
import { day } from '#lib/law/day.ts';
import { NotFound } from '../errors.ts';
import type { PipContent } from '../pip/pip.ts';
import * as progress from '../progress/progress.ts';
import {
	addPerson,
	addPlan,
	anyWorld,
	eachEngine,
	residentOf,
	staffOf,
	type World,
} from '../test-world.ts';
import { printed } from './letters.ts';
import * as paper from './paper.ts';
import { press, stopPress } from './press.ts';
import type { Block, Sheet } from './sheet.ts';
import { everything, ownWords } from './test-plan.ts';
import { asReadBack, reading, readers, says, textOf, wordsOf } from './test-pdf.ts';

const moment = { now: Date.parse('2026-06-01T09:00:00Z'), today: day('2026-06-01') };
const origin = 'https://heerenveen.example';

afterAll(stopPress);

describe.runIf(readers())('every word of a plan stands in the PDF', () => {
	const groups = ['asielstatushouder', 'gezinshereniger'] as const;
	const routes = ['B', 'O', 'Z'] as const;
	const cases = languagesOffered.flatMap((language) =>
		routes.flatMap((route) => groups.map((group) => [language, route, group] as const)),
	);
	const worlds = opened();

	it.each(cases)('%s, route %s, %s', async (language, leerroute, groepDetail) => {
		const sheet = await sheetFor(worlds(), language, { leerroute }, { groepDetail });
		const code = { ...sheet.code, address: '' };
		await reading(await drawn({ ...sheet, code }), async (path) => {
			const { nl, own } = textsOf([...sheet.blocks, { kind: 'paragraph', line: code.line }]);
			if (language === 'nl') {
				expectWords(await textOf(path, 'all'), nl);
				return;
			}
			const [ownSide, dutchSide] =
				directionOf(language) === 'rtl'
					? (['right', 'left'] as const)
					: (['left', 'right'] as const);
			expectWords(await textOf(path, ownSide), own);
			expectWords(await textOf(path, dutchSide), nl);
		});
	});

	it.each(languagesOffered)('%s: valid, tagged, with its fonts, numbered', async (language) => {
		const sheet = await sheetFor(worlds(), language);
		await reading(await drawn(sheet), async (path) => {
			expect(await says('qpdf', '--check', path)).toContain('No syntax or stream encoding errors');
			const about = await says('pdfinfo', path);
			expect(about).toMatch(/^Tagged: +yes$/m);
			expect(about).toMatch(/^Title: +Uw plan$/m);
			const metadata = await says('pdfinfo', '-meta', path);
			expect(metadata).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
			expect(metadata).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
			const fonts = (await says('pdffonts', path)).trim().split('\n').slice(2);
			expect(fonts.length).toBeGreaterThan(1);
			// The columns before the object's number: embedded, subset, with Unicode.
			for (const font of fonts) expect(font).toMatch(/ yes yes yes +\d+ +\d+$/);
			const pages = Number(/^Pages: +(\d+)$/m.exec(about)?.[1]);
			expect(pages).toBeGreaterThan(1);
			const all = await says('pdftotext', '-layout', path, '-');
			for (let page = 1; page <= pages; page += 1) {
				expect(all).toContain(`Versie 1, pagina ${page} van ${pages}`);
			}
			expect(all).toContain(`${origin}/plan/versie/1`);
			expect(all.split('Amina Haile').length - 1).toBe(pages);
		});
	});

	it('keeps phone numbers, and names in their own direction', async () => {
		const sheet = await sheetFor(worlds(), 'ar');
		await reading(await drawn(sheet), async (path) => {
			expect(await textOf(path, 'right')).toContain('0513-00 00 01');
			const dutch = (await textOf(path, 'left')).replaceAll(/\p{Cf}/gu, '').replaceAll(/\s+/g, ' ');
			expect(dutch).toMatch(/De buddy heet محمد حداد ?en komt/);
		});
	});

	it('says what staff typed and never runs it', async () => {
		const sheet = await sheetFor(worlds(), 'nl');
		await reading(await drawn(sheet), async (path) => {
			const text = (await textOf(path, 'all')).replaceAll(/\s+/g, ' ');
			expect(text).toContain(ownWords[0]);
			expect(text).not.toContain('root:');
		});
	});

	it('still makes a paper with letters that no font has', async () => {
		const strange = await sheetFor(
			worlds(),
			'ar',
			{},
			{ givenName: '漢字 😀', familyName: 'Шевченко' },
		);
		await reading(await drawn(strange), async (path) => {
			expect(await says('pdftotext', path, '-')).toContain('Шевченко');
		});
	});
});

describe('the engine itself', () => {
	const worlds = opened();

	it.each(languagesOffered)('finds PDF/UA-1 in %s too', async (language) => {
		expect(await press(await sheetFor(worlds(), language), 'ua-1')).not.toBeNull();
	});

	it('refuses what the standard forbids, so that its yes says something', async () => {
		const sheet = await sheetFor(worlds(), 'nl');
		await expect(press({ ...sheet, title: '' }, 'ua-1')).rejects.toThrow(/title/);
	});

	it('comes back after it was let go', async () => {
		const sheet = await sheetFor(worlds(), 'nl');
		const going = press(sheet);
		stopPress();
		await expect(going).rejects.toThrow('stopped');
		expect(await press(sheet)).not.toBeNull();
	});
});

eachEngine('a paper', (open) => {
	const worlds = opened(open);
	const anna = () => staffOf(worlds().portal, 'anna');

	async function somebody() {
		const { portal } = worlds();
		const { id } = await addPerson(portal, { klantmanagerId: 'anna' });
		await addPlan(portal, id, '2026-03-02');
		return {
			id,
			wish: { personId: id, version: 1, kind: 'plan', language: 'ti', origin } as const,
		};
	}

	it('is for the person and the own klantmanager, and of a version that is there', async () => {
		const { portal } = worlds();
		const { id, wish } = await somebody();
		const other = await somebody();
		for (const stranger of [staffOf(portal, 'bart'), residentOf(portal, other.id)]) {
			await expect(paper.plan(stranger, wish, moment)).rejects.toThrow(NotFound);
		}
		const own = residentOf(portal, id);
		await expect(paper.plan(own, { ...wish, version: 2 }, moment)).rejects.toThrow(NotFound);
		expect(await paper.plan(own, wish, moment)).not.toBeNull();
	});

	it('made by staff is written down, and by the person not', async () => {
		const { portal } = worlds();
		const { id, wish } = await somebody();
		await paper.plan(residentOf(portal, id), wish, moment);
		await paper.plan(anna(), { ...wish, kind: 'besluit' }, moment);
		const { t, read } = portal.store;
		const lines = (await read.select().from(t.audit)).filter(
			({ action }) => action === 'paper.read',
		);
		expect(lines).toMatchObject([
			{ actor: 'anna', subject: id, personId: id, detail: { kind: 'besluit', version: 1 } },
		]);
	});

	it('says how far somebody is on the plan that holds, and never on the decision', async () => {
		const { id } = await addPerson(worlds().portal, { klantmanagerId: 'anna' });
		await addPlan(worlds().portal, id, '2026-03-02', everything);
		const said = { on: day('2026-12-31'), reason: 'waiting' } as const;
		const goal = { personId: id, partId: 'own', seen: 0 };
		expect((await progress.sayDay(anna(), goal, said, moment)).ok).toBe(true);
		const action = { ...goal, partId: everything.agreements?.[0]?.id ?? '' };
		expect((await progress.sayState(anna(), action, 'done', moment)).ok).toBe(true);
		const wish = { personId: id, version: 1, language: 'tr', origin } as const;
		const plan = textsOf((await paper.sheetOf(anna(), { ...wish, kind: 'plan' }, moment)).blocks);
		expect(plan.nl).toContain('Klaar op maandag 1 juni 2026.');
		expect(plan.nl).toContain('Nieuwe dag: donderdag 31 december 2026.');
		expect(plan.own).toContain('Başka birini bekliyoruz.');
		const decision = await paper.sheetOf(anna(), { ...wish, kind: 'besluit' }, moment);
		expect(textsOf(decision.blocks).nl).not.toMatch(/Klaar op maandag|Nieuwe dag/);
	});

	it('of the decision is Dutch, whatever the reader speaks', async () => {
		const { wish } = await somebody();
		const sheet = await paper.sheetOf(anna(), { ...wish, kind: 'besluit' }, moment);
		expect(sheet.language).toBe('nl');
		expect(textsOf(sheet.blocks).own).toBe('');
	});
});

function opened(open?: () => Promise<World>): () => World {
	let world: World | undefined;
	beforeAll(async () => {
		world = await (open ?? anyWorld)();
	});
	afterAll(() => world?.close());
	return () => {
		if (!world) throw new Error('the world is not open yet');
		return world;
	};
}

/** A plan in which everything is said that a plan can say, before it is drawn. */
async function sheetFor(
	{ portal }: World,
	language: OfferedLanguage,
	differing: Partial<PipContent> = {},
	who: Parameters<typeof addPerson>[1] = {},
): Promise<Sheet> {
	const { id } = await addPerson(portal, who);
	await addPlan(portal, id, '2026-03-02', { ...everything, ...differing });
	const wish = { personId: id, version: 1, kind: 'plan', language, origin } as const;
	return paper.sheetOf(residentOf(portal, id), wish, moment);
}

async function drawn(sheet: Sheet): Promise<Uint8Array> {
	const pdf = await press(sheet);
	if (!pdf) throw new Error('this machine has no typesetter');
	return pdf;
}

/** Everything that stands in each column, in the order of the paper. */
function textsOf(blocks: readonly Block[]): { nl: string; own: string } {
	const [nl, own]: [string[], string[]] = [[], []];
	const put = (texts: string[], runs: readonly { text: string }[] | null) =>
		runs && texts.push(runs.map(({ text }) => text).join(''));
	for (const block of blocks) {
		if (block.kind === 'list') {
			for (const item of block.items) {
				const inside = textsOf(item);
				nl.push(inside.nl);
				own.push(inside.own);
			}
		} else if (block.kind === 'table') {
			for (const { nl: head } of block.head) put(nl, head);
			for (const cell of block.rows.flat()) put(nl, cell);
		} else if (block.kind === 'ownWords') {
			put(nl, block.line.nl);
			if (block.mark?.own) put(nl, block.mark.nl);
			put(own, block.mark?.own ?? block.line.own);
		} else {
			put(nl, block.line.nl);
			put(own, block.line.own);
		}
	}
	return { nl: nl.join('\n'), own: own.filter(Boolean).join('\n') };
}

function expectWords(readBack: string, written: string) {
	expect(written.length).toBeGreaterThan(500);
	expect(wordsOf(readBack)).toEqual(wordsOf(asReadBack(printed(written))));
}
