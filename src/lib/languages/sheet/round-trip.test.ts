import fc from 'fast-check';
import { expect, it } from 'vitest';
import { messageHash } from '../freshness.ts';
import type { Review } from '../freshness.ts';
import { languages, languagesOffered, scriptOf } from '../languages.ts';
import { guarded, unguarded } from './cell.ts';
import { columns } from './columns.ts';
import { linesOf } from './lines.ts';
import { plural, texts as sample } from './sample-texts.ts';
import type { SheetLanguage, Texts } from './standing.ts';
import { takeIn } from './taking-in.ts';

const bringing = { by: 'Kim', on: '2026-11-22', approves: true };
const words = { Latn: 'yazı', Arab: 'متن', Ethi: 'ጽሑፍ' };
const foreign = languagesOffered.filter((tag): tag is SheetLanguage => tag !== 'nl');

/** Texts that programs like to change: they begin as a formula does, hold quotes and separators, look like numbers. */
const start = fc.constantFrom('', '=', "'", "'=", '+', '-', '@', '"', ';', '007 ', '1-2 ');
const gaps = fc.subarray(['{day}', '{who}', '{count}']);

type Made = {
	readonly key: string;
	readonly nl: unknown;
	readonly own: unknown;
	readonly next: unknown;
	readonly review: boolean;
};

const message = (language: SheetLanguage): fc.Arbitrary<Omit<Made, 'key'>> =>
	fc
		.record({
			start,
			other: start,
			gaps,
			isPlural: fc.boolean(),
			isThere: fc.boolean(),
			review: fc.boolean(),
		})
		.map(({ start, other, gaps, isPlural, isThere, review }) => {
			const shown = isPlural ? [...new Set([...gaps, '{count}'])] : gaps;
			const write = (from: string, word: string, of: SheetLanguage | 'nl') => {
				const text = `${from}${word} ${shown.join(' ')}`.trim();
				const forms = languages[of].pluralCategories.map((category) => [category, text]);
				return isPlural ? plural(Object.fromEntries(forms) as Record<string, string>) : text;
			};
			const word = words[scriptOf(language)];
			return {
				nl: write('', 'tekst', 'nl'),
				own: isThere ? write(start, word, language) : undefined,
				next: write(other, `${word}${word}`, language),
				review: review && isThere,
			};
		});

const world = fc.constantFrom(...foreign).chain((language) =>
	fc.record({
		language: fc.constant(language),
		made: fc
			.array(message(language), { minLength: 1, maxLength: 6 })
			.map((all) => all.map((each, index): Made => ({ ...each, key: `plan_${index}` }))),
	}),
);

const pick = (made: readonly Made[], field: 'nl' | 'own' | 'next') =>
	Object.fromEntries(
		made.flatMap((each) => (each[field] === undefined ? [] : [[each.key, each[field]]])),
	);

function textsOf(language: SheetLanguage, made: readonly Made[]): Texts {
	const reviews = made.flatMap(({ key, nl, own, review }): [string, Record<string, Review>][] => {
		const of = { source: messageHash(nl), translation: messageHash(own) };
		const people = {
			state: 'checked',
			translator: 'Amal',
			reader: 'Basil',
			by: 'Kim',
			on: '2026-11-01',
		} as const;
		return review ? [[key, { [language]: { ...of, ...people } }]] : [];
	});
	const catalogues = { ...sample.catalogues, nl: pick(made, 'nl'), [language]: pick(made, 'own') };
	return {
		catalogues,
		reviews: Object.fromEntries(reviews),
		allowances: { long: [], sameAsDutch: [], dutchOnlyAreas: [] },
	};
}

it('what is exported and brought back is the same', () => {
	fc.assert(
		fc.property(world, ({ language, made }) => {
			const texts = textsOf(language, made);
			const taken = takeIn(linesOf(texts, language, 'all'), texts, language, bringing);
			if (!taken.ok) throw new Error(JSON.stringify(taken.faults));
			expect(taken.catalogue).toBe(texts.catalogues[language]);
			expect(taken.reviews).toBe(texts.reviews);
		}),
	);
});

it('what is written into the lines is what the catalogue becomes', () => {
	fc.assert(
		fc.property(world, ({ language, made }) => {
			const texts = textsOf(language, made);
			const after = textsOf(
				language,
				made.map((each) => ({ ...each, own: each.next, review: false })),
			);
			const wanted = linesOf(after, language, 'all');
			const at = columns.indexOf('translation');
			const lines = linesOf(texts, language, 'all').map((line, index) =>
				line.map((cell, column) => {
					if (index === 0) return cell;
					if (column === at) return wanted[index]?.[at] ?? '';
					return (
						({ state: 'translated', translator: 'Cas', reader: '' } as Record<string, string>)[
							columns[column] ?? ''
						] ?? cell
					);
				}),
			);
			const taken = takeIn(lines, texts, language, bringing);
			if (!taken.ok) throw new Error(JSON.stringify(taken.faults));
			expect(taken.catalogue).toEqual(after.catalogues[language]);
			expect(Object.values(taken.reviews).map((of) => of[language]?.translator)).toEqual(
				made.map(() => 'Cas'),
			);
		}),
	);
});

it('a guarded text comes back, and no program takes it for a formula', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.string(),
				fc.tuple(start, fc.string()).map((both) => both.join('')),
			),
			(given) => {
				const text = given.replaceAll('\r', '');
				expect(guarded(text)).not.toMatch(/^[=+\-@\t\r]/);
				expect(unguarded(guarded(text))).toBe(text);
			},
		),
	);
});
