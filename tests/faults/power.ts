import { setTimeout } from 'node:timers/promises';
import { inPortal, look } from '../soak/look.ts';
import { send } from '../soak/send.ts';
import type { Waiting } from '../soak/world.ts';
import { type Disk, makeDisk } from './disk.ts';
import { hold, letGo } from './strace.ts';
import { address, inFolder, type World, worldIn } from './world.ts';

const phones = 4;

/**
 * Cuts the power from the disk while four phones send declarations with photos, again and again, and looks after each
 * cut at what the machine finds when it comes back. With `isSynced: false` the portal is told that each fsync was done
 * while none is: that must lose what was acknowledged, or these cuts prove nothing. Null where no disk can be made.
 */
export async function cutPower(
	cuts: number,
	{ isSynced }: { readonly isSynced: boolean },
): Promise<{ acknowledged: number; problems: string[] } | null> {
	return inFolder(async (folder) => {
		const disk = makeDisk(folder);
		if (!disk) return null;
		try {
			const world = await worldIn(disk.folder, cuts * 200);
			const queue = [...world.waiting];
			const kept = new Set<string>();
			const problems: string[] = [];
			for (let nth = 1; nth <= cuts && problems.length === 0; nth += 1) {
				await world.server.start();
				await sendUntilCut(world, queue, kept, isSynced, disk);
				disk.comeBack();
				const found = await inPortal((portal) => look(portal, world.waiting, kept)).catch(
					(problem: unknown) => [String(problem)],
				);
				problems.push(...found.map((problem) => `cut ${nth}: ${problem}`));
			}
			return { acknowledged: kept.size, problems };
		} finally {
			disk.remove();
		}
	});
}

async function sendUntilCut(
	{ server, photo }: World,
	queue: Waiting[],
	kept: Set<string>,
	isSynced: boolean,
	disk: Disk,
) {
	const holding = isSynced ? null : await hold(server.pid, 'fsync,fdatasync:retval=0');
	const over = new AbortController();
	const isOver = () => over.signal.aborted;
	const phone = async () => {
		for (let one = queue.shift(); one && !isOver(); one = queue.shift()) {
			const answer = await send(address, one, photo, AbortSignal.timeout(20_000)).catch(() => null);
			if (answer?.acknowledged && !isOver()) kept.add(one.draftId);
		}
	};
	const sending = Promise.all(Array.from({ length: phones }, phone));
	await setTimeout(1000 + Math.random() * 2000);
	over.abort();
	disk.cut();
	await server.kill();
	if (holding) await letGo(holding);
	await sending;
}
