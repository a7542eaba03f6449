import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import nl from '../../../../messages/nl.json' with { type: 'json' };
import { m } from '#lib/paraglide/messages.js';
import { languageModes, shownOf } from '../bilingual.ts';
import { languagesOffered } from '../languages.ts';
import { foldableByArea, mayFold } from './foldable.ts';

const keys = Object.keys(nl).filter((key) => !key.startsWith('$'));
const messages = new Map<string, unknown>(Object.entries(m));
const folding = keys.filter((key) => mayFold(messages.get(key)));

/** Decisions, dates that count, fines, consent, errors, what was done, and what became of hours. */
const neverFold = [
	/^(?:agreement|plan|step|problem|error|session|signin|unknown|hulpvertaling|language)_/,
	/^hours_(?:closed|drop|entry|event|next_|no_norm|norm|proof|question|reason|row|send|state|total)/,
	/^today_(?:nothing|questions|tally|plan_t)/,
	/^help_(?:disagree|emergency)/,
	/^privacy_(?!link$)/,
	/^signout_(?!button$)/,
	/^component_(?:benefit|closing|enforcement|intake|ontzorgen|pip|pip_revision)$/,
	/^contact_(?:call|hours)$/,
	/^activity_(?:module_map|pvt)$/,
] as const;

describe('the mother tongue', () => {
	it('may be put away for the messages of the table and for no other', () => {
		expect(folding).toHaveLength(Object.values(foldableByArea).flat().length);
		for (const [area, listed] of Object.entries(foldableByArea)) {
			for (const message of listed) {
				const key = keys.find((each) => messages.get(each) === message);
				expect(key).toMatch(new RegExp(`^${area}_`));
			}
		}
	});

	it.each(neverFold)('of %s is never put away, and there is something like it', (pattern) => {
		expect(keys.some((key) => pattern.test(key))).toBe(true);
		expect(folding.filter((key) => pattern.test(key))).toEqual([]);
	});

	it('of a text with a day, hours, money or a phone number is never put away', () => {
		const gaps = folding.flatMap((key) =>
			JSON.stringify(nl[key as keyof typeof nl]).match(/\{\w+\}/g),
		);
		const harmless = ['{name}', '{number}', '{total}'];
		expect(gaps.filter((gap) => gap !== null && !harmless.includes(gap))).toEqual([]);
	});

	it('of a text about a duty or what follows from it is never put away', () => {
		const grave =
			/besluit|bezwaar|boete|uiterlijk|termijn|moet|verplicht|tekent|akkoord|telt|goedgekeurd/i;
		const texts = folding.map((key) => JSON.stringify(nl[key as keyof typeof nl]));
		expect(texts.filter((text) => grave.test(text))).toEqual([]);
	});

	it('stays in every mode and language for what may not be put away', () => {
		const kept = keys.filter((key) => neverFold.some((pattern) => pattern.test(key)));
		expect(kept.length).toBeGreaterThan(150);
		fc.assert(
			fc.property(
				fc.constantFrom(...kept),
				fc.constantFrom(...languageModes),
				fc.constantFrom(...languagesOffered.filter((tag) => tag !== 'nl')),
				(key, mode, language) => {
					expect(shownOf(language, mode, mayFold(messages.get(key)))).toBe('both');
				},
			),
			{ numRuns: 1000 },
		);
	});

	it('stays for what is no message of the catalogue', () => {
		for (const other of [undefined, null, 'tab_today', () => 'Vandaag']) {
			expect(mayFold(other)).toBe(false);
		}
	});
});
