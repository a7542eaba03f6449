import { join } from 'node:path';
import * as clock from '../../lib/server/clock.ts';
import * as keyring from '../../lib/server/crypto/keyring.ts';
import type { Portal } from '../../lib/server/portal.ts';
import { read, SettingProblem, type Settings } from '../../lib/server/settings.ts';

// Each command loads what it needs itself: a round starts every minute, and loading everything takes a second of it.

/** Makes the first keys where the settings look for them. */
export async function keys(): Promise<number> {
	const settings = read(process.env);
	const folder = settings.KEYS_DIR ?? join(settings.DATA_DIR, 'keys');
	await keyring.create(folder);
	console.log(`The keys are in ${folder}. Keep a copy apart from the backups of the database.`);
	return 0;
}

/** Opening a portal migrates it. */
export async function migrate(): Promise<number> {
	return eachPortal(read(process.env), async (portal) => {
		console.log(`${portal.tenant.id}: the database (${portal.store.engine}) is up to date.`);
		return true;
	});
}

/** The first administrator of a tenant; later ones come by the roles of the identity provider. */
export async function administrator(args: readonly string[]): Promise<number> {
	const [tenantId, subject, ...words] = args;
	const settings = read(process.env);
	if (!tenantId || !subject || words.length === 0) {
		console.error('npm run portal -- admin add TENANT SUBJECT NAME');
		return 2;
	}
	const { STAFF_ISSUER: issuer } = settings;
	if (!issuer)
		throw new SettingProblem('STAFF_ISSUER is needed: the account belongs to that issuer.');
	const accounts = await import('../../lib/server/accounts/accounts.ts');
	const found: string[] = [];
	const code = await eachPortal(settings, async (portal) => {
		if (portal.tenant.id !== tenantId) return true;
		found.push(tenantId);
		const actor = { kind: 'system', id: 'operator', portal } as const;
		const who = { issuer, subject, name: words.join(' ') };
		await accounts.appointAdministrator(actor, who, clock.moment().now);
		console.log(`${who.name} is administrator of ${tenantId}.`);
		return true;
	});
	if (found.length > 0) return code;
	console.error(`There is no tenant ${tenantId}.`);
	return 1;
}

/** Walks the audit chain of every tenant; where there is a backup, the chain must hold what it held then. */
export async function audit(): Promise<number> {
	const settings = read(process.env);
	const auditChain = await import('../../lib/server/db/audit-chain.ts');
	const { anchorOf } = await import('./backup.ts');
	return eachPortal(settings, async ({ store, tenant }) => {
		const broken = await auditChain.firstBreak(store.read, store.t);
		const anchor = await anchorOf(settings, tenant);
		const isCut = anchor !== null && !(await auditChain.holds(store.read, store.t, anchor));
		const says = broken !== null ? `is broken at line ${broken}` : 'is whole';
		const held =
			anchor === null ? '' : `, ${isCut ? 'but lacks' : 'with'} what the newest backup holds`;
		console.log(`${tenant.id}: the audit chain ${says}${held}.`);
		return broken === null && !isCut;
	});
}

/** Deletes proofs whose last day is over, clears what broken uploads left, and tells of rows without their file. */
export async function clearUploads(): Promise<number> {
	const settings = read(process.env);
	const { sweep } = await import('./sweep.ts');
	return eachPortal(settings, (portal) => sweep(settings, portal));
}

/** Has the virus scanner look at what came while it was away. */
export async function scanUploads(): Promise<number> {
	const settings = read(process.env);
	if (!settings.CLAMAV_SOCKET)
		throw new SettingProblem('CLAMAV_SOCKET is needed: where the virus scanner listens.');
	const { scanWaiting } = await import('./scan.ts');
	return eachPortal(settings, scanWaiting);
}

/** Makes the keys by which push services know this portal, once. */
export async function pushKeys(): Promise<number> {
	const settings = read(process.env);
	const notices = await import('../../lib/server/notices/notices.ts');
	const isNew = await notices.createVapid(settings);
	console.log(isNew ? 'The push keys are made.' : 'There are push keys already; they stay.');
	return 0;
}

/** Says the reminders that are due, and sends what waits in the outbox. */
export async function sendNotices(): Promise<number> {
	const settings = read(process.env);
	const notices = await import('../../lib/server/notices/notices.ts');
	const { sendWaiting } = await import('./send.ts');
	const channels = notices.channelsOf(settings);
	return eachPortal(settings, (portal) => sendWaiting(portal, channels));
}

/** The demo world, once: where there are people already it changes nothing. */
export async function demo(): Promise<number> {
	const first = read(process.env);
	if (!first.DEMO) throw new SettingProblem('The demo world needs DEMO=1.');
	await (await import('../../lib/server/demo/settings.ts')).fill(first);
	const settings = read(process.env);
	const { seed } = await import('../../lib/server/demo/seed.ts');
	const { introductions } = await import('../../lib/server/demo/introductions.ts');
	return eachPortal(settings, async (portal) => {
		const { today } = clock.moment();
		const count = await seed(portal, settings, today);
		if (count > 0) console.log(`${portal.tenant.name}: ${count} people made up around ${today}.`);
		const host = portal.tenant.hosts.find((each) => each !== 'localhost') ?? '';
		console.log(`\n${portal.tenant.name} — sign in at http://${host}:${settings.PORT}/demo as`);
		for (const line of introductions(portal.tenant)) console.log(`  ${line}`);
		return true;
	});
}

async function eachPortal(
	settings: Settings,
	work: (portal: Portal) => Promise<boolean>,
): Promise<number> {
	const { closeAll, openAll } = await import('../../lib/server/portals.ts');
	const portals = await openAll(settings);
	try {
		let isFine = true;
		for (const portal of new Set(portals.values())) isFine = (await work(portal)) && isFine;
		return isFine ? 0 : 1;
	} finally {
		await closeAll(portals);
	}
}
