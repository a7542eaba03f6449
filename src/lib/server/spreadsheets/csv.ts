import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { bounds } from './table.ts';
import type { Read, Sheet } from './table.ts';

/**
 * The lines as CSV (RFC 4180) that Excel in Dutch opens without questions: UTF-8 with its mark, a semicolon between cells.
 */
export function written(sheet: Sheet): Buffer {
	const cells = sheet.lines.map((line) => [...line]);
	const options = {
		bom: true,
		delimiter: ';',
		record_delimiter: 'windows',
		// By itself the library quotes its own line end only, and programs end a line at any.
		quoted_match: /[\r\n]/,
	};
	return Buffer.from(stringify(cells, options));
}

/** Reads CSV with commas or semicolons, any line ends, with or without the mark of UTF-8. */
export function read(bytes: Buffer): Read {
	const text = textOf(bytes);
	if (text === null) return { ok: false, why: 'notUtf8' };
	if (text.includes('\0')) return { ok: false, why: 'notThisKind' };
	const options = {
		delimiter: delimiterOf(text),
		relax_column_count: true,
		to: bounds.lines + 1,
		max_record_size: 500_000,
	};
	try {
		const table: string[][] = parse(text, options);
		if (table.length > bounds.lines) return { ok: false, why: 'tooManyLines' };
		const isWide = table.some((line) => line.length > bounds.columns);
		return isWide ? { ok: false, why: 'tooLarge' } : { ok: true, table };
	} catch (problem) {
		if (problem instanceof CsvError) return { ok: false, why: 'damaged' };
		throw problem;
	}
}

function textOf(bytes: Buffer): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}

/** The one of the two that the titles have more of. */
function delimiterOf(text: string): ',' | ';' {
	const [titles = ''] = text.split(/[\r\n]/, 1);
	return titles.split(';').length > titles.split(',').length ? ';' : ',';
}
