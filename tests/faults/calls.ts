import { say } from '../tools/steps.ts';
import { inPortal, look } from '../soak/look.ts';
import { send } from '../soak/send.ts';
import type { Waiting } from '../soak/world.ts';
import { address, inFolder, type World, worldIn } from './world.ts';
import { hold, letGo } from './strace.ts';

/** All that the portal and its database do to files, and writing to the phone, which is where the answer leaves. */
const calls = [
	'openat',
	'write',
	'writev',
	'pwrite64',
	'ftruncate',
	'fsync',
	'fdatasync',
	'rename',
	'unlink',
	'mkdir',
	'close',
];

/** What keeping one photo and its rows cannot do without: a sweep that never met one of these looked past the portal. */
const needed = ['openat', 'write', 'pwrite64', 'fsync', 'rename'];

/**
 * Kills the portal at the first call of a kind while one declaration with a photo comes in, then at the second, until
 * one comes in without a kill; so for each kind of call. Whatever was acknowledged must be there, nothing may be torn,
 * and sending the same declaration again must bring it in once. Gives the number of points and what was wrong.
 */
export async function killAtEachCall(): Promise<{ points: number; problems: string[] }> {
	return inFolder(async (folder) => {
		const world = await worldIn(folder, 400);
		const queue = [...world.waiting];
		const kept = new Set<string>();
		const problems: string[] = [];
		let points = 0;
		for (const call of calls) {
			let nth = 1;
			for (; ; nth += 1) {
				const one = queue.shift();
				if (!one) throw new Error('too few declarations wait');
				if (!(await isKilledAt(world, one, `${call}:signal=KILL:when=${nth}`, kept))) break;
				for (const problem of await again(world, one, kept)) {
					problems.push(`${call} ${nth}: ${problem}`);
				}
			}
			if (nth === 1 && needed.includes(call)) problems.push(`${call} was never met`);
			points += nth - 1;
			say(`  ${call.padEnd(10)} killed at ${nth - 1} places`);
		}
		return { points, problems };
	});
}

/** Sends it to a portal that dies at that place; false when it was done before that. */
async function isKilledAt(world: World, one: Waiting, injection: string, kept: Set<string>) {
	const { server, photo } = world;
	await server.start();
	// The thread for files comes with its first work, and only threads that are there can be held.
	await (await fetch(`${address}/inloggen`)).arrayBuffer();
	const holding = await hold(server.pid, injection);
	const answer = await send(address, one, photo, AbortSignal.timeout(60_000)).catch(() => null);
	if (answer?.acknowledged) kept.add(one.draftId);
	await new Promise((resolve) => setTimeout(resolve, 50));
	const isKilled = !server.isRunning;
	if (!isKilled) await server.kill();
	await letGo(holding);
	if (!isKilled && !answer?.acknowledged) throw new Error(`refused: ${answer?.status}`);
	return isKilled;
}

/** What is wrong after the kill, and after the phone has sent it again. */
async function again(world: World, one: Waiting, kept: Set<string>): Promise<string[]> {
	const { server, photo, waiting } = world;
	const looking = () => inPortal((portal) => look(portal, waiting, kept));
	const after = await looking();
	await server.start();
	const answer = await send(address, one, photo, AbortSignal.timeout(60_000));
	await server.stop();
	if (!answer.acknowledged) return [...after, `sent again: ${answer.status}`];
	kept.add(one.draftId);
	return [...after, ...(await looking())];
}
