import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from './steps.ts';

/**
 * A module of a package that stands apart, in a folder with its own lock file: too large for everybody who installs the
 * portal. It is installed when it is first asked for. `Module` says what of it is used.
 */
export async function installed<Module>(folder: string, path: string): Promise<Module> {
	const file = join(folder, 'node_modules', path);
	if (!existsSync(file)) {
		say(`installing what ${folder} names`);
		const given = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
		const { status, stderr } = spawnSync('npm', given, { cwd: folder, encoding: 'utf8' });
		if (status !== 0) throw new Error(`npm ci in ${folder} failed:\n${stderr}`);
	}
	return (await import(pathToFileURL(file).href)) as Module;
}
