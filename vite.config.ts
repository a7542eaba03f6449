import { rm } from 'node:fs/promises';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { build, type Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * The page's only script is built as a worker file. Kit hands what the server build makes on to the browser from
 * `assets` alone, and no page has a browser build of its own that would bring it along.
 */
const scriptAmongAssets: Plugin = {
	name: 'script-among-assets',
	config: () => ({
		worker: {
			rolldownOptions: { output: { entryFileNames: '_app/immutable/assets/[name]-[hash].js' } },
		},
	}),
};

/**
 * Kit builds the service worker as a module, since a library that it holds imports something of Node which a browser never
 * asks for. Not every browser takes a worker that is a module: it becomes one plain script.
 */
const plainWorker: Plugin = {
	name: 'plain-worker',
	apply: 'build',
	enforce: 'pre',
	closeBundle: {
		sequential: true,
		order: 'pre',
		async handler() {
			if (this.environment.name !== 'ssr') return;
			const outDir = '.svelte-kit/output/client';
			await build({
				configFile: false,
				publicDir: false,
				// It warns of what that import leaves behind, which never runs.
				logLevel: 'error',
				build: {
					outDir,
					emptyOutDir: false,
					modulePreload: false,
					rolldownOptions: {
						input: `${outDir}/service-worker.js`,
						output: { format: 'iife', entryFileNames: 'service-worker.js' },
					},
				},
			});
			await rm(`${outDir}/assets`, { recursive: true, force: true });
		},
	},
};

const tests = ['src/**/*.test.ts', 'tests/**/*.test.ts'];

/**
 * Tests that change something of their process, start programs, or ask modules that keep something: each of their files
 * starts anew. All others load what they share once for all of them, in a third of the time.
 */
const apart = [
	...['tests', 'src/entry', 'src/hooks', 'src/lib/phone'].map((folder) => `${folder}/**/*.test.ts`),
	...['accounts', 'backup', 'db', 'demo', 'feeds', 'hosts', 'notices', 'paper', 'parcels', 'phones']
		.concat('proofs', 'recordings', 'scanning', 'tenants', 'ways-in')
		.map((noun) => `src/lib/server/${noun}/**/*.test.ts`),
	'src/lib/server/*.test.ts',
];

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './messages/project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
			cookieName: 'language',
		}),
		sveltekit(),
		plainWorker,
		SvelteKitPWA({
			strategies: 'injectManifest',
			srcDir: 'src',
			filename: 'service-worker.ts',
			injectRegister: false,
			manifest: false,
			// What every page needs; styles and scripts of one page come along with the copy of that page.
			injectManifest: {
				globPatterns: [
					'client/_app/immutable/assets/{_layout,enhance}*.{css,js}',
					'client/icon.svg',
				],
			},
		}),
		scriptAmongAssets,
	],
	test: {
		environment: 'node',
		globalSetup: ['tests/tools/templates.ts'],
		setupFiles: ['tests/tools/seed.ts'],
		// Every core: by default one is left idle, which on two cores is half.
		maxWorkers: '100%',
		// They end what hangs. How fast something is, `npm run bench` says: a busy machine fails no test.
		testTimeout: 120_000,
		hookTimeout: 120_000,
		projects: [
			{ extends: true, test: { name: 'together', include: tests, exclude: apart, isolate: false } },
			{ extends: true, test: { name: 'apart', include: apart } },
		],
	},
});
