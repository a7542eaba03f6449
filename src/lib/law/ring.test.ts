import { expect, test } from 'vitest';

/** The law is a ring of its own: it imports the law and Temporal, and asks no clock. */

const sources = import.meta.glob<string>(['./*.ts', '!./*.test.ts'], {
	eager: true,
	query: '?raw',
	import: 'default',
});
const files = Object.entries(sources);

test('there are files to look at', () => {
	expect(files.length).toBeGreaterThan(15);
});

test.each(files)('%s imports the law and Temporal only', (_, source) => {
	const imported = [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
	const foreign = imported.filter(
		(from) => from !== 'temporal-polyfill' && !/^#lib\/law\/[a-z-]+\.ts$/.test(from ?? ''),
	);
	expect(foreign).toEqual([]);
	expect(source).not.toMatch(/\bimport\(|\brequire\(/);
});

test.each(files)('%s asks no clock: the day is an argument', (_, source) => {
	expect(source).not.toMatch(/new Date\b|Date\.now|Temporal\.Now/);
});
