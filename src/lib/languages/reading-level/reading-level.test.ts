import { describe, expect, it } from 'vitest';
import list from './hard-words.json' with { type: 'json' };
import { isGlossaryWord } from './hard-words.ts';
import { readingLevel } from './reading-level.ts';
import { syllablesOf } from './syllables.ts';

describe('syllables of a Dutch word', () => {
	it.each([
		...[
			['u', 1],
			['les', 1],
			['gaat', 1],
			['school', 1],
			['vrouw', 1],
			['nieuw', 1],
			['mooi', 1],
		],
		...[
			['werken', 2],
			['gemeente', 3],
			['maandag', 2],
			['fiets', 1],
			['moeilijk', 2],
			['tijd', 1],
		],
		...[
			['theater', 3],
			['ideeën', 3],
			['reünie', 3],
			['geïnteresseerd', 5],
			['België', 3],
		],
		...[
			['afspraak', 2],
			['inspanningsverplichting', 6],
			['voortgangsgesprek', 4],
			['wekelijks', 3],
		],
		...[
			['yoga', 2],
			['bijeenkomst', 3],
			['kinderopvang', 4],
			['ziekenhuis', 3],
			['eeuw', 1],
		],
		...[
			['café', 2],
			['quiz', 1],
			['uw', 1],
			['ui', 1],
			['leeuw', 1],
			['duo', 2],
		],
		...[
			['PIP', 1],
			['DUO', 1],
			['2026', 1],
			['09.30', 1],
		],
	] as const)('%s has %i', (word, syllables) => {
		expect(syllablesOf(word)).toBe(syllables);
	});
});

describe('reading a text', () => {
	it('finds nothing in short sentences with known words', () => {
		const plain =
			'U gaat elke maandag naar de les. Wij bellen u op vrijdag. Dan praten wij over uw week.';
		expect(readingLevel(plain)).toMatchObject({
			sentences: 3,
			words: 18,
			wordsPerSentence: 6,
			longSentences: [],
			longWords: [],
			hardWords: [],
			passives: [],
			isHard: false,
		});
	});

	it('names the official words and says what to write instead', () => {
		const official =
			'Indien u zich niet aan de inspanningsverplichting houdt, dient u tevens zorg te dragen.';
		expect(readingLevel(official).hardWords).toEqual([
			{ word: 'indien', plain: 'als' },
			{ word: 'inspanningsverplichting', plain: 'u moet uw best doen' },
			{ word: 'tevens', plain: 'ook' },
		]);
		expect(readingLevel('Dit is ten behoeve van uw werk.').hardWords).toEqual([
			{ word: 'ten behoeve van', plain: 'voor' },
		]);
		expect(readingLevel('Onze ketenpartners helpen u.').hardWords).toEqual([
			{ word: 'ketenpartner', plain: 'organisatie die ook helpt' },
		]);
	});

	it('does not find a word inside another word', () => {
		expect(
			readingLevel('U kunt zich bij ons indienstmelden. Hij is een medewerker.').hardWords,
		).toEqual([]);
	});

	it('takes the words of the glossary as they are, also in the plural', () => {
		const official =
			'U hebt 2 voortgangsgesprekken. De participatieverklaring tekent u bij de gemeente.';
		expect(readingLevel(official)).toMatchObject({ longWords: [], hardWords: [], isHard: false });
		expect(isGlossaryWord('Klantmanagers')).toBe(true);
		expect(isGlossaryWord('gemeentesecretaris')).toBe(false);
	});

	it('counts the words of a sentence that is too long', () => {
		const long =
			'Wij spreken met u af dat u elke week op maandag en dinsdag naar de taalles in de bibliotheek gaat.';
		expect(readingLevel(`${long} Dat is goed.`)).toMatchObject({
			longSentences: [20],
			isHard: true,
		});
		const fifteen = 'U gaat elke week op maandag en dinsdag naar de les van de school toe.';
		expect(readingLevel(fifteen)).toMatchObject({ words: 15, longSentences: [] });
	});

	it('finds passive sentences, on either side of the verb', () => {
		expect(readingLevel('De afspraak wordt ingepland.').passives).toEqual(['wordt … ingepland']);
		expect(readingLevel('Dit is besproken en zal verlengd worden.').passives).toEqual([
			'worden … verlengd',
		]);
		expect(readingLevel('Het wordt zomer bij de gemeente.').passives).toEqual([]);
		expect(readingLevel('U wordt ziek en belt uw bedrijf.').passives).toEqual([]);
	});

	it('finds long words that are no name', () => {
		expect(
			readingLevel('U zoekt een werkervaringsplaats bij Bodegraven-Reeuwijk.').longWords,
		).toEqual(['werkervaringsplaats']);
	});

	it('gives the index of Flesch-Douma from twenty words on', () => {
		const words = 'U gaat naar de les en u leest een boek. ';
		expect(readingLevel(words).fleschDouma).toBeNull();
		// 20 words of one syllable in 2 sentences: 206.84 - 0.77 * 100 - 0.93 * 10 = 120.54
		expect(readingLevel(words.repeat(2))).toMatchObject({ words: 20, fleschDouma: 121 });
		const hard = 'Wij evalueren regelmatig de ontwikkeling binnen het beroepsonderwijs. '.repeat(3);
		expect(readingLevel(hard).fleschDouma).toBeLessThan(30);
	});

	it('does not end a sentence at a time or an article', () => {
		expect(readingLevel('De les begint om 09.30 uur. U komt op tijd.').sentences).toBe(2);
		expect(readingLevel('Dat zegt art. 5 van de regels.').sentences).toBe(1);
		expect(readingLevel('Eerste regel\nTweede regel').sentences).toBe(2);
	});

	it.each(['', '   ', '…', '👍👍', '\u0000', '.'.repeat(5000)])('reads %j without harm', (text) => {
		expect(readingLevel(text)).toMatchObject({ words: 0, wordsPerSentence: 0, isHard: false });
	});

	it('reads a long text of one letter in little time', () => {
		expect(readingLevel('a'.repeat(20_000)).words).toBe(1);
		expect(readingLevel('ge'.repeat(10_000) + ' wordt').sentences).toBe(1);
	});
});

describe('the list of hard words', () => {
	const words = Object.entries(list.words);

	it('has a hundred and twenty words or more, each with a plain one that is not on the list', () => {
		expect(words.length).toBeGreaterThanOrEqual(120);
		for (const [word, plain] of words) {
			expect(readingLevel(plain).hardWords, `${word}: ${plain}`).toEqual([]);
			expect(readingLevel(word).hardWords.map((each) => each.word)).toContain(word);
		}
	});

	it('is in lower case, in order, says where it comes from, and has no word of the glossary', () => {
		expect(list.source).toMatch(/2026-11-22/);
		for (const [word] of words) {
			expect(word).toBe(word.toLowerCase());
			expect(isGlossaryWord(word), word).toBe(false);
		}
	});
});
