import { describe, expect, it } from 'vitest';
import { etagOf } from './copy.ts';

const page = (time: string, key: string, said: string) =>
	`<main><div class="kept note a1"><div class="card-head"><p>${time}</p></div><fieldset></fieldset></div>` +
	`<p>${said}</p><input type="hidden" name="key" value="${key}"></main>`;

const key = 'AAAAAAAAAAAAAAAAAAAAAA';
const otherKey = 'BBBBBBBBBBBBBBBBBBBBBB';

describe('the mark of a page', () => {
	it('is the same for the same words, whenever they are asked for', () => {
		expect(etagOf(page('09:00', key, 'Dinsdag'))).toBe(etagOf(page('10:30', otherKey, 'Dinsdag')));
	});

	it('is another for other words', () => {
		expect(etagOf(page('09:00', key, 'Dinsdag'))).not.toBe(etagOf(page('09:00', key, 'Woensdag')));
	});

	it('is a strong mark of RFC 9110', () => {
		expect(etagOf('')).toMatch(/^"[\w-]{22}"$/);
	});
});
