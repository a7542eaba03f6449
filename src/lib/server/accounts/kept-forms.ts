import { and, eq, lt } from 'drizzle-orm';
import * as v from 'valibot';
import * as envelope from '../crypto/envelope.ts';
import { isId, newId } from '../id.ts';
import type { Portal } from '../portal.ts';

/** Half an hour: long enough to sign in again, short enough to leave nothing lying about. */
const keptFor = 30 * 60_000;

/**
 * Keeps what somebody typed into a form that arrived after the sign-in had ended, sealed, for that account alone.
 * Gives the id under which it can be taken back.
 */
export async function keep(
	portal: Portal,
	accountId: string,
	path: string,
	fields: Readonly<Record<string, string>>,
	now: number,
): Promise<string> {
	const id = newId();
	const { t } = portal.store;
	const fieldsSealed = envelope.seal(portal.keyring, JSON.stringify(fields), aad(portal, id));
	await portal.store.touch(async (tx) => {
		await tx.delete(t.keptForms).where(lt(t.keptForms.until, now));
		await tx
			.insert(t.keptForms)
			.values({ id, accountId, path, fieldsSealed, until: now + keptFor });
	});
	return id;
}

/** The kept form of this account, once; null when there is none, it is somebody else's, or it is too old. */
export async function take(
	portal: Portal,
	accountId: string,
	id: string,
	path: string,
	now: number,
): Promise<Record<string, string> | null> {
	if (!isId(id)) return null;
	const { t } = portal.store;
	const mine = and(
		eq(t.keptForms.id, id),
		eq(t.keptForms.accountId, accountId),
		eq(t.keptForms.path, path),
	);
	const rows = await portal.store.touch((tx) => tx.delete(t.keptForms).where(mine).returning());
	const [row] = rows;
	if (!row || row.until <= now) return null;
	const fields: unknown = JSON.parse(
		envelope.openText(portal.keyring, row.fieldsSealed, aad(portal, id)),
	);
	return v.parse(v.record(v.string(), v.string()), fields);
}

/** Where the kept form of this account belongs, or null; looked up right after signing in. */
export async function pathOf(
	portal: Portal,
	accountId: string,
	id: string,
): Promise<string | null> {
	if (!isId(id)) return null;
	const { t, read } = portal.store;
	const [row] = await read
		.select({ path: t.keptForms.path })
		.from(t.keptForms)
		.where(and(eq(t.keptForms.id, id), eq(t.keptForms.accountId, accountId)));
	return row?.path ?? null;
}

function aad(portal: Portal, id: string): string {
	const { tenant } = portal;
	return envelope.aadOf({ tenant: tenant.id, table: 'kept_forms', column: 'fields', row: id });
}
