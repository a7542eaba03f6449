import { defineConfig } from '@playwright/test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const address = 'http://127.0.0.1:4173';
const data = 'tests/results/portal';
const chromium = process.env['CHROMIUM_PATH'];

/**
 * The journeys, against the production build in demo mode on a fixed day. 127.0.0.1 is the tenant heerenveen,
 * ferm-werk.localhost is ferm-werk. Started by `npm run e2e`, which finds the browser and builds.
 */
export default defineConfig({
	testDir: '.',
	testMatch: '**/*.e2e.ts',
	outputDir: 'results/browser',
	reporter: [['line'], ['json', { outputFile: 'results/browser.json' }]],
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	// They end what hangs; a busy machine fails no test.
	timeout: 180_000,
	expect: { timeout: 30_000 },
	use: {
		baseURL: address,
		locale: 'nl-NL',
		timezoneId: 'Europe/Amsterdam',
		trace: 'retain-on-failure',
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
	// One after the other, and so the journeys among themselves: they share the people of the demo.
	projects: [
		{ name: 'pages', testMatch: 'pages/*.e2e.ts', testIgnore: '**/visited.e2e.ts' },
		{ name: 'journeys', testMatch: 'journeys/*.e2e.ts', dependencies: ['pages'], workers: 1 },
		{ name: 'visited', testMatch: '**/visited.e2e.ts', dependencies: ['journeys'] },
	],
	webServer: {
		command: `mkdir -p tests/results && rm -rf ${data} && node src/entry/portal.js demo seed && node src/entry/start.js 2> tests/results/requests.log`,
		cwd: root,
		url: `${address}/readyz`,
		timeout: 180_000,
		reuseExistingServer: false,
		stdout: 'ignore',
		stderr: 'pipe',
		gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
		env: {
			DEMO: '1',
			DEMO_TODAY: '2026-11-23',
			HOST: '127.0.0.1',
			PORT: '4173',
			DATA_DIR: data,
		},
	},
});
