import * as auditChain from '#lib/server/db/audit-chain.ts';
import type { Portal } from '#lib/server/portal.ts';
import { closeAll, openAll } from '#lib/server/portals.ts';
import { read } from '#lib/server/settings.ts';
import type { Waiting } from './world.ts';

/**
 * What is wrong in the portal after declarations were sent, in sentences. Those in `kept` must be there; whatever is
 * there must be there once and whole: its minutes, its one line in the ledger, its photo that opens.
 */
export async function look(
	{ store, files }: Portal,
	waiting: readonly Waiting[],
	kept: ReadonlySet<string>,
): Promise<string[]> {
	const { t } = store;
	const [entries, events, proofs] = await Promise.all([
		store.read.select().from(t.hourEntries),
		store.read.select().from(t.hourEvents),
		store.read.select().from(t.proofs),
	]);
	const found: string[] = [];
	const there = new Set(entries.map(({ id }) => id));
	const missing = [...kept].filter((id) => !there.has(id)).length;
	if (missing > 0) found.push(`${missing} acknowledged declarations are lost`);
	const receipts = new Set(entries.map(({ receiptNumber }) => receiptNumber));
	if (receipts.size !== entries.length) found.push('a receipt number was given twice');
	const sent = new Map(waiting.map((one) => [one.draftId, one]));
	const linesOf = Map.groupBy(events, ({ entryId }) => entryId);
	const photosOf = Map.groupBy(proofs, ({ entryId }) => entryId);
	for (const { id, declaredMinutes } of entries) {
		const one = sent.get(id);
		const photos = photosOf.get(id)?.length ?? 0;
		if (declaredMinutes !== one?.minutes) found.push(`${id} has ${declaredMinutes} minutes`);
		if (linesOf.get(id)?.length !== 1) found.push(`${id} has not one line in the ledger`);
		if (photos !== (one?.withPhoto ? 1 : 0)) found.push(`${id} has ${photos} photos`);
	}
	for (const { id, byteCount } of proofs) {
		const bytes = await files.get(id).catch(() => null);
		if (bytes?.length !== byteCount) found.push(`photo ${id} is gone or torn`);
	}
	const broken = await auditChain.firstBreak(store.read, t);
	if (broken !== null) found.push(`the audit chain is broken at line ${broken}`);
	return found;
}

/** Opens the portal of the settings in the environment, for as long as the work takes. */
export async function inPortal<T>(work: (portal: Portal) => Promise<T>): Promise<T> {
	const portals = await openAll(read(process.env));
	try {
		const portal = portals.get('127.0.0.1');
		if (!portal) throw new Error('no tenant is called 127.0.0.1');
		return await work(portal);
	} finally {
		await closeAll(portals);
	}
}
