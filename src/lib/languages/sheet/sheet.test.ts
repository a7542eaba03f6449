import { describe, expect, it } from 'vitest';
import { translationOf } from '../glossary.ts';
import { languagesOffered } from '../languages.ts';
import { catalogues } from '../review.ts';
import { allowances } from '../catalogue/allowances.ts';
import { columns } from './columns.ts';
import type { Column } from './columns.ts';
import type { Grid } from './grid.ts';
import { linesOf } from './lines.ts';
import { approval, ar, nl, texts } from './sample-texts.ts';
import { takeIn } from './taking-in.ts';

const bringing = { by: 'Kim', on: '2026-11-22', approves: false };
const lines = linesOf(texts, 'ar', 'all');
const place = (column: Column) => columns.indexOf(column);
const lineOf = (key: string, form = '') =>
	lines.findIndex((line) => line[0] === key && line[1] === form) + 1;

/** The export with some cells changed; `line` as people count. */
function changed(line: number, cells: Partial<Record<Column, string>>, grid: Grid = lines): Grid {
	return grid.map((row, index) =>
		index + 1 === line ? row.map((cell, at) => cells[columns[at] ?? 'key'] ?? cell) : row,
	);
}

describe('an export', () => {
	it('has a line per message and plural form, with what a translator has to know', () => {
		expect(lines[0]).toContain('translation (ar)');
		expect(lines.slice(1).map((line) => line.slice(0, 3))).toMatchInlineSnapshot(`
			[
			  [
			    "app_name",
			    "",
			    "Meedoen",
			  ],
			  [
			    "hours_left",
			    "zero",
			    "Nog {count} uren",
			  ],
			  [
			    "hours_left",
			    "one",
			    "Nog {count} uur",
			  ],
			  [
			    "hours_left",
			    "two",
			    "Nog {count} uren",
			  ],
			  [
			    "hours_left",
			    "few",
			    "Nog {count} uren",
			  ],
			  [
			    "hours_left",
			    "many",
			    "Nog {count} uren",
			  ],
			  [
			    "hours_left",
			    "other",
			    "Nog {count} uren",
			  ],
			  [
			    "plan_new",
			    "",
			    "Er is een nieuw plan voor u.",
			  ],
			  [
			    "plan_until",
			    "",
			    "U hebt tot en met {day}. Uw klantmanager {who} helpt u daarbij.",
			  ],
			]
		`);
		const until = lines[lineOf('plan_until') - 1] ?? [];
		expect(until[place('note')]).toBe(
			`{day} = الاثنين 23 تشرين الثاني (11) 2026\n{who} = Taalhuis\nklantmanager = ${translationOf('klantmanager', 'ar')}`,
		);
		expect(until[place('maximum length')]).toBe('115');
		expect(until.slice(place('state'), place('reader') + 1)).toEqual(['approved', 'Amal', 'Basil']);
	});

	it('has what is missing, what nobody approved, or what went stale', () => {
		const keys = (selection: 'missing' | 'unreviewed' | 'stale', of = texts) => [
			...new Set(
				linesOf(of, 'ar', selection)
					.slice(1)
					.map(([key]) => key),
			),
		];
		expect(keys('missing')).toEqual(['plan_new']);
		expect(keys('unreviewed')).toEqual(['app_name', 'hours_left', 'plan_new']);
		expect(keys('stale')).toEqual([]);
		const dutch = { ...nl, plan_until: 'U hebt tot {day}. {who} helpt u.' };
		const moved = { ...texts, catalogues: { ...texts.catalogues, nl: dutch } };
		expect(keys('stale', moved)).toEqual(['plan_until']);
	});

	it.each(languagesOffered.filter((tag) => tag !== 'nl'))(
		'of the portal in %s comes back as it went',
		(language) => {
			const own = { catalogues, reviews: {}, allowances };
			const taken = takeIn(linesOf(own, language, 'all'), own, language, bringing);
			expect(taken).toMatchObject({ ok: true, texts: 0, reviewed: 0 });
			expect(taken.ok && taken.catalogue).toBe(catalogues[language]);
		},
	);
});

describe('a file that is right', () => {
	const fresh = lineOf('plan_new');
	const good = 'لديك خطة جديدة.';

	it('changes what it says and leaves the rest the same objects, in the order of keys', () => {
		const grid = changed(fresh, { translation: good, state: 'translated', translator: ' Amal ' });
		const taken = takeIn(grid, texts, 'ar', bringing);
		if (!taken.ok) throw new Error(JSON.stringify(taken.faults));
		expect(taken).toMatchObject({ texts: 1, reviewed: 1 });
		expect(Object.keys(taken.catalogue)).toEqual([
			'$schema',
			'app_name',
			'hours_left',
			'plan_new',
			'plan_until',
		]);
		expect(taken.catalogue['plan_new']).toBe(good);
		expect(taken.catalogue['hours_left']).toBe(ar.hours_left);
		expect(taken.reviews['plan_until']?.ar).toBe(approval);
		expect(taken.reviews['plan_new']?.ar).toMatchObject({
			state: 'translated',
			translator: 'Amal',
			by: 'Kim',
			on: '2026-11-22',
		});
		const twice = {
			...texts,
			catalogues: { ...texts.catalogues, ar: taken.catalogue },
			reviews: taken.reviews,
		};
		expect(takeIn(grid, twice, 'ar', bringing)).toMatchObject({ ok: true, texts: 0, reviewed: 0 });
	});

	it('may be a part, in another order, with columns of its own and empty lines', () => {
		const [titles = [], ...rest] = lines.map((line) => ['remarks', ...line.toReversed()]);
		const grid = [titles, [], ...rest.slice(0, 1), ['', ''], ...rest.slice(7), [' ']];
		expect(takeIn(grid, texts, 'ar', bringing)).toMatchObject({ ok: true, texts: 0 });
	});

	it('makes plural forms after the Dutch where there was no translation', () => {
		const { hours_left: _, ...less } = ar;
		const without = { ...texts, catalogues: { ...texts.catalogues, ar: less } };
		const grid = linesOf(without, 'ar', 'missing').map((row) => {
			const text = (ar.hours_left[0]?.match ?? {})[`n=${row[1] ?? ''}`];
			return row[0] === 'hours_left'
				? row.map((cell, at) => (at === 4 ? (text ?? '') : cell))
				: row;
		});
		const taken = takeIn(grid, without, 'ar', bringing);
		expect(taken.ok && taken.catalogue['hours_left']).toEqual(ar.hours_left);
	});
});
