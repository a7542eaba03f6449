import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * That somebody read a letter, or did not, is there to help and never to hold against anybody. Whoever knows of messages
 * stands in this list: pages, who translates what was written, and what keeps files. Nothing of the law is among them.
 */
const mayImport = [
	/^src\/lib\/languages\/labels\/messages\.ts$/,
	/^src\/lib\/server\/demo\/messages\.ts$/,
	// That there is a letter, and of which day.
	/^src\/lib\/server\/documents\/sources\.ts$/,
	// What a person lets a helper look at.
	/^src\/lib\/server\/helpers\/looking\.ts$/,
	/^src\/lib\/server\/translations\/texts\.ts$/,
	/^src\/routes\/\(resident\)\/\+layout\.server\.ts$/,
	/^src\/routes\/\(resident\)\/berichten\//,
	/^src\/routes\/\(staff\)\/staf\/bijlage\//,
	/^src\/routes\/\(staff\)\/staf\/mensen\/\[id\]\/berichten\//,
	/^src\/routes\/\(staff\)\/staf\/werkvoorraad\/\+page\.server\.ts$/,
];

/** The tables stand with the other tables; files are scanned and backed up wherever they belong. */
const mayNameTables = [
	'src/lib/server/backup/files-known.ts',
	'src/lib/server/db/schema-messages.ts',
	'src/lib/server/db/schema.ts',
	'src/lib/server/proofs/waiting.ts',
];

const imports = /(?:from|import)\s*\(?\s*['"`][^'"`]*\/messages\/[\w-]+\.ts/;
const tables =
	/\b(?:messageThreads|message_threads|messageTables|t\.letters|t\.messages|t\.attachments)\b|attachments: a\b|'attachments'/;

const sources = globSync('src/**/*.{ts,js,svelte}')
	.filter((path) => !/^src\/lib\/(?:server\/messages|paraglide)\//.test(path))
	.map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const naming = (pattern: RegExp) =>
	sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe('what was read stands apart', () => {
	it('is known to its pages and to nothing that counts, decides or sorts', () => {
		const outside = naming(imports).filter(
			(path) => path !== 'src/lib/server/db/schema-messages.ts',
		);
		expect(outside.filter((path) => !mayImport.some((may) => may.test(path)))).toEqual([]);
		expect(outside.length).toBeGreaterThan(5);
	});

	it('and its tables to nobody but itself and who keeps the files', () => {
		expect(naming(tables).sort()).toEqual(mayNameTables);
	});

	it('the search finds an import however it is written', () => {
		for (const line of [
			"import * as messages from '#lib/server/messages/messages.ts';",
			"import type { Letter } from '../messages/letters.ts';",
			"const { letters } = await import('../../messages/messages.ts');",
		]) {
			expect(imports.test(line), line).toBe(true);
		}
	});
});
