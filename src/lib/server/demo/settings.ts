import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeDurably } from '../crypto/durable-file.ts';
import * as keyring from '../crypto/keyring.ts';
import { newId } from '../id.ts';
import * as notices from '../notices/notices.ts';
import type { Settings } from '../settings.ts';

/** What the demo's own identity provider calls the level that DigiD Midden stands for. */
export const digidAcr = 'http://eidas.europa.eu/LoA/substantial';

export const clients = { digid: 'meedoen-digid', staff: 'meedoen-staff' } as const;

/** Where the demo's provider lives: on the portal's own port, so that one start brings up everything. */
export function issuerOf(settings: Settings): string {
	return `http://127.0.0.1:${settings.PORT}/demo/oidc`;
}

/**
 * Fills in what a real installation is told by its operator: keys, and a provider that plays both the DigiD broker
 * and the identity provider of the staff.
 */
export async function fill(settings: Settings) {
	const folder = join(settings.DATA_DIR, 'demo');
	const keys = settings.KEYS_DIR ?? join(settings.DATA_DIR, 'keys');
	if (!existsSync(join(keys, 'keys.jsonl'))) await keyring.create(keys);
	const secretFile = join(folder, 'client-secret');
	if (!existsSync(secretFile)) {
		await writeDurably(secretFile, Buffer.from(newId() + newId()), 'replace');
	}
	for (const door of ['DIGID', 'STAFF'] as const) {
		process.env[`${door}_ISSUER`] ??= issuerOf(settings);
		process.env[`${door}_CLIENT_SECRET_FILE`] ??= secretFile;
	}
	await notices.createVapid(settings);
	process.env['PUSH_CONTACT'] ??= 'mailto:demo@post.example';
	process.env['DIGID_CLIENT_ID'] ??= clients.digid;
	process.env['STAFF_CLIENT_ID'] ??= clients.staff;
	process.env['DIGID_ACR'] ??= digidAcr;
}
