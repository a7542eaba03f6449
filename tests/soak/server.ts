import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { root } from '../tools/steps.ts';

/** The built portal in a process of its own, which can be killed and comes back. */
export class Server {
	readonly #port: string;
	#child: ChildProcess | undefined;
	kills = 0;

	constructor(port: string) {
		this.#port = port;
	}

	/** Of the process that runs; throws when none does. */
	get pid(): number {
		if (this.#child?.pid === undefined) throw new Error('the portal does not run');
		return this.#child.pid;
	}

	get isRunning(): boolean {
		return this.#child !== undefined && this.#child.exitCode === null && !this.#child.signalCode;
	}

	/** Resolves when it answers. */
	async start() {
		const child = spawn('node', ['src/entry/start.js'], {
			cwd: root,
			stdio: ['ignore', 'ignore', 'inherit'],
			env: { ...process.env, LOG_LEVEL: 'silent' },
		});
		this.#child = child;
		for (;;) {
			if (child.exitCode !== null) throw new Error('the portal does not start');
			const answer = await fetch(`http://127.0.0.1:${this.#port}/readyz`).catch(() => null);
			if (answer?.ok) return;
			await setTimeout(50);
		}
	}

	/** As a power cut to the process: no signal handler runs. */
	async kill() {
		this.kills += 1;
		await this.#end('SIGKILL');
	}

	/** Kills it every few seconds, until told to end. */
	keepKilling() {
		const over = new AbortController();
		const { signal } = over;
		const pause = () =>
			setTimeout(3000 + Math.random() * 5000, true, { signal }).catch(() => false);
		const loop = (async () => {
			while (await pause()) {
				await this.kill();
				await this.start();
			}
		})();
		return {
			end: async () => {
				over.abort();
				await loop;
			},
		};
	}

	async stop() {
		await this.#end('SIGTERM');
	}

	async #end(signal: NodeJS.Signals) {
		const child = this.#child;
		if (!child || !this.isRunning) return;
		const closed = once(child, 'exit');
		child.kill(signal);
		await closed;
	}
}
