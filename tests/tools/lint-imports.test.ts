import { describe, expect, test } from 'vitest';
import { broken, component } from './linter.ts';

/** A rule that matches nothing is silent: each one is seen to fire here, and to let the good through. */
const value = (from: string) => `import { thing } from '${from}';\nvoid thing;\n`;
const type = (from: string) =>
	`import type { Thing } from '${from}';\nexport type Other = Thing;\n`;

const closed: [path: string, from: string][] = [
	['src/lib/law/x.ts', 'svelte'],
	['src/lib/law/x.ts', '@sveltejs/kit'],
	['src/lib/law/x.ts', 'drizzle-orm'],
	['src/lib/law/x.ts', 'node:fs'],
	['src/lib/law/x.ts', '#lib/paraglide/messages.js'],
	['src/lib/law/x.ts', '#lib/server/errors.ts'],
	['src/lib/law/x.ts', '../server/errors.ts'],
	['src/lib/law/x.ts', '#lib/ui/Card.svelte'],
	['src/lib/law/x.test.ts', '#lib/server/errors.ts'],
	['src/lib/languages/x.ts', '#lib/server/errors.ts'],
	['src/lib/languages/x.ts', '../law/day.ts'],
	['src/lib/languages/x.ts', 'node:fs'],
	['src/lib/server/hours/hours.ts', '$app/paths'],
	['src/lib/server/hours/hours.ts', 'svelte'],
	['src/lib/server/hours/hours.ts', '@sveltejs/kit'],
	['src/lib/server/hours/hours.ts', '../../../routes/x.ts'],
	['src/lib/server/hours/hours.ts', '#lib/ui/pictograms.ts'],
	['src/lib/server/hours/hours.ts', '../people/rows.ts'],
	['src/lib/server/hours/hours.ts', '#lib/server/people/rows.ts'],
	['src/lib/server/jobs/jobs.ts', 'drizzle-orm'],
	['src/lib/server/jobs/jobs.ts', '../db/store.ts'],
	['src/hooks.server.ts', 'better-sqlite3'],
	['src/hooks.server.ts', '#lib/server/db/store.ts'],
	['src/hooks/guard.ts', '../lib/server/db/store.ts'],
	['src/routes/(resident)/uren/+page.server.ts', 'drizzle-orm/sqlite-core'],
	['src/routes/(resident)/uren/+page.server.ts', 'better-sqlite3'],
	['src/routes/(resident)/uren/+page.server.ts', 'pg'],
	['src/routes/(resident)/uren/+page.server.ts', '#lib/server/db/schema.ts'],
	['src/routes/(resident)/uren/+page.server.ts', '#lib/law/norm.ts'],
	['src/routes/demo/+server.ts', '#lib/server/db/schema.ts'],
	['src/routes/(resident)/uren/+page.svelte', '#lib/server/hours/hours.ts'],
	['src/routes/(resident)/uren/+page.ts', '#lib/server/hours/hours.ts'],
	['src/routes/(resident)/uren/+page.svelte', '../../../hooks/form.ts'],
	['src/routes/(resident)/uren/+page.server.ts', '../../../entry/start.ts'],
	['src/lib/ui/Card.svelte', '#lib/law/day.ts'],
	['src/lib/ui/Card.svelte', '../law/day.ts'],
	['src/lib/ui/Card.svelte', '#lib/server/hours/hours.ts'],
	['src/lib/ui/card.ts', '../../routes/x.ts'],
	['src/entry/start.ts', '@sveltejs/kit'],
	['src/entry/start.ts', 'better-sqlite3'],
	['src/entry/start.ts', '../routes/x.ts'],
];

const open: [path: string, from: string][] = [
	['src/lib/law/x.ts', './day.ts'],
	['src/lib/law/x.ts', '#lib/law/day.ts'],
	['src/lib/law/x.ts', 'temporal-polyfill'],
	['src/lib/law/x.test.ts', 'fast-check'],
	['src/lib/languages/x.ts', '#lib/paraglide/messages.js'],
	['src/lib/server/hours/hours.ts', '#lib/law/norm.ts'],
	['src/lib/server/hours/hours.ts', 'drizzle-orm'],
	['src/lib/server/hours/hours.ts', './states.ts'],
	['src/lib/server/hours/hours.ts', '#lib/server/hours/states.ts'],
	['src/lib/server/hours/hours.ts', '../people/people.ts'],
	['src/lib/server/hours/hours.ts', '#lib/server/people/people.ts'],
	['src/lib/server/hours/hours.ts', '../db/audit-chain.ts'],
	['src/hooks.server.ts', '#lib/server/accounts/accounts.ts'],
	['src/routes/(resident)/uren/+page.server.ts', '#lib/server/hours/hours.ts'],
	['src/routes/(resident)/uren/+page.server.ts', '#lib/law/day.ts'],
	['src/routes/(resident)/uren/+page.server.ts', '../../../hooks/form.ts'],
	['src/routes/(resident)/uren/+page.svelte', '#lib/law/norm.ts'],
	['src/lib/ui/Card.svelte', '#lib/paraglide/messages.js'],
	['src/entry/start.ts', '#lib/server/backup/backup.ts'],
];

describe('who may import what', () => {
	test.each(closed)('%s may not import %s', async (path, from) => {
		const wrap = path.endsWith('.svelte') ? component : (source: string) => source;
		expect(await broken(path, wrap(value(from)))).toEqual(['no-restricted-imports']);
		expect(await broken(path, wrap(`export { thing } from '${from}';\n`))).toContain(
			'no-restricted-imports',
		);
		expect(await broken(path, wrap(`void import('${from}');\n`))).toContain('no-restricted-syntax');
	});

	test.each(open)('%s may import %s', async (path, from) => {
		const wrap = path.endsWith('.svelte') ? component : (source: string) => source;
		expect(await broken(path, wrap(value(from)))).toEqual([]);
	});

	test('types alone cross where nothing is run', async () => {
		expect(
			await broken(
				'src/routes/uren/+page.svelte',
				component(
					"import type { Hours } from '#lib/server/hours/hours.ts';\n\tconst { data }: { data: Hours } = $props();\n\tvoid data;",
				),
			),
		).toEqual([]);
		expect(await broken('src/routes/uren/+page.server.ts', type('#lib/law/norm.ts'))).toEqual([]);
		expect(await broken('src/lib/server/hours/hours.ts', type('../people/rows.ts'))).toEqual([]);
		expect(await broken('src/lib/ui/card.ts', type('#lib/server/hours/hours.ts'))).toEqual([
			'no-restricted-imports',
		]);
		expect(await broken('src/lib/law/x.ts', type('drizzle-orm'))).toEqual([
			'no-restricted-imports',
		]);
	});

	test('a noun of the server is told the moment, and may turn an instant into a day', async () => {
		const path = 'src/lib/server/hours/hours.ts';
		expect(await broken(path, "import { moment } from '../clock.ts';\nmoment();\n")).toEqual([
			'no-restricted-imports',
		]);
		expect(
			await broken(path, "import * as clock from '#lib/server/clock.ts';\nclock.moment();\n"),
		).toEqual(['no-restricted-imports']);
		expect(await broken(path, "import { dayOf } from '../clock.ts';\ndayOf(0);\n")).toEqual([]);
		expect(
			await broken(
				'src/hooks.server.ts',
				"import { moment } from '#lib/server/clock.ts';\nmoment();\n",
			),
		).toEqual([]);
	});

	test('one spelling of an import', async () => {
		expect(
			await broken('src/routes/uren/+page.server.ts', value('$lib/server/hours/hours.ts')),
		).toEqual(['no-restricted-syntax']);
	});
});
