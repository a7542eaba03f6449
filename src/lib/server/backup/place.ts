import { join } from 'node:path';
import type { Keyring } from '../crypto/keyring.ts';

/** The database of a tenant, as an operator finds it. */
export type DatabasePlace =
	| { readonly engine: 'sqlite'; readonly path: string }
	| { readonly engine: 'postgres'; readonly url: string };

/** What is backed up, and where to. */
export interface Place {
	readonly tenantId: string;
	readonly database: DatabasePlace;
	/** The tenant's own folder; each folder in it holds files under their ids. */
	readonly folder: string;
	/** Where backups of all tenants are kept. */
	readonly backups: string;
	readonly keyring: Keyring;
}

/** Nothing can be backed up or restored, in one sentence for the operator. */
export class BackupProblem extends Error {
	override readonly name = 'BackupProblem';
}

/** The folder of one backup, and of the files that all backups of a tenant share. */
export const folderOf = ({ backups, tenantId }: Place, name: string) =>
	join(backups, tenantId, name);
export const filesOf = (place: Place) => folderOf(place, 'files');

/** What a sealed part of a backup is bound to, so that parts of two backups cannot be mixed. */
export const aadOf = ({ tenantId }: Place, name: string, part: 'database' | 'manifest') =>
	`backup|${tenantId}|${name}|${part}`;
