import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { printed } from './letters.ts';
import type { Sheet } from './sheet.ts';

/** What a document is held to: the typesetter refuses to draw one that breaks it. It takes one standard at a time. */
export type Standard = 'a-2a' | 'ua-1';

export interface Order {
	readonly number: number;
	readonly sheet: string;
	readonly standard: Standard;
}

export type Answer =
	| { readonly number: number; readonly ended: 'drawn'; readonly pdf: Uint8Array }
	| { readonly number: number; readonly ended: 'failed'; readonly why: string }
	| { readonly number: number; readonly ended: 'missing' };

const longestMs = 20_000;
/** A press does some thirty papers a second; whoever comes after so many is told that it does not work now. */
const mostWaiting = 100;

/**
 * Draws a sheet as PDF: by default PDF/A-2a, which is tagged for screen readers. Null where this machine has no
 * typesetter, and when too many wait for it. Throws when the sheet cannot be drawn, or not in time. A letter that no font has becomes an empty box.
 */
export async function press(sheet: Sheet, standard: Standard = 'a-2a'): Promise<Uint8Array | null> {
	const answer = await order(JSON.stringify(sheet, asPrinted), standard);
	if (answer.ended === 'missing') return null;
	if (answer.ended === 'failed') throw new Error(`The press failed: ${answer.why}`);
	return answer.pdf;
}

/** The process id of the press, null while there is none: for who measures it. */
export function pressId(): number | null {
	return running?.pid ?? null;
}

/** Lets the press go; the next sheet starts another. */
export function stopPress() {
	running?.kill('SIGKILL');
	running = null;
}

let running: ChildProcess | null = null;
let lastNumber = 0;
const waiting = new Map<number, Waiting>();

interface Waiting {
	readonly child: ChildProcess;
	readonly done: (answer: Answer) => void;
	readonly fail: (problem: Error) => void;
}

async function order(sheet: string, standard: Standard): Promise<Answer> {
	if (waiting.size >= mostWaiting) return { number: 0, ended: 'missing' };
	const child = (running ??= start());
	const number = (lastNumber += 1);
	return new Promise<Answer>((resolve, reject) => {
		// A press that hangs is let go with everything that waits for it.
		const late = setTimeout(stopPress, longestMs);
		const settle = () => {
			clearTimeout(late);
			waiting.delete(number);
			if (waiting.size === 0) holdProcess(child, false);
		};
		waiting.set(number, {
			child,
			done: (answer) => {
				settle();
				resolve(answer);
			},
			fail: (problem) => {
				settle();
				reject(problem);
			},
		});
		holdProcess(child, true);
		child.send({ number, sheet, standard } satisfies Order);
	});
}

/** The program stands in the source, also when this file runs from the build: only the start folder is the same. */
function start(): ChildProcess {
	const path = join(process.cwd(), 'src/lib/server/paper/press-process.ts');
	const child = fork(path, [], {
		env: {},
		execArgv: ['--no-warnings'],
		serialization: 'advanced',
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	child.on('message', (answer: Answer) => waiting.get(answer.number)?.done(answer));
	child.once('error', gone);
	child.once('exit', () => gone(new Error('The press stopped')));
	return child;

	function gone(problem: Error) {
		if (running === child) running = null;
		for (const one of [...waiting.values()]) if (one.child === child) one.fail(problem);
	}
}

/** A press that has nothing to do keeps no process from ending. */
function holdProcess(child: ChildProcess, isBusy: boolean) {
	if (isBusy) {
		child.ref();
		child.channel?.ref();
	} else {
		child.unref();
		child.channel?.unref();
	}
}

function asPrinted(_key: string, value: unknown): unknown {
	return typeof value === 'string' ? printed(value) : value;
}
