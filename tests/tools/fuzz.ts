import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { root } from './steps.ts';

/** `npm run fuzz [-- ROUNDS]`: the property tests with new examples each round; ends at the first round that fails. */
const rounds = Number(process.argv[2] ?? 10);
const tests = globSync('{src,tests}/**/*.test.ts', { cwd: root }).filter((path) =>
	/from 'fast-check'/.test(readFileSync(`${root}${path}`, 'utf8')),
);
for (let round = 1; round <= rounds; round += 1) {
	const seed = randomInt(2 ** 31);
	process.stdout.write(
		`round ${round} of ${rounds}: PROPERTY_SEED=${seed}, ${tests.length} files\n`,
	);
	const env = { ...process.env, PROPERTY_SEED: String(seed) };
	const { status } = spawnSync(`${root}node_modules/.bin/vitest`, ['run', ...tests], {
		cwd: root,
		env,
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	if (status === 0) continue;
	process.stdout.write(`Failed: PROPERTY_SEED=${seed} npm run unit -- tells which\n`);
	process.exit(1);
}
