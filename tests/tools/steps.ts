import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Tally } from './tally.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const say = (line: string) => process.stdout.write(`${line}\n`);

/** What a step may take before it is held to hang. */
const limitMinutes = 25;

/**
 * What the tools of the project are given. Nothing of this shell's own portal reaches them: the tests must never
 * find somebody's database. What a failed step shows is read in logs too, so it has no colours.
 */
function environment(): NodeJS.ProcessEnv {
	const ours =
		/^(?:PORT|HOST|DATA_DIR|KEYS_DIR|BACKUP_.*|DATABASE_URL|S3_.*|LOG_LEVEL|TRUST_PROXY|DEMO.*|DIGID_.*|STAFF_.*|FORCE_COLOR)$/;
	const rest = Object.entries(process.env).filter(([name]) => !ours.test(name));
	return {
		...Object.fromEntries(rest),
		NO_COLOR: '1',
		// The programs of the portal are started a hundred times.
		NODE_COMPILE_CACHE: `${root}tests/results/compiled`,
		PATH: `${root}node_modules/.bin:${process.env['PATH'] ?? ''}`,
	};
}

/** Runs the steps, tells of each in one line, and keeps the count. */
export class Steps {
	readonly tally: Tally = { passed: 0, failed: 0, skipped: 0 };
	readonly #running = new Set<ChildProcess>();
	#stopped = false;

	/** Waits for steps that run side by side, each to its end; throws when one failed, so that the rest is left out. */
	async stage(...running: Promise<void>[]): Promise<void> {
		await Promise.all(running);
		if (this.tally.failed > 0) throw new Failure();
	}

	/** Runs one tool; `count` reads what it tested. Its output is shown when it failed. */
	async run(name: string, command: string, args: string[], count?: () => Tally): Promise<void> {
		if (this.#stopped) throw new Interruption();
		const started = performance.now();
		const { code, output } = await this.#spawn(command, args);
		const seconds = ((performance.now() - started) / 1000).toFixed(1);
		const counted = count?.() ?? { passed: 0, failed: 0, skipped: 0 };
		if (code !== 0 && counted.failed === 0) counted.failed = 1;
		this.tally.passed += counted.passed;
		this.tally.failed += counted.failed;
		this.tally.skipped += counted.skipped;
		const failed = counted.failed > 0;
		const tested = count ? `  ${counted.passed} passed, ${counted.failed} failed` : '';
		if (failed) say(output.trimEnd());
		say(`${failed ? 'FAILED' : 'ok    '} ${name.padEnd(12)} ${seconds.padStart(6)} s${tested}`);
	}

	/** Counts what went wrong outside a step, and says it; a failed step was told already. */
	fail(error: unknown) {
		if (error instanceof Failure) return;
		this.tally.failed++;
		say(error instanceof Error ? error.message : String(error));
	}

	/** Ends what is running, and starts nothing more. */
	stop() {
		this.#stopped = true;
		for (const child of this.#running) end(child);
	}

	#spawn(command: string, args: string[]): Promise<{ code: number; output: string }> {
		// A group of its own, so that a tool's children end with it.
		const child = spawn(command, args, {
			cwd: root,
			env: environment(),
			stdio: ['ignore', 'pipe', 'pipe'],
			detached: true,
		});
		this.#running.add(child);
		let output = '';
		child.stdout.on('data', (text: Buffer) => (output += text.toString()));
		child.stderr.on('data', (text: Buffer) => (output += text.toString()));
		const limit = setTimeout(() => {
			output += `\n${command} did not end in ${limitMinutes} minutes.\n`;
			end(child);
		}, limitMinutes * 60_000);
		return new Promise((resolve) => {
			const done = (code: number) => {
				clearTimeout(limit);
				this.#running.delete(child);
				resolve({ code, output });
			};
			child.on('error', (error) => {
				output += `${error.message}\n`;
				done(1);
			});
			child.on('close', (code) => {
				done(code ?? 1);
			});
		});
	}
}

class Failure extends Error {}

class Interruption extends Error {
	override message = 'Interrupted.';
}

/** Asks a tool to end, which is when Playwright stops the portal it started; ten seconds later it is ended. */
function end(child: ChildProcess) {
	const send = (signal: NodeJS.Signals) => {
		if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
		process.kill(-child.pid, signal);
	};
	send('SIGINT');
	setTimeout(send, 10_000, 'SIGKILL').unref();
}
