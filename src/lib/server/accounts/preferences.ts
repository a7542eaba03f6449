import { eq } from 'drizzle-orm';
import type { Language } from '#lib/languages/languages.ts';
import type { Actor, Staff } from '../access/access.ts';

/** Remembers in which language somebody reads. */
export async function chooseLanguage(actor: Actor, language: string, now: number) {
	const { t } = actor.portal.store;
	await actor.portal.store.write(now, async (tx, log) => {
		await tx.update(t.accounts).set({ language }).where(eq(t.accounts.id, actor.id));
		log({ actor: actor.id, action: 'account.language', subject: actor.id, detail: { language } });
	});
}

/** Says where residents reach this member of staff, and in which languages beside Dutch. */
export async function sayHowToReach(
	actor: Staff,
	how: {
		phone: string | null;
		officeHours: string | null;
		speaks?: readonly Language[];
	},
	now: number,
) {
	const { t } = actor.portal.store;
	await actor.portal.store.write(now, async (tx, log) => {
		await tx.update(t.accounts).set(how).where(eq(t.accounts.id, actor.id));
		log({ actor: actor.id, action: 'account.reach', subject: actor.id });
	});
}

/** Says whether single keys work on the desk of hours (WCAG 2.1.4). */
export async function chooseDeskKeys(actor: Staff, deskKeys: boolean, now: number) {
	const { t } = actor.portal.store;
	await actor.portal.store.write(now, async (tx, log) => {
		await tx.update(t.accounts).set({ deskKeys }).where(eq(t.accounts.id, actor.id));
		log({ actor: actor.id, action: 'account.keys', subject: actor.id, detail: { deskKeys } });
	});
}
