/**
 * Thousands of parcels of phones against the real server: sealed hours, some with a photo, some first as a draft and then
 * whole under the same id. A third of the requests breaks off, so the phone asks how far it came and goes on; two requests
 * of one parcel cross; and the server is killed every few seconds. At the end each is an entry exactly once, with its
 * minutes and its photo. `npm run soak:parcels [-- COUNT]`; about four minutes on two cores.
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
import { inPortal, look } from './look.ts';
import { Phone } from './phone.ts';
import { Server } from './server.ts';
import { people, type Waiting } from './world.ts';

const count = Number(process.argv[2] ?? 2000);
const phones = 8;
const lostShare = 0.3;
const port = '4177';
const address = `http://127.0.0.1:${port}`;

const data = await mkdtemp(join(tmpdir(), 'meedoen-soak-'));
const settings = { ...demoDay, HOST: '127.0.0.1', PORT: port };
Object.assign(process.env, settings, { DATA_DIR: data });
await fill(read(process.env));
const signedIn = await inPortal((portal) => people(portal, clock.moment()));
const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
const photo = await sharp({
	create: { width: 700, height: 500, channels: 3, noise, background: '#888' },
})
	.jpeg()
	.toBuffer();

const waiting: Waiting[] = [];
const heard = new Set<string>();
const tally = { tries: 0, lost: 0, crossed: 0 };
const server = new Server(port);
const started = performance.now();
await server.start();
const killing = server.keepKilling();
let left = count;
await Promise.all(Array.from({ length: phones }, (_, nth) => carry(nth)));
await killing.end();
await server.stop();
const seconds = Math.round((performance.now() - started) / 1000);
say(
	`${tally.tries} tries in ${seconds} s, ${tally.lost} lost, ${tally.crossed} sent twice at once`,
);
say(`${server.kills} times killed`);
const problems = await inPortal((portal) => look(portal, waiting, heard));
if (waiting.length !== heard.size) problems.push('a phone did not hear of everything');
for (const problem of problems) say(`WRONG  ${problem}`);
say(problems.length === 0 ? `exactly ${count} entries, sums equal, nothing lost` : 'FAILED');
process.exitCode = problems.length === 0 ? 0 : 1;
await rm(data, { recursive: true, force: true });

/** One phone makes one thing after the other and sends each until it heard what became of it. */
async function carry(nth: number) {
	const session = signedIn[nth]?.session ?? '';
	const phone = await untilHeard(() => Phone.signedIn(address, session));
	while (left > 0) {
		left -= 1;
		const which = left;
		const made = { minutes: 15 * (1 + (which % 32)), withPhoto: which % 10 === 0 };
		const isAtOnce = which % 3 !== 0;
		const first = await phone.sealed(made, isAtOnce, photo);
		await sent(phone, first, isAtOnce);
		if (!isAtOnce) await sent(phone, await phone.sealed(made, true, photo, first.id), true);
		waiting.push({ ...made, draftId: first.id, session });
		heard.add(first.id);
	}
}

async function sent(
	phone: Phone,
	{ bytes, id }: Awaited<ReturnType<Phone['sealed']>>,
	isWhole: boolean,
) {
	const isCrossing = Math.random() < 0.1;
	if (isCrossing) tally.crossed += 1;
	if (isCrossing) void phone.send(id, bytes, AbortSignal.timeout(30_000)).catch(() => undefined);
	await untilHeard(async () => {
		const lost = new AbortController();
		if (Math.random() < lostShare) void setTimeout(Math.random() * 80).then(() => lost.abort());
		const signal = AbortSignal.any([lost.signal, AbortSignal.timeout(30_000)]);
		const outcome = await phone.send(id, bytes, signal);
		if (isWhole && outcome !== 'received') throw new Error(`the portal says ${outcome} of ${id}`);
	});
}

async function untilHeard<T>(ask: () => Promise<T>): Promise<T> {
	for (;;) {
		tally.tries += 1;
		try {
			return await ask();
		} catch (problem) {
			if (problem instanceof Error && problem.message.startsWith('the portal')) throw problem;
			tally.lost += 1;
			await setTimeout(100);
		}
	}
}
