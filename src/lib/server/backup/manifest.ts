import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { writeDurably } from '../crypto/durable-file.ts';
import * as envelope from '../crypto/envelope.ts';
import { aadOf, BackupProblem, folderOf, type Place } from './place.ts';

const whole = v.pipe(v.number(), v.integer(), v.minValue(0));
const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const schema = v.strictObject({
	format: v.literal(1),
	engine: v.picklist(['sqlite', 'postgres']),
	madeAt: whole,
	databaseSha256: sha256,
	/** Table → rows, counted in the moment of the snapshot. */
	rows: v.record(v.string(), whole),
	/** The end of the audit chain shortly before: the backed-up chain must hold this line. */
	audit: v.nullable(v.strictObject({ number: whole, hash: sha256 })),
	files: v.array(
		v.strictObject({
			folder: v.pipe(v.string(), v.regex(/^[a-z]+$/)),
			id: v.pipe(v.string(), v.regex(/^[\w-]{22}$/)),
			changedAt: v.number(),
			bytes: whole,
			sha256,
		}),
	),
});

/** What a backup holds: enough to see, without the portal it came from, that all of it is there. */
export type Manifest = v.InferOutput<typeof schema>;
export type BackedUpFile = Manifest['files'][number];

const fileName = 'manifest.sealed';

/** Writes the manifest, the last part of a backup: a folder without one is a backup that broke off. */
export async function writeManifest(
	place: Place,
	name: string,
	folder: string,
	manifest: Manifest,
): Promise<void> {
	const aad = aadOf(place, name, 'manifest');
	const sealed = envelope.seal(place.keyring, JSON.stringify(manifest), aad);
	await writeDurably(join(folder, fileName), Buffer.from(sealed), 'keep');
}

/** Throws BackupProblem when the backup has no manifest that these keys open. */
export async function readManifest(place: Place, name: string): Promise<Manifest> {
	try {
		const sealed = await readFile(join(folderOf(place, name), fileName), 'utf8');
		const text = envelope.openText(place.keyring, sealed, aadOf(place, name, 'manifest'));
		return v.parse(schema, JSON.parse(text));
	} catch {
		throw new BackupProblem(
			`The backup ${name} of ${place.tenantId} has no manifest that these keys open.`,
		);
	}
}

/** The name under which the backups keep one content of a file. */
export const poolName = ({ folder, id, sha256 }: BackedUpFile) =>
	`${folder}-${id}-${sha256.slice(0, 32)}`;
