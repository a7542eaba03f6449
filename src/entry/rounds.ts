import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { logger } from '../lib/server/logger.ts';
import type { Settings } from '../lib/server/settings.ts';

/** A command that the portal gives itself, at the start and then again and again. */
interface Round {
	readonly command: string;
	readonly everyMinutes: number;
}

/**
 * Starts what the portal does by itself: deleting what is kept no longer and clearing what broken uploads left, scanning
 * what came while the virus scanner was away, sending notices, and backups when there is a place for them. In a process of its own, so that a large database keeps nobody waiting, and one after the other. Gives the
 * function that ends it.
 */
export function startRounds(settings: Settings): () => void {
	const rounds: Round[] = [{ command: 'sweep', everyMinutes: 24 * 60 }];
	if (settings.BACKUP_DIR)
		rounds.push({ command: 'backup', everyMinutes: settings.BACKUP_MINUTES });
	rounds.push({ command: 'notices', everyMinutes: 1 });
	if (settings.CLAMAV_SOCKET) rounds.push({ command: 'scan', everyMinutes: 5 });
	else logger().warn({ scanner: 'none' }, 'CLAMAV_SOCKET is not set: photos are not scanned');
	const waiting = new Set<string>();
	let turn = Promise.resolve();
	// A round that is not over when the next one is due has that one left out.
	const ask = ({ command }: Round) => {
		if (waiting.has(command)) return;
		waiting.add(command);
		turn = turn.then(() => run(command)).then(() => void waiting.delete(command));
	};
	const timers = rounds.map((round) => {
		ask(round);
		return setInterval(ask, round.everyMinutes * 60_000, round);
	});
	return () => timers.forEach(clearInterval);
}

async function run(command: string): Promise<void> {
	const child = spawn(process.execPath, [portalProgram, command], {
		stdio: ['ignore', 'ignore', 'pipe'],
		// One that hangs would keep all others from their turn.
		timeout: longestMs,
	});
	let said = '';
	child.stderr.on('data', (text: Buffer) => (said += text.toString()));
	child.on('error', (problem) => (said += problem.message));
	const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
	if (code === 0) logger().info({ round: command });
	else logger().error({ round: command, problem: said.trim().slice(0, 1000) });
}

const longestMs = 3_600_000;

const portalProgram = fileURLToPath(new URL('portal.js', import.meta.url));
