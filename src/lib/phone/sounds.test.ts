import { describe, expect, it } from 'vitest';
import { partOf } from './sounds.ts';

const whole = () => new Response('0123456789', { headers: { 'content-type': 'audio/mpeg' } });

describe('a part of a kept sound', () => {
	it.each([
		['bytes=0-', '0123456789', 'bytes 0-9/10'],
		['bytes=2-4', '234', 'bytes 2-4/10'],
		['bytes=8-99', '89', 'bytes 8-9/10'],
	])('gives %s', async (range, body, where) => {
		const part = await partOf(whole(), range);
		expect([part.status, await part.text()]).toEqual([206, body]);
		expect(part.headers.get('content-range')).toBe(where);
		expect(part.headers.get('content-type')).toBe('audio/mpeg');
	});

	it.each([null, 'bytes=-3', 'lines=1-2'])('gives the whole for %s', async (range) => {
		const answer = await partOf(whole(), range);
		expect([answer.status, await answer.text()]).toEqual([200, '0123456789']);
	});

	it('has nothing behind its end', async () => {
		expect((await partOf(whole(), 'bytes=10-')).status).toBe(416);
	});
});
