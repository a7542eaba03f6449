import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/**
 * The diary is help and never material for a decision: whoever reads it stands in this list, and it is to stay short.
 * A page may show a line; nothing that counts, decides, flags, checks or sorts may know that there is one.
 */
const mayImport = [
	'src/lib/languages/labels/diary.ts',
	'src/lib/server/demo/diary.ts',
	'src/routes/(resident)/uren/+page.server.ts',
	'src/routes/(resident)/uren/dagboek/+page.server.ts',
	'src/routes/(resident)/uren/dagboek/[line]/+page.server.ts',
	'src/routes/(resident)/uren/dagboek/[line]/veranderen/+page.server.ts',
	'src/routes/(resident)/uren/dagboek/nieuw/+page.server.ts',
	'src/routes/(resident)/vandaag/+page.server.ts',
	'src/routes/(staff)/staf/mensen/[id]/+page.server.ts',
];

/** The tables stand with the other tables, and nobody else names them. */
const mayNameTables = [
	// Takes the newest migration back, to restore what an earlier version left.
	'src/lib/server/db/schema-diary.ts',
	'src/lib/server/db/schema.ts',
];

const imports = /(?:from|import)\s*\(?\s*['"`][^'"`]*\/diary\/[\w-]+\.ts/;
const tables = /\b(?:diaryLines|diary_lines|nudgeAnswers|nudge_answers|diaryTables)\b/;

const sources = globSync('src/**/*.{ts,js,svelte}')
	.filter(
		(path) => !path.startsWith('src/lib/server/diary/') && !path.startsWith('src/lib/paraglide/'),
	)
	.map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const naming = (pattern: RegExp) =>
	sources
		.filter(({ text }) => pattern.test(text))
		.map(({ path }) => path)
		.sort();

describe('the diary stands apart', () => {
	it('is read by its pages and by nothing else', () => {
		expect(naming(imports)).toEqual(mayImport);
	});

	it('and its tables by nobody but itself', () => {
		expect(naming(tables)).toEqual(mayNameTables);
	});

	it('the search finds an import however it is written', () => {
		for (const line of [
			"import * as diary from '#lib/server/diary/diary.ts';",
			"import type { Line } from '../diary/lines.ts';",
			"const { own } = await import('../../diary/diary.ts');",
			"export { own } from './diary/diary.ts';",
		]) {
			expect(imports.test(line), line).toBe(true);
		}
		expect(sources.length).toBeGreaterThan(400);
	});
});
