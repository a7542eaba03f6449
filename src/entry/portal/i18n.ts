import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isOffered, languages, languagesOffered } from '../../lib/languages/languages.ts';
import { columns, writtenColumns } from '../../lib/languages/sheet/columns.ts';
import type { Column } from '../../lib/languages/sheet/columns.ts';
import type { Fault } from '../../lib/languages/sheet/fault.ts';
import { linesOf } from '../../lib/languages/sheet/lines.ts';
import type { Selection } from '../../lib/languages/sheet/lines.ts';
import type { SheetLanguage } from '../../lib/languages/sheet/standing.ts';
import { takeIn } from '../../lib/languages/sheet/taking-in.ts';
import { isDay } from '../../lib/law/day.ts';
import { writeDurably } from '../../lib/server/crypto/durable-file.ts';
import * as spreadsheets from '../../lib/server/spreadsheets/spreadsheets.ts';
import { readTexts, writeTexts } from './catalogue-files.ts';
import { inTenant, keep, ownWords, wentOut } from './own-words.ts';

const ownMessages = fileURLToPath(new URL('../../../messages', import.meta.url));

const usage = `npm run portal -- i18n export LANGUAGE FILE [--missing | --unreviewed | --stale]
npm run portal -- i18n import LANGUAGE FILE --by NAME --on YYYY-MM-DD [--approve]

With --tenant TENANT: not the portal's own texts, but what klantmanagers wrote in the plans of that tenant.
FILE ends in .xlsx or .csv; LANGUAGE is one of ${languagesOffered.filter((tag) => tag !== 'nl').join(', ')}.`;

/** `i18n export`: texts as a spreadsheet for their translator. 0 done, 1 could not, 2 asked wrongly. */
export async function exported(args: readonly string[], folder = ownMessages): Promise<number> {
	const asked = question(args, {
		missing: { type: 'boolean' },
		unreviewed: { type: 'boolean' },
		stale: { type: 'boolean' },
	});
	const selections = ['missing', 'unreviewed', 'stale'] as const;
	const chosen = selections.filter((each) => asked?.values[each] === true);
	if (asked === null || chosen.length > 1) return wronglyAsked();
	const { language, tenant } = asked;
	const selection: Selection = chosen[0] ?? 'all';
	if (tenant === null) {
		const lines = linesOf(await readTexts(folder), language, selection);
		return writeSheet(asked, lines);
	}
	const code = await inTenant(tenant, async (portal) => {
		const lines = linesOf(await ownWords(portal, language), language, selection);
		await wentOut(portal, language, new Set(lines.map(([key = '']) => key)));
		return writeSheet(asked, lines, 0o600);
	});
	return code ?? cannot(`There is no tenant ${tenant}.`);
}

/**
 * `i18n import`: brings a spreadsheet back. When one line is wrong nothing changes, and every fault is listed on standard
 * error with its line, its column and what to do.
 */
export async function imported(args: readonly string[], folder = ownMessages): Promise<number> {
	const asked = question(args, {
		by: { type: 'string' },
		on: { type: 'string' },
		approve: { type: 'boolean' },
	});
	const { by, on, approve } = asked?.values ?? {};
	const isSaid = typeof by === 'string' && by.trim() !== '' && isDay(on);
	if (asked === null || !isSaid) return wronglyAsked();
	const { language, file, kind, tenant } = asked;
	const bytes = await contentOf(file);
	if (typeof bytes === 'string') return cannot(`${bytes} ${nothing}`);
	const read = await spreadsheets.read(kind, bytes);
	if (!read.ok) return cannot(`${file}: ${unreadable[read.why]} ${nothing}`);
	const bringing = { by: by.trim(), on, approves: tenant === null ? approve === true : null };
	if (tenant === null) {
		const texts = await readTexts(folder);
		const taken = takeIn(read.table, texts, language, bringing);
		if (!taken.ok) return faulty(file, taken.faults);
		await writeTexts(folder, texts, language, taken);
		const code = told(language, taken);
		if (taken.texts + taken.reviewed > 0) console.log('They are shown after the next build.');
		return code;
	}
	const code = await inTenant(tenant, async (portal) => {
		const texts = await ownWords(portal, language);
		const taken = takeIn(read.table, texts, language, bringing);
		if (!taken.ok) return faulty(file, taken.faults);
		const problem = await keep(portal, language, texts, taken);
		return problem === null ? told(language, taken) : cannot(`${problem} ${nothing}`);
	});
	return code ?? cannot(`There is no tenant ${tenant}. ${nothing}`);
}

