import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type SQL } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Client } from 'pg';
import { describe } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Partner, Resident, Role, Staff, System } from './access/access.ts';
import type { DatabasePlace } from './backup/backup.ts';
import * as keyring from './crypto/keyring.ts';
import { openPostgres } from './db/postgres-store.ts';
import { openSqlite } from './db/sqlite-store.ts';
import { newId } from './id.ts';
import * as people from './people/people.ts';
import type { PipContent } from './pip/content.ts';
import { diskUploads } from './parcels/uploads.ts';
import type { Portal } from './portal.ts';
import { encryptedFiles } from './proofs/encrypted-files.ts';
import { diskFiles } from './proofs/files.ts';
import { all } from './tenants/tenants.ts';

/** One tenant for a test: its own migrated database, key, and folder, gone after `close`. */
export interface World {
	readonly portal: Portal;
	/** Where the proof files are. */
	readonly folder: string;
	/** Where the database is. */
	readonly database: DatabasePlace;
	close(): Promise<void>;
}

/**
 * Runs the tests once per database engine: SQLite always, PostgreSQL where `TEST_DATABASE_URL` names a server on
 * which databases may be made. `open` gives a new world.
 */
export function eachEngine(
	name: string,
	tests: (open: (tenantId?: string) => Promise<World>) => void,
) {
	const server = process.env['TEST_DATABASE_URL'];
	describe(`${name} (sqlite)`, () => tests((tenantId) => openWorld(tenantId, null)));
	describe.runIf(server)(`${name} (postgres)`, () =>
		tests((tenantId) => openWorld(tenantId, server ?? null)),
	);
}

/** A world on SQLite, for what does not depend on the engine. */
export function anyWorld(tenantId?: string): Promise<World> {
	return openWorld(tenantId, null);
}

/** Somebody registered in the world: by default an asielstatushouder in Heerenveen, in nobody's caseload. */
export async function addPerson(
	portal: Portal,
	differing: Partial<people.NewPerson> & { readonly klantmanagerId?: string } = {},
): Promise<people.Person> {
	const { klantmanagerId = 'nobody', ...rest } = differing;
	const outcome = await people.add(
		system(portal),
		{
			gemeentecode: portal.tenant.gemeenten[0]?.gemeentecode ?? '',
			givenName: 'Amina',
			familyName: 'Haile',
			bornOn: day('1990-05-01'),
			bsn: nextBsn(),
			groepDetail: 'asielstatushouder',
			plichtSinceOn: day('2025-10-01'),
			notifiedOn: day('2025-10-06'),
			brpRegisteredOn: day('2025-10-20'),
			movedInOn: null,
			firstDagtekeningOn: null,
			waitingForThirdPartySinceOn: null,
			thirdPartyInformationOn: null,
			ontheffingHours: null,
			loweredHours: null,
			extendedUntil: null,
			hasParticipatiewetBenefit: true,
			inAzc: false,
			language: 'ti',
			interpreter: true,
			phone: null,
			email: null,
			safeContact: false,
			...people.nothingKnown,
			...rest,
		},
		0,
		klantmanagerId,
	);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}

/** A published plan of the Z-route, as it stands in the database. */
export async function addPlan(
	portal: Portal,
	personId: string,
	dagtekeningOn: string,
	differing: Partial<PipContent> = {},
) {
	const content: PipContent = {
		leerroute: 'Z',
		niveau: null,
		courseHours: 800,
		pvtHours: 12,
		moduleMapHours: 40,
		voortgangsgesprekken: 2,
		agreements: [],
		...differing,
	};
	const { pips } = portal.store.t;
	const [id, publishedAt] = [newId(), Date.parse(dagtekeningOn)];
	await portal.store.write(publishedAt, async (tx, log) => {
		const row = {
			id,
			personId,
			version: 1,
			dagtekeningOn,
			content,
			publishedBy: 'test',
			publishedAt,
		};
		await tx.insert(pips).values(row);
		log({ actor: 'test', action: 'pip.publish', subject: id, personId });
	});
}

export function residentOf(portal: Portal, personId: string): Resident {
	return { kind: 'resident', id: `account-of-${personId}`, personId, portal };
}

export function staffOf(
	portal: Portal,
	id: string,
	roles: readonly Role[] = ['klantmanager'],
	gemeentecodes: readonly string[] = portal.tenant.gemeenten.map((one) => one.gemeentecode),
): Staff {
	return { kind: 'staff', id, roles, gemeentecodes, portal };
}

export function partnerOf(
	portal: Portal,
	id: string,
	partnerId: string,
	gemeentecodes: readonly string[] = portal.tenant.gemeenten.map((one) => one.gemeentecode),
): Partner {
	return { kind: 'partner', id, partnerId, gemeentecodes, portal };
}

export function system(portal: Portal): System {
	return { kind: 'system', id: 'test', portal };
}

async function openWorld(tenantId = 'heerenveen', server: string | null): Promise<World> {
	const root = await mkdtemp(join(tmpdir(), 'meedoen-'));
	const tenant = all().find(({ id }) => id === tenantId);
	if (!tenant) throw new Error(`No tenant ${tenantId}`);
	const keys = await keyring.create(join(root, 'keys'));
	const folder = join(root, 'proofs');
	const database = server === null ? null : await newDatabase(server);
	const path = join(root, 'portal.db');
	const migrated = process.env['TEST_TEMPLATE_SQLITE'];
	if (!database && migrated) await copyFile(migrated, path);
	const store = database ? await openPostgres(database.url) : openSqlite(path);
	const files = encryptedFiles(diskFiles(folder), keys, tenant.id);
	const received = diskFiles(join(root, 'quarantine'));
	const quarantine = encryptedFiles(received, keys, tenant.id, 'quarantine');
	const spoken = diskFiles(join(root, 'recordings'));
	const recordings = encryptedFiles(spoken, keys, tenant.id, 'recordings');
	const unsent = diskFiles(join(root, 'unsent'));
	return {
		portal: {
			tenant,
			store,
			keyring: keys,
			files,
			quarantine,
			scanner: null,
			recordings,
			ffmpegPath: null,
			uploads: diskUploads(join(root, 'parcels')),
			draftPhotos: encryptedFiles(unsent, keys, tenant.id, 'unsent'),
		},
		folder,
		database: database ? { engine: 'postgres', url: database.url } : { engine: 'sqlite', path },
		async close() {
			await store.close();
			await database?.drop();
			await rm(root, { recursive: true });
		},
	};
}

async function newDatabase(server: string) {
	const name = `test_${newId()
		.replaceAll(/[^A-Za-z0-9]/g, '')
		.toLowerCase()}`;
	const url = new URL(server);
	url.pathname = `/${name}`;
	const template = process.env['TEST_TEMPLATE_POSTGRES'] ?? 'template1';
	const [made, from] = [sql.identifier(name), sql.identifier(template)];
	await onServer(server, sql`create database ${made} template ${from}`);
	const drop = () => onServer(server, sql`drop database ${sql.identifier(name)}`);
	return { url: url.href, drop };
}

async function onServer(server: string, command: SQL) {
	const client = new Client({ connectionString: server });
	await client.connect();
	try {
		await drizzle(client).execute(command);
	} finally {
		await client.end();
	}
}

/** Numbers that pass the eleven-proof, each once in a process. */
let lastNumber = 100_000_00;

function nextBsn(): string {
	for (;;) {
		lastNumber += 1;
		const digits = [...String(lastNumber)].map(Number);
		const rest = digits.reduce((total, digit, at) => total + digit * (9 - at), 0) % 11;
		if (rest < 10) return `${lastNumber}${rest}`;
	}
}
