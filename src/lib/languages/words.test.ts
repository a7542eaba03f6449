import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { words } from './labels/words.ts';
import { isOffered, languagesOffered } from './languages.ts';
import { runs } from './runs.ts';
import { sentence, sentenceIds } from './sentences.ts';
import type { SentenceId } from './sentences.ts';
import { glossaryTerms, slugOf, termOf } from './terms.ts';
import type { GlossaryTerm } from './terms.ts';
import { otherForms } from './word-forms.ts';
import { folded, wordsLike } from './word-search.ts';
import { withWords, wordsIn } from './words-in.ts';

const icons = JSON.parse(
	readFileSync(new URL('../ui/icons.json', import.meta.url), 'utf8'),
) as Record<string, readonly { d: string }[]>;

it.each(glossaryTerms)(
	'%s has a picture, an address of its own and an explanation in every language',
	(term) => {
		const { icon, explanation } = words[term];
		expect(icons[icon]?.every(({ d }) => d.startsWith('M'))).toBe(true);
		expect(slugOf(term)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
		expect(termOf(slugOf(term))).toBe(term);
		const texts = languagesOffered
			.filter((tag) => tag !== 'fa-AF')
			.map((locale) => explanation({}, { locale }));
		// Dari may say it as Farsi does; the others never say the same.
		expect(new Set(texts).size).toBe(languagesOffered.length - 1);
		expect(explanation({}, { locale: 'fa-AF' })).toMatch(/\p{Script=Arabic}/u);
	},
);

it('finds the words of the plan as its sentences write them', () => {
	const inSentence = (id: SentenceId) => wordsIn(dutch(id), 'nl');
	expect(inSentence('pvt')).toEqual(['participatieverklaring', 'PVT']);
	expect(inSentence('moduleMapTalk')).toEqual(['MAP', 'eindgesprek', 'gemeente']);
	expect(inSentence('lessons')).toEqual(['les']);
	expect(inSentence('ownCosts')).toEqual(['les', 'lening', 'DUO']);
	expect(inSentence('ontzorgen')).toEqual(['gemeente', 'huur', 'zorgverzekering', 'uitkering']);
	expect(inSentence('findActivity')).toEqual(['vrijwilligerswerk', 'stage']);
	expect(inSentence('voorschool')).toEqual(['VVE']);
});

/** What a reader would look up in each sentence, found without the code under test: the letters of the form. */
it('overlooks no official word in any sentence of the plan', () => {
	for (const id of sentenceIds) {
		const text = dutch(id);
		const tokens = new Set(text.toLowerCase().split(/[^\p{L}\p{N}'-]+/u));
		const expected = glossaryTerms.filter((term) =>
			[term, ...otherForms[term]].some((form) =>
				form.includes(' ') ? text.includes(form) : tokens.has(form.toLowerCase()),
			),
		);
		expect([...wordsIn(text, 'nl')].toSorted(), id).toEqual([...expected].toSorted());
	}
});

it('finds no word inside another, and the longest where two begin', () => {
	expect(wordsIn('De boeteregeling, lesuren, DUO-brief, mapje en Stageplaats.', 'nl')).toEqual([]);
	expect(wordsIn('De kaart (map) van de stad.', 'nl')).toEqual([]);
	expect(wordsIn('Uw zorgtoeslag en uw huurtoeslag.', 'nl')).toEqual(['toeslag']);
	expect(wordsIn('De brede intake is klaar.', 'nl')).toEqual(['brede intake']);
	expect(wordsIn('De kinderopvangtoeslag.', 'nl')).toEqual(['toeslag']);
	expect(wordsIn('U vraagt het op inburgeren.nl.', 'nl')).toEqual([]);
	expect(wordsIn('U gaat inburgeren.', 'nl')).toEqual(['inburgering']);
});

it('takes common Dutch words in another language only in brackets, and names everywhere', () => {
	expect(wordsIn('At this stage you follow the PVT (les) at DUO.', 'en')).toEqual([
		'PVT',
		'les',
		'DUO',
	]);
	expect(wordsIn("DUO'dan borç", 'tr')).toEqual(['DUO']);
	expect(wordsIn('The first meeting (broad intake, brede intake)', 'en')).toEqual(['brede intake']);
	expect(wordsIn('خطة', 'ar')).toEqual([]);
});

it('marks each word once per text, nothing in a name, and keeps the text', () => {
	const text = 'Taalschool De Les geeft u les. Die les is van de taalschool.';
	const [run, ...rest] = withWords(runs(text, 'nl'), ['Taalschool De Les']);
	expect(rest).toEqual([]);
	expect(run?.pieces.map(({ text: piece }) => piece).join('')).toBe(text);
	expect(run?.pieces.filter(({ term }) => term)).toEqual([
		{ text: 'les', term: 'les' },
		{ text: 'taalschool', term: 'taalschool' },
	]);
});

it('marks a word no more that the block around the text has marked', () => {
	const seen = new Set<GlossaryTerm>();
	const marked = (text: string) =>
		withWords(runs(text, 'nl'), [], seen).flatMap(({ pieces }) =>
			pieces.flatMap(({ term }) => term ?? []),
		);
	expect(marked('U doet de MAP.')).toEqual(['MAP']);
	expect(marked('De MAP en de lessen.')).toEqual(['les']);
	expect(marked('De MAP en de les.')).toEqual([]);
});

it('finds Dutch words in the runs of an Arabic text', () => {
	const found = withWords(runs('تتبع المسار (onderwijsroute) مع DUO و DUO.', 'ar')).flatMap(
		({ pieces }) => pieces,
	);
	expect(found.flatMap(({ term }) => term ?? [])).toEqual(['onderwijsroute', 'DUO']);
});

it.each<[string, string, GlossaryTerm]>([
	['boetes', 'nl', 'boete'],
	['BEZWAAR', 'nl', 'bezwaar'],
	['Z route', 'nl', 'Z-route'],
	['ogrenme yolu', 'tr', 'leerroute'],
	['SİGORTA', 'tr', 'zorgverzekering'],
	['kati', 'tr', 'PIP'],
	['الإيجار', 'ar', 'huur'],
	['ايجار', 'ar', 'huur'],
	['تأمين صحى', 'ar', 'zorgverzekering'],
	['البلديه', 'ar', 'gemeente'],
	['غَرامَة', 'ar', 'boete'],
	['غرامه', 'ar', 'boete'],
	['كرايه', 'fa-AF', 'huur'],
	['بيمه', 'fa', 'zorgverzekering'],
	['ሠዓታት', 'ti', 'participatie-uren'],
	['ፈተና', 'ti', 'examen'],
	['kiro', 'so', 'huur'],
])('finds what is meant by %s in %s', (typed, language, term) => {
	if (!isOffered(language)) throw new RangeError(language);
	expect(wordsLike(typed, language)).toContain(term);
});

it('finds all words for an empty query, none for nonsense, and survives hostile input', () => {
	expect(wordsLike('  ', 'ar')).toEqual(glossaryTerms);
	expect(wordsLike('-', 'nl')).toEqual(glossaryTerms);
	expect(wordsLike('qqq', 'nl')).toEqual([]);
	expect(wordsLike('x(.*)+$\u0000'.repeat(9_000), 'nl')).toEqual([]);
	expect(folded('ﷺ'.repeat(3))).not.toBe('');
});

function dutch(id: SentenceId): string {
	const found = sentence(id);
	if (!found) throw new RangeError(id);
	const facts = Object.fromEntries(Object.keys(found.slots).map((name) => [name, '1']));
	return found.message(facts, { locale: 'nl' });
}
