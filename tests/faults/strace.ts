import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';

/** Whether this machine can do something to a system call of another process. */
export function isThere(): boolean {
	try {
		execFileSync('strace', ['-V'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/**
 * Lays hands on the calls of every thread of a process, not of its children, and resolves when it holds them all.
 * `injection` is what strace(1) takes after `-e inject=`.
 */
export async function hold(pid: number, injection: string): Promise<ChildProcess> {
	const threads = readdirSync(`/proc/${pid}/task`);
	const [calls = ''] = injection.split(':', 1);
	const given = ['-qq', '-o', '/dev/null', '-e', `trace=${calls}`, '-e', `inject=${injection}`];
	const child = spawn('strace', [...given, ...threads.flatMap((thread) => ['-p', thread])], {
		stdio: 'ignore',
	});
	while (!threads.every((thread) => isHeld(pid, thread))) {
		if (child.exitCode !== null) throw new Error('strace cannot hold the portal');
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	return child;
}

/** Ends when the process that it held has ended, or lets go. */
export async function letGo(child: ChildProcess) {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const closed = once(child, 'exit');
	child.kill('SIGTERM');
	await closed;
}

function isHeld(pid: number, thread: string): boolean {
	const status = readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8');
	return !/^TracerPid:\s+0$/m.test(status);
}
