import { type Dictionary, entryOf, Reader, SyntaxProblem, type Value } from './pdf-syntax.ts';

/** A numbered object of a PDF; `content` are the bytes of its stream. */
export interface NumberedObject {
	readonly value: Value;
	readonly content: Uint8Array | null;
}

export interface PdfFile {
	readonly objects: readonly NumberedObject[];
	readonly trailer: Dictionary;
}

const start = '%PDF-1.7\n%\x81\x81\x81\x81\n\n';

/**
 * Reads a PDF from the first byte to the last: a head, objects, one table of where they stand, a trailer. Nothing may
 * stand between, before or behind them, and the table must be right, so that no reader can see another file in it.
 * Throws `SyntaxProblem`.
 */
export function fileIn(bytes: Buffer): PdfFile {
	const reader = new Reader(bytes.toString('latin1'));
	reader.expect(start);
	const objects: NumberedObject[] = [];
	const starts = new Map<number, number>();
	for (let at = reader.at, head = headOf(reader); head !== null; head = headOf(reader)) {
		if (starts.has(head)) throw new SyntaxProblem();
		starts.set(head, at);
		objects.push(objectIn(reader, bytes));
		at = reader.at;
	}
	const tableAt = reader.at;
	expectTable(reader, starts);
	reader.expect('\ntrailer\n');
	const trailer = reader.dictionary();
	reader.expect(`\n\nstartxref\n${tableAt}\n%%EOF`);
	if (reader.at !== bytes.length) throw new SyntaxProblem();
	return { objects, trailer };
}

function headOf(reader: Reader): number | null {
	const found = reader.next(/(\d{1,7}) 0 obj\n/y);
	return found && Number(found[1]);
}

function objectIn(reader: Reader, bytes: Buffer): NumberedObject {
	const value = reader.value();
	const content =
		value.kind === 'dictionary' && reader.next(/\nstream\n/y)
			? contentOf(value, reader, bytes)
			: null;
	reader.expect('\nendobj\n\n');
	return { value, content };
}

function contentOf(dictionary: Dictionary, reader: Reader, bytes: Buffer): Uint8Array {
	const length = entryOf(dictionary, 'Length');
	if (length?.kind !== 'number') throw new SyntaxProblem();
	const from = reader.at;
	reader.at += length.number;
	reader.expect('\nendstream');
	return bytes.subarray(from, from + length.number);
}

/** Every object is in the table, at the place where it was read, and nothing else is. */
function expectTable(reader: Reader, starts: ReadonlyMap<number, number>) {
	reader.expect('xref\n');
	const listed = new Set<number>();
	for (let part = partOf(reader); part !== null; part = partOf(reader)) {
		for (let number = part.from; number < part.from + part.length; number += 1) {
			const line = reader.next(/(\d{10}) (?:00000 n|65535 f) \n/y);
			const isFree = line?.[0].endsWith('f \n');
			if (!line || (isFree && number !== 0)) throw new SyntaxProblem();
			if (isFree) continue;
			if (starts.get(number) !== Number(line[1])) throw new SyntaxProblem();
			listed.add(number);
		}
	}
	if (listed.size !== starts.size) throw new SyntaxProblem();
}

function partOf(reader: Reader): { from: number; length: number } | null {
	const found = reader.next(/(\d{1,7}) (\d{1,7})\n/y);
	return found && { from: Number(found[1]), length: Number(found[2]) };
}
