import { createHash } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { Schema } from './schema.ts';
import type { AuditLine, Db } from './store.ts';

const beginning = '0'.repeat(64);

/**
 * Adds lines to the tenant's audit chain inside the transaction that did what they tell. Each line holds the hash
 * of the one before it, so that a changed, removed or inserted line shows.
 */
export async function append(tx: Db, t: Schema, lines: readonly AuditLine[], now: number) {
	const last = await head(tx, t);
	let number = last?.number ?? 0;
	let previousHash = last?.hash ?? beginning;
	for (const line of lines) {
		number += 1;
		const row = {
			number,
			at: now,
			actor: line.actor,
			action: line.action,
			subject: line.subject,
			personId: line.personId ?? null,
			detail: line.detail ?? {},
			previousHash,
		};
		const hash = hashOf(row);
		await tx.insert(t.audit).values({ ...row, hash });
		previousHash = hash;
	}
}

/** One line by which the whole chain up to it can be recognised. */
export interface Anchor {
	readonly number: number;
	readonly hash: string;
}

/** The last line; null when there is none yet. */
export async function head(db: Db, t: Schema): Promise<Anchor | null> {
	const { number, hash } = t.audit;
	const [last] = await db.select({ number, hash }).from(t.audit).orderBy(desc(number)).limit(1);
	return last ?? null;
}

/** Whether the chain holds this line: kept outside the database, it shows a tail that was cut off. */
export async function holds(db: Db, t: Schema, anchor: Anchor): Promise<boolean> {
	const [line] = await db
		.select({ hash: t.audit.hash })
		.from(t.audit)
		.where(eq(t.audit.number, anchor.number));
	return line?.hash === anchor.hash;
}

/** The number of the first line that does not fit the chain, or null when all fit. */
export async function firstBreak(db: Db, t: Schema): Promise<number | null> {
	let previousHash = beginning;
	let expected = 1;
	for (const row of await db.select().from(t.audit).orderBy(t.audit.number)) {
		const { hash, ...content } = row;
		const fits =
			row.number === expected && row.previousHash === previousHash && hashOf(content) === hash;
		if (!fits) return expected;
		previousHash = hash;
		expected += 1;
	}
	return null;
}

type Content = Omit<Schema['audit']['$inferSelect'], 'hash'>;

function hashOf(row: Content): string {
	const detail = Object.entries(row.detail).sort(([a], [b]) => (a < b ? -1 : 1));
	const canonical = JSON.stringify([
		row.number,
		row.at,
		row.actor,
		row.action,
		row.subject,
		row.personId,
		detail,
		row.previousHash,
	]);
	return createHash('sha256').update(canonical).digest('hex');
}
