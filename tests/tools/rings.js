/** Which part of the source may import which: the table that eslint.config.js enforces. */
import { readdirSync } from 'node:fs';

export const tests = ['**/*.test.ts', '**/*.e2e.ts'];
export const clock = ['src/lib/server/clock.ts', 'src/lib/phone/clock.ts'];

const shared = '#lib/';
const relative = '(?:\\.\\./)+(?:lib/|src/)?';
/** An import of something in `src`, however it is spelled: `#lib/law/…`, `../law/…`, `../../lib/law/…`. */
const into = (/** @type {string} */ names) => `^(?:${shared}|${relative})(?:${names})(?:/|\\.|$)`;
const outOf = (/** @type {string} */ names) => `^${relative}(?:${names})(?:/|\\.|$)`;
const anythingBut = (/** @type {string[]} */ ...allowed) =>
	`^(?!\\.{1,2}/|(?:${allowed.join('|')}))`;

/**
 * What a ring may not import: a pattern, why not, and whether its types may or only some of its names are meant.
 * @typedef {{ regex: string, why: string, types?: boolean, names?: string[] }} Ban
 * @satisfies {Record<string, Ban>}
 */
const never = {
	framework: {
		regex: '^(?:svelte|@sveltejs/kit|\\$app|\\$env)(?:/|$)',
		why: 'it runs without the framework',
	},
	page: { regex: '^(?:svelte|\\$app|\\$env)(?:/|$)', why: 'it must run outside a request too' },
	answers: {
		regex: '^@sveltejs/kit(?:/|$)',
		why: 'an expected refusal is a value, not an HTTP answer',
		types: true,
	},
	sql: {
		regex: '^(?:drizzle-orm|drizzle-kit|better-sqlite3|pg)(?:/|$)',
		why: 'SQL stands beside its noun in src/lib/server and nowhere else',
	},
	db: { regex: into('server/db|db'), why: 'ask the noun: only src/lib/server knows the tables' },
	server: { regex: into('server'), why: 'a component knows no duty' },
	serverValues: {
		regex: into('server'),
		why: 'it would reach the browser; types are fine',
		types: true,
	},
	law: { regex: into('law'), why: 'a component knows no duty; the page hands it what it shows' },
	lawValues: {
		regex: `^(?:${shared}|${relative})law/(?!day\\.ts$)`,
		why: 'a use case applies the law; here its types are enough (a day may be read)',
		types: true,
	},
	phone: {
		regex: `^(?:${shared}|${relative})phone/(?!(?:parcel|seal|unseal|bytes)\\.ts$)`,
		why: 'it runs in a browser; only the form of a parcel and its seal are of both',
	},
	ui: { regex: into('ui'), why: 'what it does must not depend on how it looks' },
	pages: {
		regex: into('routes|hooks|entry|service-worker'),
		why: 'those stand on this, not this on those',
	},
	entry: { regex: into('entry'), why: 'only the start of the process stands there' },
	entries: {
		regex: into('hooks|entry'),
		why: 'it would reach the browser; types are fine',
		types: true,
	},
	requests: { regex: outOf('routes|hooks'), why: 'those answer requests' },
	clock: {
		regex: '^(?:#lib/server/|(?:\\.{1,2}/)+(?:lib/)?(?:server/)?)clock\\.ts$',
		why: 'the moment comes in as an argument',
		names: ['moment'],
	},
};

/** Of another noun of the server only the main file is its contract; some folders serve every noun. */
const nouns = readdirSync(new URL('../../src/lib/server', import.meta.url), {
	withFileTypes: true,
});
const insidesOfOthers = (/** @type {string} */ noun) => ({
	regex: `^(?:#lib/server|\\.\\.|\\.\\./\\.\\.)/(?!(?:${noun}|db|access|outside|crypto)/)([a-z-]+)/(?!\\1\\.ts$)`,
	why: 'of another noun only its main file may be imported, and types',
	types: true,
});

