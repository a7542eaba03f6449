import { expect, it } from 'vitest';
import { answerSound, rangeOf } from './sound.ts';

const bytes = Buffer.from('0123456789');
const ask = (headers: Record<string, string>) =>
	answerSound(new Request('http://localhost/opname/x', { headers }), () =>
		Promise.resolve({ bytes, mediaType: 'audio/mp4' }),
	);

it.each([
	[null, null],
	['bytes=0-1', [0, 1]],
	['bytes=0-', [0, 9]],
	['bytes=4-99', [4, 9]],
	['bytes=-3', [7, 9]],
	['bytes=-99', [0, 9]],
	['bytes=9-9', [9, 9]],
	['bytes=10-', 'outside'],
	['bytes=-0', 'outside'],
	['bytes=5-2', null],
	['bytes=0-1,3-4', null],
	['bytes=-', null],
	['bytes=a-b', null],
	['items=0-1', null],
	['bytes=99999999999999999999-', null],
])('the part of %s', (header, expected) => {
	expect(rangeOf(header, 10)).toEqual(expected);
});

it('answers the whole, or the part that was asked for', async () => {
	const whole = await ask({});
	expect([whole.status, whole.headers.get('content-length')]).toEqual([200, '10']);
	const part = await ask({ range: 'bytes=2-4' });
	expect([part.status, await part.text()]).toEqual([206, '234']);
	expect(part.headers.get('content-range')).toBe('bytes 2-4/10');
	const outside = await ask({ range: 'bytes=50-' });
	expect([outside.status, outside.headers.get('content-range')]).toEqual([416, 'bytes */10']);
});

it('runs nothing, is kept by nobody, and plays in no page of others', async () => {
	const { headers } = await ask({ 'sec-fetch-site': 'same-origin' });
	expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
	expect(headers.get('cache-control')).toBe('private, no-store');
	await expect(ask({ 'sec-fetch-site': 'cross-site' })).rejects.toMatchObject({ status: 403 });
});
