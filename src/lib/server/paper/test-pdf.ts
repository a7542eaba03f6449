import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The programs that read a PDF for the tests (Debian: poppler-utils, qpdf); null where one is missing. */
export function readers(): readonly string[] | null {
	const names = ['pdftotext', 'pdfinfo', 'pdffonts', 'qpdf'];
	const missing = names.filter((name) => !isThere(name));
	if (missing.length === 0) return names;
	console.warn(`What stands in a PDF is not tested: this machine has no ${missing.join(', ')}.`);
	return null;
}

function isThere(name: string): boolean {
	try {
		execFileSync('which', [name]);
		return true;
	} catch {
		return false;
	}
}

/** A PDF on the disk for as long as somebody reads it. */
export async function reading<T>(pdf: Uint8Array, read: (path: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'paper-'));
	const path = join(folder, 'paper.pdf');
	writeFileSync(path, pdf);
	try {
		return await read(path);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** What a program says; throws when it ends with an error, as `qpdf --check` does for a damaged file. */
export async function says(program: string, ...given: string[]): Promise<string> {
	return (await promisify(execFile)(program, given)).stdout;
}

/** The half of an A4 page in points, between head and foot. */
const half = { width: 297, height: 684, top: 92 };

/** The words of one column, or of the whole page, in the order in which they are read. */
export function textOf(path: string, column: 'left' | 'right' | 'all'): Promise<string> {
	const from = column === 'right' ? half.width : 0;
	const width = column === 'all' ? 2 * half.width : half.width;
	const area = { x: from, y: half.top, W: width, H: half.height };
	const options = Object.entries(area).flatMap(([name, value]) => [`-${name}`, String(value)]);
	return says('pdftotext', ...options, path, '-');
}

const scripts = {
	Latn: /\p{Script=Latin}+/gu,
	Arab: /\p{Script=Arabic}+/gu,
	Ethi: /\p{Script=Ethiopic}+/gu,
} as const;

/**
 * The words of a text for each direction in their order, and its numbers in any: inside a line of the other direction
 * they stand in the order in which they are seen.
 */
export function wordsOf(text: string) {
	const plain = withoutHyphens(text)
		.normalize('NFKC')
		.replaceAll(/[\p{Cf}\p{M}]/gu, '');
	return {
		...Object.fromEntries(
			Object.entries(scripts).map(([script, word]) => [script, plain.match(word) ?? []]),
		),
		numbers: (plain.match(/\d+/g) ?? []).sort(),
	};
}

/** pdftotext takes away a hyphen at the end of a line, whether it belongs to the word or not. */
function withoutHyphens(text: string): string {
	return text.replaceAll(/(\p{L})-\n?(?=\p{L})/gu, '$1');
}

/** pdftotext turns the letters of the one sign for lam and alef around; in the file they stand as they are written. */
export function asReadBack(text: string): string {
	return text.replaceAll(/ل([اأإآ])/g, '$1ل');
}