const nothing = 'Nothing was changed.';

function faulty(file: string, faults: readonly Fault[]): number {
	for (const { line, column, says } of faults) console.error(`line ${line}, ${column}: ${says}`);
	return cannot(`${file}: ${faults.length} faults. ${nothing}`);
}

function told(language: string, taken: { readonly texts: number; readonly reviewed: number }) {
	console.log(`${language}: ${taken.texts} texts and ${taken.reviewed} reviews changed.`);
	return 0;
}

async function writeSheet(
	{ language, file, kind }: Question,
	lines: readonly (readonly string[])[],
	mode = 0o644,
): Promise<number> {
	const isRightToLeft = languages[language].dir === 'rtl';
	const sheet = {
		name: languages[language].dutchName,
		isRightToLeft,
		columns: columns.map((column) => ({
			width: widths[column],
			isForReading: !writtenColumns.includes(column),
			isRightToLeft: isRightToLeft && column === 'translation',
		})),
		lines,
	};
	try {
		await writeDurably(file, await spreadsheets.written(kind, sheet), 'replace', mode);
	} catch (problem) {
		return cannot(`${file} cannot be written: ${messageOf(problem)}.`);
	}
	console.log(`${file}: ${lines.length - 1} lines.`);
	return 0;
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'];
type Question = {
	readonly language: SheetLanguage;
	readonly file: string;
	readonly kind: spreadsheets.Kind;
	readonly tenant: string | null;
	readonly values: Readonly<Record<string, unknown>>;
};

function question(args: readonly string[], options: NonNullable<Options>): Question | null {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			options: { ...options, tenant: { type: 'string' } },
			allowPositionals: true,
		});
		const { tenant } = values;
		const [language, file, ...more] = positionals;
		const kind = file === undefined ? null : spreadsheets.kindOf(file);
		if (!isOffered(language) || language === 'nl' || file === undefined) return null;
		if (kind === null || more.length > 0) return null;
		return { language, file, kind, tenant: typeof tenant === 'string' ? tenant : null, values };
	} catch (problem) {
		if (problem instanceof TypeError) return null;
		throw problem;
	}
}

async function contentOf(file: string): Promise<Buffer | string> {
	try {
		const { size } = await stat(file);
		if (size > spreadsheets.bounds.fileBytes) return `${file}: ${unreadable.tooLarge}`;
		return await readFile(file);
	} catch (problem) {
		return `${file} cannot be read: ${messageOf(problem)}.`;
	}
}

const unreadable = {
	tooLarge: 'The file is larger than any export: 5 MB, 50 columns, 60 MB unpacked.',
	tooManyLines: 'The file has more than 20,000 lines: take out those below the last message.',
	notThisKind: 'The file is not what its name says: save it again as XLSX or as CSV.',
	notUtf8: 'The letters are not in UTF-8: save it as "CSV UTF-8", or as XLSX.',
	damaged: 'The file is damaged: save it again from the program it was made in.',
	twoSheets: 'The file has more than one sheet: keep the one of the export.',
} as const satisfies Record<spreadsheets.Unreadable, string>;

const widths = {
	key: 30,
	'plural form': 12,
	Dutch: 45,
	English: 45,
	translation: 45,
	'back-translation': 35,
	state: 12,
	translator: 18,
	reader: 18,
	'maximum length': 12,
	note: 45,
	version: 12,
} as const satisfies Record<Column, number>;

function wronglyAsked(): number {
	console.error(usage);
	return 2;
}

function cannot(sentence: string): number {
	console.error(sentence);
	return 1;
}

function messageOf(problem: unknown): string {
	return problem instanceof Error ? problem.message : String(problem);
}
