import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxBytes, soundIn } from './sound.ts';
import { mp4, ogg, oggPage, webm } from './test-sounds.ts';

const refused = (reason: string) => ({ ok: false, reason });

describe('a recording is told by its content', () => {
	it('as browsers and phones record it', () => {
		expect(soundIn(webm)).toEqual({ ok: true, mediaType: 'audio/webm', seconds: 2 });
		expect(soundIn(mp4)).toMatchObject({ ok: true, mediaType: 'audio/mp4' });
		expect(soundIn(ogg(12))).toEqual({ ok: true, mediaType: 'audio/ogg', seconds: 12 });
	});

	it('up to three minutes and two megabytes', () => {
		expect(soundIn(ogg(180))).toMatchObject({ ok: true });
		expect(soundIn(ogg(181))).toEqual(refused('too-long'));
		expect(soundIn(Buffer.concat([webm, Buffer.alloc(maxBytes)]))).toEqual(refused('too-large'));
		expect(soundIn(Buffer.alloc(0))).toEqual(refused('empty'));
	});

	it('with nothing behind its end', () => {
		const page = Buffer.from('<script>alert(1)</script>');
		for (const sound of [webm, mp4, ogg(3)]) {
			expect(soundIn(Buffer.concat([sound, page]))).toEqual(refused('not-a-sound'));
			expect(soundIn(Buffer.concat([page, sound]))).toEqual(refused('not-a-sound'));
			expect(soundIn(sound.subarray(0, sound.length - 1))).toEqual(refused('not-a-sound'));
		}
	});
});

describe('a recording of countless empty parts is refused, before it takes long', () => {
	const room = maxBytes - 10_000;

	it('in MP4', () => {
		const part = Buffer.from([0, 0, 0, 8, ...Buffer.from('moof')]);
		const parts = Buffer.alloc(room - (room % part.length), part);
		expect(soundIn(Buffer.concat([mp4, parts]))).toEqual(refused('not-a-sound'));
	});

	it('in WebM', () => {
		const parts = Buffer.alloc(room, Buffer.from([0xec, 0x80]));
		expect(soundIn(Buffer.concat([webm, parts]))).toEqual(refused('not-a-sound'));
	});
});

describe('what only looks like a recording is refused', () => {
	const changed = (sound: Buffer, from: string, to: string) => {
		const at = sound.indexOf(from, 0, 'latin1');
		expect(at).toBeGreaterThan(0);
		const copy = Buffer.from(sound);
		copy.write(to, at, 'latin1');
		return copy;
	};

	it.each([
		['Matroska that is no WebM', () => changed(webm, 'webm', 'mkvx')],
		['another codec', () => changed(webm, 'A_OPUS', 'V_OPUS')],
		['a film', () => changed(mp4, 'soun', 'vide')],
		['a box that has no place in it', () => changed(mp4, 'moof', 'evil')],
		['another stream in Ogg', () => changed(ogg(3), 'OpusHead', 'theorahd')],
		['a page', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
		['a photo', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
		['MP3', () => Buffer.from('4944330300000000000a', 'hex')],
		['a head alone', () => Buffer.from('1a45dfa3', 'hex')],
		['a box that says it is smaller than its head', () => Buffer.from('0000000466747970', 'hex')],
	])('%s', (_name, make) => {
		expect(soundIn(make())).toEqual(refused('not-a-sound'));
	});

	it('a second stream beside the first', () => {
		const other = oggPage(2, 0n, 0, Buffer.from('theora'));
		other.writeUInt32LE(8, 14);
		expect(soundIn(Buffer.concat([ogg(3), other]))).toEqual(refused('not-a-sound'));
	});
});

it('no bytes at all make it stumble, or last longer than it may', () => {
	const seeds = fc.constantFrom(webm, mp4, ogg(3));
	const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
	fc.assert(
		fc.property(seeds, fc.array(change, { maxLength: 12 }), (seed, changes) => {
			const copy = Buffer.from(seed);
			for (const [at, value] of changes) copy[at % copy.length] = value;
			const sound = soundIn(copy);
			return !sound.ok || (sound.seconds >= 1 && sound.seconds <= 180);
		}),
		{ numRuns: 3000 },
	);
	fc.assert(
		fc.property(seeds, fc.uint8Array({ maxLength: 200 }), fc.nat(64), (seed, noise, keep) => {
			soundIn(Buffer.concat([seed.subarray(0, keep), noise]));
		}),
		{ numRuns: 2000 },
	);
});
