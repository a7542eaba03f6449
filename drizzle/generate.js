/**
 * `npm run db:generate -- name`: writes the next migration of both engines from the tables in src/lib/server/db,
 * and makes the SQLite tables STRICT, which drizzle-kit cannot say.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const name = process.argv[2];
if (!name) {
	console.error('Say a name: npm run db:generate -- what-changes');
	process.exit(2);
}
for (const engine of ['sqlite', 'postgres']) {
	execFileSync(
		'drizzle-kit',
		['generate', `--config=drizzle/${engine}.config.ts`, `--name=${name}`],
		{
			stdio: 'inherit',
		},
	);
}
for (const file of readdirSync('drizzle/sqlite').filter((each) => each.endsWith('.sql'))) {
	const path = `drizzle/sqlite/${file}`;
	writeFileSync(path, readFileSync(path, 'utf8').replace(/^\)(;|$)/gm, ') STRICT$1'));
}
