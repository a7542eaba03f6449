import { describe, expect, test } from 'vitest';
import { broken, component, withTypes } from './linter.ts';

/** A rule that matches nothing is silent: each one is seen to fire here, and to let the good through. */
describe('what may not be written', () => {
	const anywhere: [what: string, source: string, rule: string][] = [
		['the time of now', 'export const x = new Date();', 'no-restricted-syntax'],
		['the time of now as text', 'export const x = Date();', 'no-restricted-syntax'],
		['Date.now', 'export const x = Date.now();', 'no-restricted-syntax'],
		['Date.now by another way', 'export const x = globalThis.Date.now();', 'no-restricted-syntax'],
		['Date.now handed on', 'export const x = [1].map(Date.now);', 'no-restricted-syntax'],
		[
			'Temporal.Now',
			"import { Temporal } from 'temporal-polyfill';\nexport const x = Temporal.Now.instant();",
			'no-restricted-syntax',
		],
		['any', 'export const x = (y: any) => y;', '@typescript-eslint/no-explicit-any'],
		[
			'a non-null assertion',
			'export const x = (y?: { z: 1 }) => y!.z;',
			'@typescript-eslint/no-non-null-assertion',
		],
		[
			'SQL from a template',
			'export const x = (y: string) => `select * from ${y}`;',
			'no-restricted-syntax',
		],
		[
			'SQL from a template of more lines',
			'export const x = (y: string) => `\n\tUPDATE hours SET state = ${y}`;',
			'no-restricted-syntax',
		],
		[
			'SQL from a sum',
			"export const x = (y: string) => 'delete from ' + y;",
			'no-restricted-syntax',
		],
		[
			'a prepared template',
			'export const x = (db: { prepare(s: string): void }, y: string) => db.prepare(`${y} 1`);',
			'no-restricted-syntax',
		],
		[
			'raw SQL',
			'export const x = (sql: { raw(s: string): void }, y: string) => sql.raw(y);',
			'no-restricted-syntax',
		],
		['a long file', 'export {};\n'.repeat(301), 'max-lines'],
	];
	test.each(anywhere)('%s', async (_what, source, rule) => {
		for (const path of [
			'src/lib/server/hours/hours.ts',
			'src/hooks/x.ts',
			'tests/x.e2e.ts',
			'src/service-worker.ts',
		]) {
			expect(await broken(path, source)).toEqual([rule]);
		}
	});

	test('the clock may ask the time, and a given instant may be a Date', async () => {
		expect(await broken('src/lib/server/clock.ts', 'export const x = Date.now();')).toEqual([]);
		expect(await broken('src/lib/server/hours/hours.ts', 'export const x = new Date(0);')).toEqual(
			[],
		);
		expect(await broken('src/lib/ui/x.ts', 'export const x = performance.now();')).toEqual([]);
		expect(
			await broken('src/lib/server/clock.ts', 'export const x = (y: string) => `select ${y}`;'),
		).toEqual(['no-restricted-syntax']);
	});

	test('bound SQL', async () => {
		const source =
			"import { sql } from 'drizzle-orm';\nexport const x = (y: string) => sql`select ${y}`;";
		expect(await broken('src/lib/server/hours/hours.ts', source)).toEqual([]);
	});

	const inComponents: [what: string, markup: string, rule: string][] = [
		['html from a string', '<p>{@html text}</p>', 'svelte/no-at-html-tags'],
		['a style attribute', '<p style="color: red">x</p>', 'no-restricted-syntax'],
		['a computed style attribute', '<p style={text}>x</p>', 'no-restricted-syntax'],
		['a style directive', '<p style:color={text}>x</p>', 'no-restricted-syntax'],
		[
			'a style of an unknown element',
			'<svelte:element this={text} style="color: red">x</svelte:element>',
			'no-restricted-syntax',
		],
	];
	test.each(inComponents)('%s', async (_what, markup, rule) => {
		for (const path of ['src/routes/uren/+page.svelte', 'src/lib/ui/Card.svelte']) {
			const source = component("const text: string = 'x';\n\tvoid text;");
			expect(await broken(path, `${source}\n${markup}\n`)).toEqual([rule]);
		}
	});

	test('a component obeys the rules of TypeScript', async () => {
		expect(
			await broken('src/lib/ui/Card.svelte', component('export const x = (y: any) => y;')),
		).toEqual(['@typescript-eslint/no-explicit-any']);
		expect(
			await broken('src/lib/ui/Card.svelte', component('const x = Date.now();\n\tvoid x;')),
		).toEqual(['no-restricted-syntax']);
	});

	test('a promise that nobody waits for', async () => {
		const source = 'export async function x() {}\nx();\n';
		expect(await broken('src/lib/server/errors.ts', source, withTypes)).toContain(
			'@typescript-eslint/no-floating-promises',
		);
	});
});
