import { connect } from 'node:net';
import { type ScannerAddress, scannerAddress } from './scanner-address.ts';

export { type ScannerAddress, scannerAddress };

/**
 * What the scanner says of one file. `unknown` is whatever is no clear answer (it is down, slow, or says something
 * else): such a file is not clean. `signature` is the scanner's own name for what it found, fit for a log.
 */
export type Verdict =
	| { readonly found: 'nothing' }
	| { readonly found: 'virus'; readonly signature: string }
	| { readonly found: 'unknown'; readonly why: string };

/** The whole answer is one line such as `stream: Win.Test.EICAR_HDB-1 FOUND`. */
const mostAnswerBytes = 1024;
const chunkBytes = 64 * 1024;

/**
 * Hands the bytes of one file to clamd (`INSTREAM`: chunks with their length before them, a length of 0 at the end) and
 * reads its answer. Never throws and always ends within `longestMs`, whatever is at the other end.
 */
export function scan(
	address: ScannerAddress,
	bytes: Uint8Array,
	longestMs: number,
): Promise<Verdict> {
	return new Promise((resolve) => {
		const socket = connect(address);
		const timer = setTimeout(() => end({ found: 'unknown', why: 'took too long' }), longestMs);
		let answer = '';

		socket.on('connect', () => {
			for (const part of instream(bytes)) socket.write(part);
		});
		socket.on('data', (part: Buffer) => {
			answer += part.toString('latin1');
			if (answer.includes('\0') || answer.length > mostAnswerBytes) end(verdictIn(answer));
		});
		// An answer may come before everything was sent, and the connection may break after it.
		socket.on('error', (problem) => end(answer ? verdictIn(answer) : unknown(problem.message)));
		socket.on('close', () => end(answer ? verdictIn(answer) : unknown('closed without an answer')));

		function end(verdict: Verdict) {
			clearTimeout(timer);
			socket.destroy();
			resolve(verdict);
		}
	});
}

function* instream(bytes: Uint8Array): Generator<Uint8Array> {
	yield Buffer.from('zINSTREAM\0');
	for (let at = 0; at < bytes.length; at += chunkBytes) {
		const chunk = bytes.subarray(at, at + chunkBytes);
		yield lengthOf(chunk.length);
		yield chunk;
	}
	yield lengthOf(0);
}

function lengthOf(count: number): Buffer {
	const written = Buffer.alloc(4);
	written.writeUInt32BE(count);
	return written;
}

/** Only a whole line in exactly the words of clamd counts; half an answer could be half of another one. */
function verdictIn(answer: string): Verdict {
	if (answer === 'stream: OK\0') return { found: 'nothing' };
	const [, signature] = /^stream: ([\x21-\x7e]{1,200}) FOUND\0$/.exec(answer) ?? [];
	if (signature) return { found: 'virus', signature: signature.replace(/[^\w.:-]/g, '_') };
	return unknown(
		/^[\x20-\x7e]{1,120} ERROR\0$/.test(answer) ? answer.slice(0, -1) : 'no answer of clamd',
	);
}

function unknown(why: string): Verdict {
	return { found: 'unknown', why };
}
