import sharp from 'sharp';
import * as clock from '#lib/server/clock.ts';
import { fill } from '#lib/server/demo/settings.ts';
import { read } from '#lib/server/settings.ts';
import { inPortal } from '../soak/look.ts';
import { send } from '../soak/send.ts';
import { lay, type Waiting } from '../soak/world.ts';
import { type Ask, lineOf, quantile, round, signedIn } from './asking.ts';
import { type Running, start } from './portal.ts';

const [atOnce, photoMegabytes] = [50, 8];
const readers = ['amina', 'selam', 'elif', 'farid'];
const pages = ['/vandaag', '/uren', '/plan'];
const mostMs = 250;

/**
 * Whether people can go on reading while fifty photos of 8 MB come in at once. Four readers ask for one page after
 * the other, each with a pause as somebody who reads; first alone, then beside the photos.
 */
export async function uploads(): Promise<boolean> {
	let waiting: Waiting[] = [];
	const portal = await start(async (folder) => {
		Object.assign(process.env, { DEMO: '1', DATA_DIR: folder });
		await fill(read(process.env));
		waiting = await inPortal((opened) => lay(opened, atOnce, clock.moment()));
	});
	try {
		return await measure(portal, waiting);
	} finally {
		portal.stop();
	}
}

async function measure({ address }: Running, waiting: readonly Waiting[]): Promise<boolean> {
	const asks = await Promise.all(readers.map((persona) => signedIn(address, persona)));
	await readUntil(asks, pause(3000));
	const alone = await readUntil(asks, pause(10_000));
	const photo = await largePhoto();
	const from = performance.now();
	const sending = Promise.all(
		waiting.map(async (one) => {
			const started = performance.now();
			const answer = await send(
				address,
				{ ...one, withPhoto: true },
				photo,
				AbortSignal.timeout(300_000),
			);
			if (!answer.acknowledged) throw new Error(`a photo was refused: ${answer.status}`);
			return performance.now() - started;
		}),
	);
	const beside = await readUntil(asks, sending);
	const seconds = round((performance.now() - from) / 1000);
	console.table([
		lineOf('page, nothing else', alone),
		lineOf(`page beside ${atOnce} photos of ${round(photo.size / 1e6)} MB`, beside),
		lineOf('photo, from sending to receipt', await sending),
	]);
	const p95 = quantile(beside, 0.95);
	const isGood = p95 < mostMs;
	console.log(
		`${atOnce} photos in ${seconds} s; pages beside them p95 ${round(p95)} ms (under ${mostMs}): ${isGood ? 'good' : 'NOT good'}.`,
	);
	return isGood;
}

async function readUntil(asks: readonly Ask[], end: Promise<unknown>): Promise<number[]> {
	const over = new AbortController();
	const isOver = () => over.signal.aborted;
	const times: number[] = [];
	const read = async (ask: Ask) => {
		for (let nth = 0; !isOver(); nth += 1) {
			times.push(await ask(pages[nth % pages.length] ?? ''));
			await pause(100);
		}
	};
	const reading = Promise.all(asks.map(read));
	await end.finally(() => over.abort());
	await reading;
	return times;
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Noise, which no encoder makes small. */
async function largePhoto(): Promise<Blob> {
	const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 };
	const side = { width: 3600, height: 2700 };
	const bytes = await sharp({ create: { ...side, channels: 3, background: '#000', noise } })
		.jpeg({ quality: 92, chromaSubsampling: '4:2:0' })
		.toBuffer();
	const isRight = Math.abs(bytes.length / 1e6 - photoMegabytes) < 1;
	if (!isRight) throw new Error(`a photo of ${bytes.length} bytes`);
	return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
}
