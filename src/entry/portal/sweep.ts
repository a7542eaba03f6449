import { join } from 'node:path';
import { filesKnown } from '../../lib/server/backup/backup.ts';
import * as clock from '../../lib/server/clock.ts';
import * as course from '../../lib/server/course/course.ts';
import * as parcels from '../../lib/server/parcels/parcels.ts';
import * as peopleFile from '../../lib/server/people/file/people-file.ts';
import * as timetables from '../../lib/server/timetables/timetables.ts';
import * as hours from '../../lib/server/hours/hours.ts';
import { sweepOrphans } from '../../lib/server/proofs/files.ts';
import type { Portal } from '../../lib/server/portal.ts';
import type { Settings } from '../../lib/server/settings.ts';

const day = 24 * 60 * 60_000;
const folders = ['proofs', 'quarantine', 'recordings', 'unsent'] as const;

/**
 * Deletes the proofs whose last day is over and the lines of files that nobody took over, and then clears the files that an upload or a round which broke off left
 * behind, a day after. Gives whether every row has its file;
 * when one has not, its id is told: restore it from a backup.
 */
export async function sweep(settings: Settings, portal: Portal): Promise<boolean> {
	const { store, tenant } = portal;
	const retention = { kind: 'system', id: 'retention', portal } as const;
	const deleted = await hours.deleteProofs(retention, clock.moment());
	await course.clearFiles(portal, clock.moment().now);
	await timetables.clearFiles(portal, clock.moment().now);
	await peopleFile.clearFiles(portal, clock.moment().now);
	const known = await filesKnown(store);
	const now = clock.machineNow();
	const lost: string[] = [];
	let cleared = await parcels.clearUnfinished(portal, now);
	for (const folder of folders) {
		const ids = new Set(known.filter((file) => file.folder === folder).map(({ id }) => id));
		const path = join(settings.DATA_DIR, tenant.id, folder);
		const { missing, removed } = await sweepOrphans(path, ids, day, now);
		lost.push(...missing.map((id) => `${folder}/${id}`));
		cleared += removed;
	}
	console.log(`${tenant.id}: ${deleted} proofs deleted, for their last day is over.`);
	console.log(`${tenant.id}: ${cleared} files of broken uploads cleared.`);
	for (const file of lost) console.error(`${tenant.id}: the file ${file} is gone.`);
	return lost.length === 0;
}
