import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { logOf, world } from './browser/which.ts';
import { demoDay } from './tools/demo-day.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { half, name, port, tests } = world;
const address = `http://127.0.0.1:${port}`;
const data = `tests/results/portal-${name}`;
const chromium = process.env['CHROMIUM_PATH'];

/**
 * The tests in a browser, against the production build in demo mode on a fixed day. 127.0.0.1 is the tenant heerenveen,
 * ferm-werk.localhost is ferm-werk. Started by `npm run e2e`, which finds the browser and builds, and runs the halves of
 * the pages and of the journeys side by side, each with a portal and people of its own. The tests of a world share its
 * people, so they run one after the other.
 */
export default defineConfig({
	testDir: '.',
	testMatch: '**/*.e2e.ts',
	outputDir: `results/browser-${name}`,
	// Failures come last, where they are looked for.
	reporter: [['dot'], ['json', { outputFile: `results/browser-${name}.json` }]],
	workers: 1,
	fullyParallel: true,
	forbidOnly: true,
	// They end what hangs; a busy machine fails no test.
	timeout: 900_000,
	expect: { timeout: 30_000 },
	use: {
		baseURL: address,
		locale: 'nl-NL',
		timezoneId: 'Europe/Amsterdam',
		// What the worker does is tried on phones of their own, see `handset.ts`; beside every other page it costs time.
		serviceWorkers: 'block',
		// Recording every test to keep the failed ones costs a tenth of the time; BROWSER_TRACE=on records.
		trace: process.env['BROWSER_TRACE'] === 'on' ? 'retain-on-failure' : 'off',
		screenshot: 'only-on-failure',
		launchOptions: {
			...(chromium ? { executablePath: chromium } : {}),
			args: [
				...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--disable-dev-shm-usage',
			],
		},
	},
	projects: [{ name, testMatch: tests, testIgnore: name === 'visited' ? [] : '**/visited.e2e.ts' }],
	...half,
	...(port === null
		? {}
		: {
				webServer: {
					command: `mkdir -p tests/results && rm -rf ${data} && node src/entry/portal.js demo seed && node src/entry/start.js 2> ${logOf(name)}`,
					cwd: root,
					url: `${address}/readyz`,
					timeout: 600_000,
					reuseExistingServer: false,
					stdout: 'ignore',
					stderr: 'pipe',
					gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
					env: {
						...demoDay,
						HOST: '127.0.0.1',
						PORT: String(port),
						DATA_DIR: data,
					},
				},
			}),
});