/** The pure rings name what they may import, so that whatever comes later is closed. */
const pure = 'it is a pure function of its arguments';
const lawMayUse = ['#lib/law/', 'temporal-polyfill$'];
const aroundLaw = { regex: outOf('server|ui|languages|paraglide|routes|hooks|entry'), why: pure };
const aroundLanguages = { regex: outOf('server|ui|law|routes|hooks|entry'), why: pure };

/** What runs on the phone is small, and holds nothing of the server. */
const phoneMayUse = ['#lib/phone/', 'idb$', '@hpke/core$', 'workbox-'];
const aroundPhone = {
	regex: outOf('server|ui|law|languages|paraglide|routes|hooks|entry'),
	why: 'it runs on the phone, with nothing of the server',
};

const inServer = [never.page, never.answers, never.pages, never.ui, never.phone, never.clock];

/**
 * Who may import what. Of the rows that a file stands in the last one counts.
 * @type {{ from: string, files: string[], except?: string[], never: Ban[] }[]}
 */
export const rings = [
	{
		from: 'law',
		files: ['src/lib/law/**'],
		except: tests,
		never: [{ regex: anythingBut(...lawMayUse), why: pure }, aroundLaw],
	},
	{
		from: 'law, its tests',
		files: ['src/lib/law/**/*.test.ts'],
		never: [
			{ regex: anythingBut(...lawMayUse, 'vitest$', 'fast-check$', 'node:'), why: pure },
			aroundLaw,
		],
	},
	{
		from: 'languages',
		files: ['src/lib/languages/**'],
		except: tests,
		// Types of elsewhere close its tables: `satisfies Record<Role, Label>`.
		never: [
			{ regex: anythingBut('#lib/languages/', '#lib/paraglide/'), why: pure, types: true },
			{ ...aroundLanguages, types: true },
		],
	},
	{
		from: 'phone',
		files: ['src/lib/phone/**'],
		except: [...clock, ...tests, 'src/lib/phone/test-phone.ts'],
		never: [
			{
				regex: anythingBut(...phoneMayUse),
				why: 'it runs on the phone, with nothing of the server',
			},
			aroundPhone,
		],
	},
	{
		from: 'server',
		files: ['src/lib/server/**'],
		except: ['src/lib/server/jobs/**', ...clock, ...tests],
		never: inServer,
	},
	...nouns
		.filter((entry) => entry.isDirectory() && entry.name !== 'jobs')
		.map(({ name }) => ({
			from: `server/${name}`,
			files: [`src/lib/server/${name}/**`],
			except: tests,
			never: [...inServer, insidesOfOthers(name)],
		})),
	{
		from: 'server, its tests',
		files: ['src/lib/server/**/*.test.ts'],
		never: [never.page, never.answers, never.pages, never.ui],
	},
	{
		from: 'jobs',
		files: ['src/lib/server/jobs/**'],
		except: tests,
		never: [never.page, never.answers, never.pages, never.ui, never.sql, never.db, never.lawValues],
	},
	{
		from: 'hooks',
		files: ['src/hooks.server.ts', 'src/hooks/**'],
		except: tests,
		never: [never.ui, never.sql, never.db, never.lawValues],
	},
	{
		from: 'routes, on the server',
		files: ['src/routes/**/*.ts'],
		except: ['src/routes/**/+{page,layout}.ts', ...tests],
		never: [never.entry, never.sql, never.db, never.lawValues],
	},
	{
		from: 'routes, in the browser',
		files: ['src/routes/**/*.svelte', 'src/routes/**/+{page,layout}.ts', 'src/service-worker.ts'],
		never: [never.entries, never.sql, never.serverValues],
	},
	{
		from: 'ui',
		files: ['src/lib/ui/**'],
		except: tests,
		never: [never.pages, never.sql, never.server, never.law],
	},
	{
		from: 'entry',
		files: ['src/entry/**'],
		except: tests,
		never: [never.framework, never.ui, never.sql, never.requests],
	},
];
