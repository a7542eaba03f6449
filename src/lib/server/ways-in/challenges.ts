import { and, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Portal } from '../portal.ts';
import type { ChallengeUse } from './kinds.ts';

const lasts = 5 * 60_000;

/** Remembers what a device is asked to sign, for five minutes; `accountId` of who adds a device. */
export async function remember(
	{ store }: Portal,
	challenge: string,
	use: ChallengeUse,
	accountId: string | null,
	now: number,
): Promise<void> {
	const { passkeyChallenges: t } = store.t;
	await store.touch(async (tx) => {
		await tx.delete(t).where(lt(t.until, now));
		await tx.insert(t).values({ challenge, use, accountId, until: now + lasts });
	});
}

/** Whether this was asked, for this and of this account: once, since asking takes it away. */
export async function take(
	{ store }: Portal,
	challenge: string,
	use: ChallengeUse,
	accountId: string | null,
	now: number,
): Promise<boolean> {
	const { passkeyChallenges: t } = store.t;
	const whose = accountId === null ? isNull(t.accountId) : eq(t.accountId, accountId);
	const taken = await store.touch((tx) =>
		tx
			.delete(t)
			.where(and(eq(t.challenge, challenge), eq(t.use, use), whose, gt(t.until, now)))
			.returning(),
	);
	return taken.length === 1;
}
