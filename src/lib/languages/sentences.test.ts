import { describe, expect, it } from 'vitest';
import nl from '../../../messages/nl.json' with { type: 'json' };
import { readMessage } from './catalogue/message.ts';
import { fill, sentence, sentenceIds, stored } from './sentences.ts';

const catalogue: Readonly<Record<string, unknown>> = nl;

describe('the catalogue of agreement sentences', () => {
	it.each(sentenceIds)('%s has a Dutch text with exactly its own gaps', (id) => {
		const said = sentence(id);
		const text = readMessage(catalogue[said?.key ?? '']);
		if (typeof text === 'string') throw new Error(`${id}: ${text}`);
		expect([...text.inputs].toSorted()).toEqual(Object.keys(said?.slots ?? {}).toSorted());
	});

	it.each(sentenceIds)('%s says the text of its key', (id) => {
		const said = sentence(id);
		const inputs = Object.fromEntries(Object.keys(said?.slots ?? {}).map((name) => [name, 3]));
		const [first = ''] = said?.message(inputs, { locale: 'nl' }).split(/3/) ?? [];
		expect(JSON.stringify(catalogue[said?.key ?? ''])).toContain(first);
	});

	it('has no Dutch agreement that no sentence uses', () => {
		const used = sentenceIds.map((id) => sentence(id)?.key).toSorted();
		const keys = Object.keys(catalogue).filter((key) => key.startsWith('agreement_'));
		expect(used).toEqual(keys.toSorted());
	});

	it.each(sentenceIds)('%s makes sense for somebody', (id) => {
		const said = sentence(id);
		expect(said?.groepen.length).toBeGreaterThan(0);
		expect(said?.leerroutes.length).toBeGreaterThan(0);
	});

	it('knows no MAP on the onderwijsroute, and no participation norm but for asiel on Z', () => {
		expect(sentence('moduleMap')?.leerroutes).toEqual(['B', 'Z']);
		expect(sentence('participation')).toMatchObject({
			leerroutes: ['Z'],
			groepen: ['asielstatushouder'],
		});
	});
});

describe('filling a sentence', () => {
	const lessons = { school: 'Taalhuis', hours: '12', firstOn: '2026-11-23' };

	it('makes typed facts of what was typed, and values to store of those', () => {
		const filled = fill('lessons', lessons);
		if (!filled?.ok) throw new Error('refused');
		expect(filled.slots).toEqual({
			school: { kind: 'name', value: 'Taalhuis' },
			hours: { kind: 'hours', value: 12 },
			firstOn: { kind: 'day', value: '2026-11-23' },
		});
		expect(stored(filled.slots)).toEqual({ school: 'Taalhuis', hours: 12, firstOn: '2026-11-23' });
		expect(fill('lessons', stored(filled.slots))).toEqual(filled);
	});

	it.each([
		['hours', '', 'missing'],
		['hours', '0', 'notAWholeNumber'],
		['hours', '1,5', 'notAWholeNumber'],
		['hours', '10000', 'tooMany'],
		['firstOn', '2026-02-30', 'notADay'],
		['firstOn', 'morgen', 'notADay'],
		['school', '   ', 'missing'],
		['school', 'x'.repeat(81), 'tooLong'],
	])('refuses %s %j as %s', (name, value, problem) => {
		expect(fill('lessons', { ...lessons, [name]: value })).toEqual({
			ok: false,
			problems: { [name]: problem },
		});
	});

	it('leaves out what the sentence does not have', () => {
		expect(fill('knm', { hours: '12' })).toEqual({ ok: true, slots: {} });
	});

	it('knows no other sentence', () => {
		expect(fill('constructor', {})).toBeNull();
		expect(sentence('toString')).toBeNull();
	});
});
