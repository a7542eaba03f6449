import { eq, min } from 'drizzle-orm';
import { addMonths, type Day, isOnOrAfter } from '#lib/law/day.ts';
import {
	type Bilingual,
	everythingBoth,
	type LanguageMode,
	type LanguageTop,
	modeOf,
	topOf,
} from '#lib/languages/bilingual.ts';
import type { Resident } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import type { Portal } from '../portal.ts';
import { policyFor } from '../tenants/tenants.ts';
import type { Account } from './accounts.ts';

/** The months of a gemeente whose policy does not say how long everything is in both languages. */
const monthsWhereUnknown = 6;

/**
 * How this account reads on a day. In the first months everything is in both languages, whatever was chosen; after
 * them it is as the person chose, and without a choice it stays both.
 */
export async function of(portal: Portal, account: Account | null, today: Day): Promise<Bilingual> {
	if (account?.kind !== 'resident' || account.personId === null) return everythingBoth;
	const top = topOf(account.languageTop);
	const mode = modeOf(account.languageMode);
	if (mode === 'both') return { mode, top };
	const from = await freeFromOf(portal, account.personId);
	return { mode: from !== null && isOnOrAfter(today, from) ? mode : 'both', top };
}

/** The first day on which this person may put one of the languages away. */
export async function freeFrom(actor: Resident): Promise<Day> {
	const from = await freeFromOf(actor.portal, actor.personId);
	if (from === null) throw new NotFound();
	return from;
}

/** Chooses how much of the Dutch stands alone. Refused as long as everything is in both languages; both never is. */
export async function chooseMode(
	actor: Resident,
	mode: LanguageMode,
	{ now, today }: Moment,
): Promise<Outcome<LanguageMode>> {
	if (mode !== 'both' && today < (await freeFrom(actor))) return refused({ mode: 'notAChoice' });
	const { t } = actor.portal.store;
	await actor.portal.store.write(now, async (tx, log) => {
		await tx.update(t.accounts).set({ languageMode: mode }).where(eq(t.accounts.id, actor.id));
		log({ actor: actor.id, action: 'account.languageMode', subject: actor.id, detail: { mode } });
	});
	return done(mode);
}

/** Chooses which of the two languages is on top; from the first day on. */
export async function chooseTop(actor: Resident, top: LanguageTop, now: number) {
	const { t } = actor.portal.store;
	await actor.portal.store.write(now, async (tx, log) => {
		await tx.update(t.accounts).set({ languageTop: top }).where(eq(t.accounts.id, actor.id));
		log({ actor: actor.id, action: 'account.languageTop', subject: actor.id, detail: { top } });
	});
}

/**
 * The months of the gemeente's policy (`bothLanguagesMonths`), here counted from the first sign-in: an account of an
 * inburgeraar is made then. A second account of the same person (another broker) does not start them anew.
 */
async function freeFromOf({ store, tenant }: Portal, personId: string): Promise<Day | null> {
	const { t, read } = store;
	const [person] = await read
		.select({ gemeentecode: t.people.gemeentecode, firstAt: min(t.accounts.createdAt) })
		.from(t.people)
		.innerJoin(t.accounts, eq(t.accounts.personId, t.people.id))
		.where(eq(t.people.id, personId))
		.groupBy(t.people.id, t.people.gemeentecode);
	if (!person || person.firstAt === null) return null;
	const months = policyFor(tenant, person.gemeentecode).bothLanguagesMonths ?? monthsWhereUnknown;
	return addMonths(dayOf(person.firstAt), months);
}
