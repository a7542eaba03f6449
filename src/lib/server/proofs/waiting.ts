import { and, eq, isNull } from 'drizzle-orm';
import type { System } from '../access/access.ts';
import type { Portal } from '../portal.ts';
import { scan, type Verdict } from '../scanning/scanning.ts';
import { fateOf, logFate } from './fate.ts';
import { SealProblem } from '../crypto/envelope.ts';
import { removeFiles } from './received.ts';

/** How long a round waits for one answer, in milliseconds. */
const longestMs = 60_000;

/** After so many files without an answer the scanner is asked about a file of ours: is it away, or is it these files? */
const mostWithoutAnswer = 3;
const ours = Buffer.from('Meedoen');

/** How a round over the quarantine ended; `lost` are the ids whose received file is gone. */
export interface ScanRound {
	readonly clean: number;
	readonly infected: number;
	readonly waiting: number;
	readonly lost: readonly string[];
	/** What the scanner said instead of an answer, last. */
	readonly why: string | null;
}

/**
 * Scans what came while the scanner was away, longest waiting first. Each answer is a transaction of its own, after
 * which the received file goes, so that a round that is cut off is simply done again; two at once do no harm.
 */
export async function scanWaiting(actor: System, now: () => number): Promise<ScanRound> {
	const { portal } = actor;
	const { scanner } = portal;
	const count = { clean: 0, infected: 0 };
	const lost: string[] = [];
	let [unanswered, why]: [number, string | null] = [0, null];
	if (!scanner) return { ...count, waiting: (await waitingIn(portal)).length, lost, why };
	for (const row of await waitingIn(portal)) {
		const original = await receivedOf(portal, row.id);
		if (original === null) {
			if (await isWaiting(portal, row)) lost.push(row.id);
			continue;
		}
		const verdict = await scan(scanner, original, longestMs);
		if (verdict.found === 'unknown') {
			why = verdict.why;
			unanswered += 1;
			if (unanswered < mostWithoutAnswer) continue;
			// Files that no scanner can answer about must not keep all that came after them waiting for good.
			if ((await scan(scanner, ours, longestMs)).found === 'unknown') break;
			unanswered = 0;
			continue;
		}
		unanswered = 0;
		const said = await settle(portal, row, verdict, now());
		if (said) count[said] += 1;
	}
	const waiting = (await waitingIn(portal)).length;
	return { ...count, waiting, lost, why };
}

/** Null too for a file that was damaged and no longer opens, so that the others go on. */
async function receivedOf({ quarantine }: Portal, id: string): Promise<Buffer | null> {
	return quarantine.get(id).catch((problem: unknown) => {
		if (problem instanceof SealProblem && problem.reason !== 'unknown-key') return null;
		throw problem;
	});
}

/** What waits in the quarantine belongs to hours, or to a message or letter. */
type Table = 'proofs' | 'attachments';
const tables = ['proofs', 'attachments'] as const satisfies readonly Table[];

interface Row {
	readonly table: Table;
	readonly id: string;
	readonly personId: string;
	readonly storedAt: number;
}

function isStill({ store }: Portal, table: Table) {
	const { removedAt, scan: said } = store.t[table];
	return and(eq(said, 'waiting'), isNull(removedAt));
}

async function waitingIn(portal: Portal): Promise<Row[]> {
	const { t, read } = portal.store;
	const found = tables.map(async (table) => {
		const { id, personId, storedAt } = t[table];
		const rows = await read
			.select({ id, personId, storedAt })
			.from(t[table])
			.where(isStill(portal, table));
		return rows.map((row) => ({ ...row, table }));
	});
	return (await Promise.all(found))
		.flat()
		.sort((a, b) => a.storedAt - b.storedAt || (a.id < b.id ? -1 : 1));
}

async function isWaiting(portal: Portal, { id, table }: Row): Promise<boolean> {
	const { t, read } = portal.store;
	const rows = await read
		.select({ id: t[table].id })
		.from(t[table])
		.where(and(eq(t[table].id, id), isStill(portal, table)));
	return rows.length > 0;
}

/**
 * The row first: from then on nobody sees an infected file, also when it could not be taken away at once. Null when
 * another round was first.
 */
async function settle(
	portal: Portal,
	row: Row,
	verdict: Extract<Verdict, { found: 'nothing' | 'virus' }>,
	now: number,
): Promise<'clean' | 'infected' | null> {
	const table = portal.store.t[row.table];
	const said = verdict.found === 'virus' ? 'infected' : 'clean';
	const signature = verdict.found === 'virus' ? verdict.signature : null;
	const isFirst = await portal.store.write(now, async (tx, log) => {
		const moved = await tx
			.update(table)
			.set(fateOf(said, now))
			.where(and(eq(table.id, row.id), isStill(portal, row.table)))
			.returning({ id: table.id });
		if (moved.length > 0) logFate(log, row, { scan: said, signature });
		else
			log({ actor: 'scanner', action: 'proof.repeated', subject: row.id, personId: row.personId });
		return moved.length > 0;
	});
	if (!isFirst) return null;
	if (said === 'infected') await removeFiles(portal, row.id);
	else await portal.quarantine.remove(row.id);
	return said;
}
