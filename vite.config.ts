import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
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

export default defineConfig({
	plugins: [
		paraglideVitePlugin({
			project: './messages/project.inlang',
			outdir: './src/lib/paraglide',
			strategy: ['cookie', 'preferredLanguage', 'baseLocale'],
			cookieName: 'language',
		}),
		sveltekit(),
		scriptAmongAssets,
	],
	test: {
		environment: 'node',
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts'],
		globalSetup: ['tests/tools/templates.ts'],
		setupFiles: ['tests/tools/seed.ts'],
		// Every core: by default one is left idle, which on two cores is half.
		maxWorkers: '100%',
		// They end what hangs. How fast something is, `npm run bench` says: a busy machine fails no test.
		testTimeout: 120_000,
		hookTimeout: 120_000,
	},
});
