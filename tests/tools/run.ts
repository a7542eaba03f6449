/**
 * Every check and test of the project, in one command. On two cores, in round figures:
 *
 *   npm run lint   formatting, ESLint, Stylelint           1 min
 *   npm run check  messages, routes and types              30 s
 *   npm run unit   the tests beside the code              10 min  (-- src/lib/law runs a part)
 *   npm run e2e    production build, journeys in a browser 12 min  (-- hours runs a part)
 *   npm test       all of these, in this order
 *
 * The last line says `N passed, N failed, N skipped`; a check that is not a test counts when it fails.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { halves, type WorldName } from '../browser/which.ts';
import { findBrowser } from './browser.ts';
import { startPostgres } from './postgres.ts';
import { root, say, Steps } from './steps.ts';
import { browserTally, closingLine, unitTally } from './tally.ts';

const results = `${root}tests/results`;
const messages = ['--project', './messages/project.inlang', '--outdir', './src/lib/paraglide'];
const strategy = ['--strategy', 'cookie', 'preferredLanguage', 'baseLocale'];

const steps = new Steps();
let stopPostgres = () => {};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
	process.once(signal, () => steps.stop());

const [part = 'all', ...only] = process.argv.slice(2);
const parts: Record<string, () => Promise<void>> = {
	all: async () => {
		await generate();
		await steps.stage(lint(), types());
		await unit();
		await browser();
	},
	lint: async () => {
		await generate();
		await lint();
	},
	check: async () => {
		await generate();
		await types();
	},
	unit: async () => {
		await generate();
		await unit();
	},
	e2e: browser,
};

const chosen = parts[part];
if (!chosen) {
	say(`There is no part "${part}": choose one of ${Object.keys(parts).join(', ')}.`);
	process.exit(2);
}
process.exitCode = await run(chosen);

async function run(part: () => Promise<void>): Promise<number> {
	rmSync(results, { recursive: true, force: true });
	mkdirSync(results, { recursive: true });
	try {
		await part();
	} catch (error) {
		steps.fail(error);
	} finally {
		stopPostgres();
	}
	say(closingLine(steps.tally));
	return steps.tally.failed > 0 ? 1 : 0;
}

/** What svelte-check and ESLint read types from. */
async function generate() {
	const compile = ['compile', ...messages, ...strategy, '--silent'];
	await steps.stage(steps.run('messages', 'paraglide-js', compile));
	await steps.stage(steps.run('routes', 'svelte-kit', ['sync']));
}

async function lint() {
	await steps.run('prettier', 'prettier', ['--check', '--log-level=warn', '.']);
	await steps.run('eslint', 'eslint', ['--max-warnings=0', '.']);
	await steps.run('stylelint', 'stylelint', ['--allow-empty-input', 'src/**/*.{css,svelte}']);
}

async function types() {
	await steps.run('svelte-check', 'svelte-check', [
		'--tsconfig',
		'./tsconfig.json',
		'--fail-on-warnings',
	]);
}

async function unit() {
	await withPostgres();
	const report = `${results}/unit.json`;
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
	const run = ['run', ...reporters, ...only];
	await steps.stage(steps.run('vitest', 'vitest', run, () => unitTally(report)));
}

async function browser() {
	const chromium = findBrowser();
	say(chromium.line);
	if (!chromium.path) throw new Error('The journeys in a browser cannot run.');
	process.env['CHROMIUM_PATH'] = chromium.path;
	await withPostgres();
	await steps.stage(steps.run('vite build', 'vite', ['build', '--logLevel=warn']));
	// A part that is asked for by name runs in one world, and then there is nothing to look back at.
	const ofPages = only.some((path) => path.includes('pages/'));
	if (only.length > 0) return steps.stage(inWorld(ofPages ? 'pages' : 'journeys'));
	await steps.stage(...halves.map(inWorld));
	await steps.stage(inWorld('visited'));
}

function inWorld(name: WorldName): Promise<void> {
	const report = `${results}/browser-${name}.json`;
	const options = ['test', '--config=tests/playwright.config.ts', ...only];
	const given = [`BROWSER_WORLD=${name}`, 'playwright', ...options];
	return steps.run(name, 'env', given, () => browserTally(report));
}

async function withPostgres() {
	if (process.env['TEST_DATABASE_URL']) return;
	const postgres = await startPostgres();
	say(postgres.line);
	if (!postgres.url) return;
	process.env['TEST_DATABASE_URL'] = postgres.url;
	stopPostgres = postgres.stop;
}
