import { execFileSync } from 'node:child_process';
import { root } from './steps.ts';

/** Builds the portal as it is served, so that what is measured is never an older one. */
export function build() {
	const given = [`${root}node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'error'];
	execFileSync(process.execPath, given, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
