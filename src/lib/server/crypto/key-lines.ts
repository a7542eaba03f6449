import * as v from 'valibot';
import { KeyProblem } from '#lib/server/crypto/key-problem.ts';

export type KeyLine = v.InferOutput<typeof keyLine>;

const keyLine = v.strictObject({
	use: v.picklist(['data', 'blind-index', 'cookie']),
	version: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999_999)),
	key: v.string(),
});

/** Reads key lines (JSON, one key a line). Throws KeyProblem with the line's number, never with its content. */
export function parseKeyLines(text: string, path: string): KeyLine[] {
	const lines: KeyLine[] = [];
	for (const [index, line] of text.trimEnd().split('\n').entries()) {
		const where = `Line ${index + 1} of the key file ${path}`;
		const parsed = v.safeParse(keyLine, json(line));
		if (!parsed.success) throw new KeyProblem(`${where} is not a key.`);
		const { use, version, key } = parsed.output;
		if (!is256Bits(key)) throw new KeyProblem(`${where} is not 32 bytes of base64url.`);
		if (lines.some((other) => other.use === use && other.version === version)) {
			throw new KeyProblem(`${where} repeats ${use} key ${version}.`);
		}
		if (lines.some((other) => other.key === key)) {
			throw new KeyProblem(`${where} repeats the content of another key.`);
		}
		lines.push(parsed.output);
	}
	return lines;
}

function json(line: string): unknown {
	try {
		return JSON.parse(line);
	} catch {
		return undefined;
	}
}

function is256Bits(key: string): boolean {
	const bytes = Buffer.from(key, 'base64url');
	return bytes.length === 32 && bytes.toString('base64url') === key;
}
