import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import * as clock from '#lib/server/clock.ts';
import { fill } from '#lib/server/demo/settings.ts';
import { read } from '#lib/server/settings.ts';
import { inPortal } from '../soak/look.ts';
import { Server } from '../soak/server.ts';
import { lay, type Waiting } from '../soak/world.ts';
import { demoDay } from '../tools/demo-day.ts';

const port = '4177';
/** What the settings of one portal add is not for the next. */
const before = { ...process.env };
export const address = `http://127.0.0.1:${port}`;

/** A portal in a folder, with declarations that wait to be sent, each with a photo. */
export interface World {
	readonly server: Server;
	readonly waiting: readonly Waiting[];
	readonly photo: Blob;
}

/** Lays such a portal in the folder; from then on it is the portal of this process. */
export async function worldIn(folder: string, count: number): Promise<World> {
	const settings = { ...demoDay, HOST: '127.0.0.1', PORT: port };
	// One thread for files, so that the nth call is the same call each time.
	process.env = { ...before };
	Object.assign(process.env, settings, { DATA_DIR: folder, UV_THREADPOOL_SIZE: '1' });
	await fill(read(process.env));
	const laid = await inPortal((portal) => lay(portal, count, clock.moment()));
	const waiting = laid.map((one) => ({ ...one, withPhoto: true }));
	return { server: new Server(port), waiting, photo: await picture() };
}

/** Gives a new folder to the work, and takes it away after. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'meedoen-faults-'));
	try {
		return await work(folder);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

async function picture(): Promise<Blob> {
	const background = { r: 90, g: 120, b: 150 };
	const bytes = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
		.jpeg()
		.toBuffer();
	return new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
}
