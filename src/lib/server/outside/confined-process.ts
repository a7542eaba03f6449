import { execFile, type ExecFileException } from 'node:child_process';
import { confinement } from './confinement.ts';
import { queue } from './queue.ts';

/** How a program ended that was given something of somebody else to read. */
export type Ended =
	| { readonly ended: 'answered'; readonly output: Buffer }
	| { readonly ended: 'crashed' }
	| { readonly ended: 'took-too-long' };

/** A program with its fixed arguments; nothing of what was uploaded ever stands in them. */
export interface Program {
	readonly name: string;
	readonly path: string;
	readonly args: readonly string[];
	/** How long it may take by the clock, in milliseconds. */
	readonly longestMs: number;
	readonly mostOutputBytes: number;
}

const twoAtOnce = queue(2);

/**
 * Runs a program on uploaded bytes, which it gets on its standard input, in a process of its own, without environment
 * and within limits, two at most at a time. Input that kills it is an answer; a program that does not work throws.
 */
export function run(program: Program, input: Uint8Array): Promise<Ended> {
	return twoAtOnce(() => runNow(program, input));
}

async function runNow(
	{ name, path, args, longestMs, mostOutputBytes }: Program,
	input: Uint8Array,
): Promise<Ended> {
	const { command } = await confinement();
	const [first = path, ...rest] = [...command, path, ...args];
	return new Promise((resolve, reject) => {
		const child = execFile(
			first,
			rest,
			{
				env: {},
				encoding: 'buffer',
				maxBuffer: mostOutputBytes,
				timeout: longestMs,
				killSignal: 'SIGKILL',
			},
			(problem, output, errors) => {
				const ended = problem && endOf(problem);
				if (problem === null) resolve({ ended: 'answered', output });
				else if (ended) resolve({ ended });
				else reject(new Error(`The ${name} failed: ${errors.toString()}`, { cause: problem }));
			},
		);
		// A program that stops before it has read everything closes the pipe; its exit says what happened.
		child.stdin?.on('error', () => undefined);
		child.stdin?.end(input);
	});
}

function endOf(problem: ExecFileException): 'crashed' | 'took-too-long' | null {
	if (typeof problem.code === 'string') return null;
	if (problem.killed || problem.signal === 'SIGXCPU') return 'took-too-long';
	return problem.signal ? 'crashed' : null;
}
