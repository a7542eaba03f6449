import { join } from 'node:path';
import * as backups from '../../lib/server/backup/backup.ts';
import * as clock from '../../lib/server/clock.ts';
import * as keyring from '../../lib/server/crypto/keyring.ts';
import { databaseOf, openOne } from '../../lib/server/portals.ts';
import { read, SettingProblem, type Settings } from '../../lib/server/settings.ts';
import { all, type Tenant } from '../../lib/server/tenants/tenants.ts';

/** Backs every tenant up and clears what is too old. One that fails does not keep the others from theirs. */
export async function backup(): Promise<number> {
	const settings = read(process.env);
	let isFine = true;
	for (const tenant of all()) {
		try {
			const { name, cleared } = await backUp(settings, tenant);
			console.log(`${tenant.id}: backup ${name} is whole; ${cleared} old ones cleared.`);
		} catch (problem) {
			isFine = false;
			console.error(`${tenant.id}: no backup. ${problem instanceof Error ? problem.message : ''}`);
		}
	}
	return isFine ? 0 : 1;
}

/**
 * `restore TENANT [BACKUP] [--verify]`: lays a backup, the newest unless one is named, where the tenant has no data;
 * with `--verify` only on trial, beside everything in use.
 */
export async function restore(args: readonly string[]): Promise<number> {
	const [tenantId, named] = args.filter((each) => !each.startsWith('--'));
	const tenant = all().find(({ id }) => id === tenantId);
	if (!tenant) {
		console.error(
			`restore TENANT [BACKUP] [--verify]; tenants: ${all()
				.map(({ id }) => id)
				.join(', ')}`,
		);
		return 2;
	}
	const settings = read(process.env);
	const place = placeOf(settings, tenant);
	const name = named ?? (await backups.newest(place));
	if (name === null) throw new backups.BackupProblem(`There is no backup of ${tenant.id}.`);
	if (!args.includes('--verify')) {
		await backups.restore(place, name);
		console.log(`${tenant.id}: backup ${name} is restored.`);
		return 0;
	}
	const { problems, rows, files, opened } = await backups.verify(place, name);
	for (const problem of problems) console.error(`${tenant.id}: ${problem}.`);
	const says = problems.length === 0 ? 'is whole' : `has ${problems.length} problems`;
	console.log(
		`${tenant.id}: backup ${name} ${says}: ${rows} rows, ${files} files, ${opened} opened on trial.`,
	);
	return problems.length === 0 ? 0 : 1;
}

/** The newest backup's end of the audit chain, to hold the chain against; null where there is no backup. */
export async function anchorOf(settings: Settings, tenant: Tenant) {
	if (!settings.BACKUP_DIR) return null;
	const place = placeOf(settings, tenant);
	const name = await backups.newest(place);
	return name === null ? null : (await backups.readManifest(place, name)).audit;
}

async function backUp(settings: Settings, tenant: Tenant) {
	const place = placeOf(settings, tenant);
	const { store } = await openOne(settings, place.keyring, tenant);
	try {
		const now = clock.machineNow();
		const name = await backups.make(place, store, now);
		return { name, cleared: await backups.clear(place, settings.BACKUP_DAYS, now) };
	} finally {
		await store.close();
	}
}

function placeOf(settings: Settings, tenant: Tenant): backups.Place {
	if (!settings.BACKUP_DIR) {
		throw new SettingProblem('BACKUP_DIR is needed: the folder where backups are kept.');
	}
	return {
		tenantId: tenant.id,
		database: databaseOf(settings, tenant),
		folder: join(settings.DATA_DIR, tenant.id),
		backups: settings.BACKUP_DIR,
		keyring: keyring.open(settings.KEYS_DIR ?? join(settings.DATA_DIR, 'keys')),
	};
}
