/** The facts of a text cannot differ between Dutch and the language beside it. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as messages from '#lib/paraglide/messages.js';
import { isForStaff, messageKeys } from './catalogue.ts';
import { readMessage } from './catalogue/message.ts';
import { readFacts } from './fact-reader.ts';
import { languagesOffered } from './languages.ts';
import type { OfferedLanguage } from './languages.ts';
import { text } from './message.ts';
import type { Message } from './message.ts';
import { catalogues } from './review.ts';
import { sentence, sentenceIds } from './sentences.ts';
import type { SlotKind } from './sentences.ts';
import { kindsOf } from './sheet/placeholders.ts';
import * as slots from './slots.ts';
import type { Slot } from './slots.ts';

type Values = Readonly<Record<string, Slot>>;
const others = languagesOffered.filter((tag) => tag !== 'nl');

const day = fc
	.integer({ min: 0, max: 365 * 174 })
	.map((days) => new Date(Date.UTC(1926, 0, 1 + days)).toISOString().slice(0, 10));
const time = fc
	.integer({ min: 0, max: 1439 })
	.map((at) => `${pad(Math.floor(at / 60))}:${pad(at % 60)}`);
const word = fc.string({ unit: fc.constantFrom(...'abdefilmnorstu'), minLength: 2, maxLength: 6 });
const name = fc.tuple(word, word).map(([first, last]) => `Q${first} W${last}`);
const phone = fc.integer({ min: 0, max: 999_999 }).map(
	(digits) =>
		`0513 ${String(digits)
			.padStart(6, '0')
			.replaceAll(/(\d\d)(?=\d)/g, '$1 ')}`,
);
/** Small ones often: there the plurals differ. */
const number = fc.oneof(fc.nat(12), fc.nat(130), fc.nat(9999));

/** A value for each kind of fact that has one meaning in every language. */
const made = {
	day: day.map(slots.day),
	dayAndMonth: day.map(slots.dayAndMonth),
	time: time.map(slots.time),
	minutes: fc.oneof(fc.nat(600), fc.nat(200_000)).map(slots.minutes),
	hours: number.map(slots.hours),
	weeks: number.map(slots.weeks),
	months: number.map(slots.months),
	years: number.map(slots.years),
	count: number.map(slots.count),
	cents: fc
		.oneof(
			fc.nat(10_000),
			fc.nat(100_000_000),
			number.map((n) => n * 100),
		)
		.map(slots.cents),
	name: name.map(slots.name),
	phone: phone.map(slots.phone),
} satisfies Partial<Record<Slot['kind'], fc.Arbitrary<Slot>>>;

const sentenceKinds = {
	day: 'day',
	hours: 'hours',
	count: 'count',
	money: 'cents',
	name: 'name',
	phone: 'phone',
} satisfies Record<SlotKind, keyof typeof made>;

const isMade = (kind: string): kind is keyof typeof made => Object.hasOwn(made, kind);
const valuesOf = (kinds: Readonly<Record<string, keyof typeof made>>): fc.Arbitrary<Values> =>
	fc.record(Object.fromEntries(Object.entries(kinds).map(([gap, kind]) => [gap, made[kind]])));

/** Renders both, as a page does, and compares what a reader of each takes from it. */
function compare(message: Message, values: Values, language: OfferedLanguage) {
	const [dutch, other] = [text(message, values, 'nl'), text(message, values, language)];
	expect(readFacts(other, language), `${dutch} | ${other}`).toEqual(readFacts(dutch, 'nl'));
}

describe.each(Object.keys(made).filter(isMade))('a fact by itself: %s', (kind) => {
	it.each(languagesOffered)('is read back from %s as the value it is', (language) => {
		fc.assert(
			fc.property(made[kind], (slot) => {
				expect(readFacts(slots.renderSlot(slot, language), language)).toEqual([factOf(slot)]);
			}),
		);
	});
});

describe('an agreement in a plan says the same in both languages', () => {
	it.each(sentenceIds)('%s', (id) => {
		const said = sentence(id);
		if (said === null) throw new Error(id);
		const kinds = Object.entries(said.slots).map(
			([gap, kind]) => [gap, sentenceKinds[kind]] as const,
		);
		const values = valuesOf(Object.fromEntries(kinds));
		fc.assert(
			fc.property(values, fc.constantFrom(...others), (given, language) => {
				compare(said.message, given, language);
				const wanted = Object.values(given).map(factOf).toSorted();
				expect(readFacts(text(said.message, given, language), language)).toEqual(
					expect.arrayContaining(wanted),
				);
			}),
			{ numRuns: 60 },
		);
	});
});

describe.each(others)('every message with facts says the same in Dutch and in %s', (language) => {
	const gapped = messageKeys(catalogues.nl).flatMap((key) => {
		const read = readMessage(catalogues.nl[key]);
		const message = (messages as unknown as Readonly<Record<string, Message>>)[key];
		if (isForStaff(key) || typeof read === 'string' || message === undefined) return [];
		if (catalogues[language][key] === undefined) return [];
		const kinds = Object.fromEntries([...kindsOf(read)].filter(([, kind]) => isMade(kind)));
		return [{ key, message, kinds: kinds as Record<string, keyof typeof made> }];
	});

	const withFacts = gapped.filter(({ kinds }) => Object.keys(kinds).length > 0);

	it.each(withFacts)('$key', ({ message, kinds }) => {
		fc.assert(
			fc.property(valuesOf(kinds), (values) => compare(message, values, language)),
			{ numRuns: 25 },
		);
	});

	it('there are such messages, and the numbers in the other texts are the same too', () => {
		expect(withFacts.length).toBeGreaterThan(40);
		const plain = gapped.filter(({ kinds }) => Object.keys(kinds).length === 0);
		expect(plain.length).toBeGreaterThan(200);
		for (const { message } of plain) compare(message, {}, language);
	});
});

/** The fact that a slot stands for, written by this test alone. */
function factOf(slot: Slot): string {
	if (slot.kind === 'hours') return `minutes ${slot.value * 60}`;
	// A reader takes the number from '8 weeks'; that the unit is right, `rendering.test.ts` shows.
	if (slot.kind === 'weeks' || slot.kind === 'months' || slot.kind === 'years')
		return `count ${slot.value}`;
	if (slot.kind === 'dayAndMonth')
		return `day ${Number(slot.value.slice(5, 7))}-${Number(slot.value.slice(8))}`;
	return `${slot.kind} ${slot.value}`;
}

function pad(number: number): string {
	return String(number).padStart(2, '0');
}
