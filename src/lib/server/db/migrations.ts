import { readFileSync } from 'node:fs';
import { StoreProblem } from './store.ts';

/** Refuses a database that a newer version of the portal has migrated: going back would lose what it wrote. */
export function refuseNewer(engine: 'sqlite' | 'postgres', applied: number, name: string) {
	const known = knownMigrations(engine);
	if (applied > known) {
		throw new StoreProblem(
			`The database ${name} was migrated by a newer version (${applied} migrations, this version knows ${known}): start that version, or restore a backup.`,
		);
	}
}

function knownMigrations(engine: 'sqlite' | 'postgres'): number {
	const journal: unknown = JSON.parse(
		readFileSync(`./drizzle/${engine}/meta/_journal.json`, 'utf8'),
	);
	return (journal as { entries: unknown[] }).entries.length;
}
