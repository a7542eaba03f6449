/**
 * Ten thousand declarations of hours against the real server, from phones with a bad connection: a third of the
 * answers is lost, so the phone sends again; some carry a photo; and the server is killed every few seconds. At the
 * end every declaration must be there exactly once, with the sum of minutes that was sent, and every photo that a row
 * knows must open. `npm run soak [-- COUNT]`; about ten minutes on two cores.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import * as clock from '#lib/server/clock.ts';
import { fill } from '#lib/server/demo/settings.ts';
import { read } from '#lib/server/settings.ts';
import { demoDay } from '../tools/demo-day.ts';
import { say } from '../tools/steps.ts';
import { Server } from './server.ts';
import { inPortal, look } from './look.ts';
import { send } from './send.ts';
import { lay, type Waiting } from './world.ts';

const count = Number(process.argv[2] ?? 10_000);
const phones = 8;
const lostShare = 0.3;
const port = '4176';
const address = `http://127.0.0.1:${port}`;

const data = await mkdtemp(join(tmpdir(), 'meedoen-soak-'));
const settings = { ...demoDay, HOST: '127.0.0.1', PORT: port };
Object.assign(process.env, settings, { DATA_DIR: data });
await fill(read(process.env));

const waiting = await inPortal((portal) => lay(portal, count, clock.moment()));
say(`${count} declarations wait on ${phones} phones`);
const background = { r: 90, g: 120, b: 150 };
const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background } })
	.jpeg()
	.toBuffer();
const photo = new Blob([new Uint8Array(picture)], { type: 'image/jpeg' });
const acknowledged = new Set<string>();
const tally = { sent: 0, lost: 0, refused: 0 };
const server = new Server(port);
const started = performance.now();
await server.start();
const killing = server.keepKilling();
const queue = [...waiting];
await Promise.all(Array.from({ length: phones }, () => phone()));
await killing.end();
await server.stop();
const seconds = Math.round((performance.now() - started) / 1000);
say(
	`${tally.sent} requests in ${seconds} s, ${tally.lost} answers lost, ${server.kills} times killed`,
);
const problems = await inPortal((portal) =>
	look(portal, waiting, new Set(waiting.map(({ draftId }) => draftId))),
);
for (const problem of problems) say(`WRONG  ${problem}`);
say(problems.length === 0 ? `exactly ${count} entries, sums equal, nothing lost` : 'FAILED');
process.exitCode = problems.length === 0 ? 0 : 1;
await rm(data, { recursive: true, force: true });

/** One phone sends one declaration after the other, each until it got an answer. */
async function phone() {
	for (let next = queue.shift(); next; next = queue.shift()) {
		while (!acknowledged.has(next.draftId)) await attempt(next);
	}
}

async function attempt(one: Waiting) {
	tally.sent += 1;
	const isLost = Math.random() < lostShare;
	const lost = new AbortController();
	if (isLost) void setTimeout(Math.random() * 60).then(() => lost.abort());
	try {
		const signal = AbortSignal.any([lost.signal, AbortSignal.timeout(30_000)]);
		const { acknowledged: isKept, status } = await send(address, one, photo, signal);
		if (isLost) tally.lost += 1;
		else if (isKept) acknowledged.add(one.draftId);
		else {
			tally.refused += 1;
			if (tally.refused > 100) throw new Error(`the portal answers ${status}`);
		}
	} catch (problem) {
		if (problem instanceof Error && problem.message.startsWith('the portal answers')) throw problem;
		tally.lost += 1;
		await setTimeout(20);
	}
}
