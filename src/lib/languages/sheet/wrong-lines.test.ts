import { describe, expect, it } from 'vitest';
import { columns } from './columns.ts';
import type { Column } from './columns.ts';
import type { Grid } from './grid.ts';
import { linesOf } from './lines.ts';
import { approval, ar, nl, texts } from './sample-texts.ts';
import { takeIn } from './taking-in.ts';

const bringing = { by: 'Kim', on: '2026-11-22', approves: false };
const lines = linesOf(texts, 'ar', 'all');
const lineOf = (key: string, form = '') =>
	lines.findIndex((line) => line[0] === key && line[1] === form) + 1;

/** The export with some cells changed; `line` as people count. */
function changed(line: number, cells: Partial<Record<Column, string>>, grid: Grid = lines): Grid {
	return grid.map((row, index) =>
		index + 1 === line ? row.map((cell, at) => cells[columns[at] ?? 'key'] ?? cell) : row,
	);
}

function faultsIn(grid: Grid, language: 'ar' | 'tr' = 'ar') {
	const taken = takeIn(grid, texts, language, bringing);
	return taken.ok ? [] : taken.faults.map(({ line, column, says }) => `${line} ${column}: ${says}`);
}

describe('a line that is wrong is said by its number, and then nothing is taken', () => {
	const until = lineOf('plan_until');
	const few = lineOf('hours_left', 'few');
	const fresh = lineOf('plan_new');
	const good = 'لديك خطة جديدة.';

	it.each<[string, Grid, string]>([
		['no titles', [], `1 key: The column "key" is not there`],
		['a title gone', changed(1, { note: 'x' }), '1 note: The column "note" is not there'],
		['a title twice', changed(1, { note: 'key' }), '1 key: The column "key" is there 2 times'],
		[
			'another language',
			changed(1, { translation: 'translation (tr)' }),
			'1 translation: This file is for tr, not for ar.',
		],
		['nothing but titles', lines.slice(0, 1), '1 key: There is no line under the titles.'],
		[
			'an unknown key',
			changed(until, { key: 'plan_untill' }),
			`${until} key: There is no message "plan_untill"`,
		],
		[
			'a key of staff',
			changed(until, { key: 'queue_title' }),
			`${until} key: There is no message "queue_title"`,
		],
		[
			'a key of the language',
			changed(until, { key: 'constructor' }),
			`${until} key: There is no message "constructor"`,
		],
		[
			'the schema',
			changed(until, { key: '$schema' }),
			`${until} key: There is no message "$schema"`,
		],
		['no key', changed(until, { key: '' }), `${until} key: There is no message ""`],
		[
			'a form gone',
			lines.filter((_, index) => index + 1 !== few),
			`${lineOf('hours_left', 'zero')} plural form: The form few is missing`,
		],
		[
			'an unknown form',
			changed(few, { 'plural form': 'dual' }),
			`${few} plural form: "dual" is no form of this message: it is zero, one, two, few, many, other`,
		],
		[
			'a form too many',
			changed(until, { 'plural form': 'one' }),
			`${until} plural form: "one" is no form of this message: it stays empty`,
		],
		[
			'a line twice',
			[...lines, lines[few - 1] ?? []],
			`${lines.length + 1} key: hours_left few stands in line ${few} already`,
		],
		[
			'a version of nothing',
			changed(until, { version: '1,23E+15' }),
			`${until} version: The version is not that of the export`,
		],
		[
			'changed Dutch',
			changed(until, {
				version: (lines[until - 1]?.[11] ?? '').replace(/v\.\w+/, 'v.0000000000000000'),
			}),
			`${until} Dutch: The Dutch has changed since the export`,
		],
		[
			'Dutch of another line',
			changed(until, { Dutch: 'Er is een nieuw plan voor u.' }),
			`${until} Dutch: This is not the Dutch of this key`,
		],
		[
			'a formula',
			changed(fresh, { translation: '=HYPERLINK("http://x")' }),
			`${fresh} translation: The text begins as a formula does`,
		],
		[
			'a formula of plus',
			changed(fresh, { translation: '+1' }),
			`${fresh} translation: The text begins as a formula does`,
		],
		[
			'a formula of at',
			changed(until, { translator: '@SUM(A1)' }),
			`${until} translator: The text begins as a formula does`,
		],
		[
			'a tab',
			changed(fresh, { translation: `\t${good}` }),
			`${fresh} translation: The text begins as a formula does`,
		],
		[
			'a zero-width space',
			changed(fresh, { translation: `لديك\u200B خطة جديدة.` }),
			`${fresh} translation: There is an invisible character (U+200B)`,
		],
		[
			'a hard space',
			changed(until, { reader: 'De\u00A0Vries' }),
			`${until} reader: There is an invisible character (U+00A0)`,
		],
		[
			'a direction mark',
			changed(fresh, { translation: `\u202E${good}` }),
			`${fresh} translation: There is an invisible direction mark`,
		],
		[
			'no text for a message that had one',
			changed(until, { translation: '' }),
			`${until} translation: The text is empty`,
		],
		[
			'one form without text',
			changed(few, { translation: '' }),
			`${few} translation: The text is empty`,
		],
		[
			'a space at the end',
			changed(until, { translation: `${ar.plan_until} ` }),
			`${until} translation: The text is empty, or has a space`,
		],
		[
			'a fact gone',
			changed(until, { translation: 'لديك حتى {day}.' }),
			`${until} translation: Each text shows every {name}`,
		],
		[
			'a fact of another name',
			changed(until, { translation: 'لديك حتى {date}. سيساعدك {who}.' }),
			`${until} translation: The names between braces`,
		],
		[
			'a fact in one form only',
			changed(few, { translation: 'ساعات متبقية' }),
			`${few} translation: Each text shows every {name}`,
		],
		[
			'a brace',
			changed(until, { translation: 'لديك {حتى {day}. سيساعدك {who}.' }),
			`${until} translation: A brace is left over`,
		],
		[
			'other digits',
			changed(fresh, { translation: 'لديك ٣ خطط.' }),
			`${fresh} translation: Write digits as 0-9.`,
		],
		[
			'Dutch',
			changed(fresh, { translation: nl.plan_new }),
			`${fresh} translation: This is the Dutch: translate it.`,
		],
		[
			'another script',
			changed(fresh, { translation: 'You have a new plan.' }),
			`${fresh} translation: The text is not written in the script`,
		],
		[
			'too long',
			changed(fresh, { translation: `${good} `.repeat(9).trim() }),
			`${fresh} translation: The text is too long`,
		],
		[
			'a state of nothing',
			changed(until, { state: 'done' }),
			`${until} state: There is no state "done"`,
		],
		[
			'two states',
			changed(few, { state: 'translated', translator: 'Amal' }),
			`${few} state: The forms of one message have one state`,
		],
		[
			'a date',
			lines.map((row, index) =>
				index + 1 === fresh
					? row.map((cell, at) => (at === 4 ? { is: 'date' as const } : cell))
					: row,
			),
			`${fresh} translation: The cell holds a date`,
		],
	])('%s', (_, grid, says) => {
		const faults = faultsIn(grid);
		expect(faults.join('\n')).toContain(says);
		expect(takeIn(grid, texts, 'ar', bringing)).not.toHaveProperty('catalogue');
	});

	it('names all faults at once, in the order of the lines', () => {
		const two = changed(fresh, { translation: 'x' }, changed(few, { translation: '' }));
		expect(faultsIn(two).map((fault) => Number.parseInt(fault, 10))).toEqual([few, fresh]);
	});

	it('says a fault of the Persian letters, which the portal has a rule for', () => {
		const grid = linesOf(texts, 'fa', 'all').map((row) =>
			row[0] === 'plan_new' ? row.map((cell, at) => (at === 4 ? 'برنامه جديد' : cell)) : row,
		);
		const taken = takeIn(grid, texts, 'fa', bringing);
		expect(taken.ok ? '' : taken.faults[0]?.says).toMatch(/^Write the Persian/);
	});

	it('refuses to overwrite what somebody else changed since the export', () => {
		const other = {
			...texts,
			catalogues: { ...texts.catalogues, ar: { ...ar, plan_until: 'حتى {day}. {who}.' } },
		};
		const grid = changed(until, {
			translation: 'عندك حتى {day}. سيساعدك {who}.',
			state: 'translated',
			reader: '',
		});
		expect(faultsIn(grid)).toEqual([]);
		const taken = takeIn(grid, other, 'ar', bringing);
		expect(taken.ok ? [] : taken.faults).toMatchObject([
			{
				line: until,
				column: 'translation',
				says: expect.stringContaining('was changed since the export') as string,
			},
		]);
		const reviewed = {
			...texts,
			reviews: { plan_until: { ar: { ...approval, on: '2026-11-20' } } },
		};
		const again = takeIn(changed(until, { state: 'checked' }), reviewed, 'ar', bringing);
		expect(again.ok ? [] : again.faults).toMatchObject([{ line: until, column: 'state' }]);
	});
});
