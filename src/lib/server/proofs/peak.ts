/** For the tests: how much memory a decoder takes at most, started exactly as the portal starts it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { confinement } from '#lib/server/outside/confinement.ts';
import { programOf } from './decoder-process.ts';
import { sniff } from './file-type.ts';

interface Peak {
	/** The most that was in use at once (`VmHWM`), looked at every few milliseconds until the process ends. */
	readonly bytes: number;
	/** The first line of its answer; not ok when it ended without one. */
	readonly said: { readonly ok: boolean };
}

/** Reads a file as the portal would, and watches the process that does it. */
export async function peakOf(file: Buffer): Promise<Peak> {
	const type = sniff(file) ?? 'jpeg';
	const program = type === 'pdf' ? 'pdf-rebuilder.ts' : 'decoder.ts';
	const { path, args } = programOf(join(process.cwd(), 'src/lib/server/proofs', program), type);
	const { command } = await confinement();
	const [first = path, ...rest] = [...command, path, ...args];
	const child = spawn(first, rest, { env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
	const output: Buffer[] = [];
	child.stdout.on('data', (part: Buffer) => output.push(part));
	child.stdin.on('error', () => undefined);
	let bytes = 0;
	const watch = setInterval(() => {
		bytes = Math.max(bytes, inUse(child.pid ?? 0));
	}, 5);
	child.stdin.end(file);
	await new Promise((done) => child.on('close', done));
	clearInterval(watch);
	const [line = ''] = Buffer.concat(output).toString('latin1').split('\n', 1);
	return { bytes, said: line === '' ? { ok: false } : (JSON.parse(line) as Peak['said']) };
}

function inUse(pid: number): number {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
	} catch {
		return 0;
	}
}
