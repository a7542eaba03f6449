import { and, eq } from 'drizzle-orm';
import type { Schema } from '../db/schema.ts';
import type { Db, Log } from '../db/store.ts';
import { newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import type { Account } from './accounts.ts';

/** The account that came in at this provider under this name, or null. */
export async function bySubject(portal: Portal, issuer: string, subject: string) {
	const { t, read } = portal.store;
	const [row] = await read
		.select()
		.from(t.accounts)
		.where(isOf(t, issuer, subject));
	if (row) return row;
	const { accountIdentities: i } = t;
	const [joined] = await read
		.select({ account: t.accounts })
		.from(i)
		.innerJoin(t.accounts, eq(t.accounts.id, i.accountId))
		.where(and(eq(i.issuer, issuer), eq(i.subject, subject)));
	return joined?.account ?? null;
}

export type NewAccount = Pick<
	Account,
	'kind' | 'issuer' | 'subject' | 'personId' | 'name' | 'email' | 'language'
> & {
	readonly roles: readonly string[];
	readonly gemeentecodes: readonly string[];
	readonly partnerId?: string;
};

export function insert(portal: Portal, now: number, account: NewAccount): Promise<Account> {
	const { t } = portal.store;
	return portal.store.write(now, (tx, log) => insertIn(t, tx, log, account, now));
}

/** Two tabs may come in for the first time at once: the second finds the account that the first made. */
export async function insertIn(
	t: Schema,
	tx: Db,
	log: Log,
	account: NewAccount,
	now: number,
): Promise<Account> {
	const id = newId();
	const values = {
		...account,
		roles: [...account.roles],
		gemeentecodes: [...account.gemeentecodes],
		id,
		createdAt: now,
	};
	const [row] = await tx.insert(t.accounts).values(values).onConflictDoNothing().returning();
	if (row) {
		log({ actor: id, action: 'account.add', subject: id, detail: { kind: account.kind } });
		return row;
	}
	const { issuer, subject } = account;
	const [made] = await tx
		.select()
		.from(t.accounts)
		.where(isOf(t, issuer, subject));
	if (!made) throw new Error('the new account did not come back');
	log({ actor: made.id, action: 'account.again', subject: made.id });
	return made;
}

function isOf(t: Schema, issuer: string, subject: string) {
	return and(eq(t.accounts.issuer, issuer), eq(t.accounts.subject, subject));
}
