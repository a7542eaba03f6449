import { and, eq, inArray } from 'drizzle-orm';
import type { Moment } from '../clock.ts';
import type { Db } from '../db/store.ts';
import { done, NotFound, type Outcome, type ProblemKey, refused } from '../errors.ts';
import { newId } from '../id.ts';
import type { Portal } from '../portal.ts';
import { alive, type HostLine, type HostPage, knock } from './door.ts';
import { isOpen } from './open-entries.ts';
import { sealBy } from './said.ts';
import type { HostVerdict } from './verdicts.ts';

/** What a host says about one line; `minutes` goes with another number of hours. */
export interface SaidLine {
	readonly entryId: string;
	readonly verdict: Exclude<HostVerdict, 'dayCode'>;
	readonly minutes: number | null;
}

const longest = 80;

/**
 * Takes down what a host says, under the name and role they give, and ends the link: of two who send at once one is
 * first, and the other finds nothing. A line may be left out; one that was taken back or decided meanwhile is passed
 * over. Refused under `name` and `role`, `minutes-<entry>` for a number that cannot be, `form` when nothing is said.
 */
export async function answer(
	portal: Portal,
	token: string,
	said: { readonly name: string; readonly role: string; readonly lines: readonly SaidLine[] },
	moment: Moment,
): Promise<Outcome<null>> {
	const page = await knock(portal, token, moment);
	const needed = page.lines.filter(({ isNeeded }) => isNeeded);
	const lines = said.lines.filter(({ entryId }) => needed.some((line) => line.entryId === entryId));
	const problems = wrong(said, lines, needed);
	if (Object.keys(problems).length > 0) return refused(problems);
	const by = { name: said.name, role: said.role };
	await portal.store.write(moment.now, async (tx, log) => {
		await claim(tx, portal, page, moment.now);
		const actor = `host:${page.linkId}`;
		const { personId } = page;
		for (const entry of await stillOpen(tx, portal, lines)) {
			const line = lines.find(({ entryId }) => entryId === entry.id);
			if (!line) continue;
			const { verdict, minutes, entryId } = line;
			const id = newId();
			const what = { id, entryId, personId, contentHash: entry.contentHash, verdict, minutes };
			const when = { saidOn: moment.today, saidAt: moment.now };
			const whom = { linkId: page.linkId, bySealed: sealBy(portal, id, by) };
			await tx.insert(portal.store.t.hostAnswers).values({ ...what, ...when, ...whom });
			const detail = { verdict, minutes };
			log({ actor, action: 'host.answer', subject: entryId, personId, detail });
		}
		log({ actor, action: 'host.link.used', subject: page.linkId, personId });
	});
	return done(null);
}

function wrong(
	{ name, role }: { readonly name: string; readonly role: string },
	lines: readonly SaidLine[],
	needed: readonly HostLine[],
): Record<string, ProblemKey> {
	const problems: Record<string, ProblemKey> = {};
	for (const [field, text] of Object.entries({ name, role })) {
		if (text.trim() === '') problems[field] = 'missing';
		else if (text.length > longest) problems[field] = 'tooLong';
	}
	for (const { entryId, verdict, minutes } of lines) {
		if ((verdict === 'otherHours') !== (minutes !== null)) {
			problems[`minutes-${entryId}`] = minutes === null ? 'missing' : 'notAChoice';
		} else if (minutes !== null) {
			const declared = needed.find((line) => line.entryId === entryId)?.minutes;
			const problem = wrongMinutes(minutes, declared);
			if (problem) problems[`minutes-${entryId}`] = problem;
		}
	}
	if (lines.length === 0) problems['form'] = 'hostSaidNothing';
	return problems;
}

/** As for a declaration: quarters of an hour, up to sixteen hours. The declared number itself is "right". */
function wrongMinutes(minutes: number, declared: number | undefined): ProblemKey | null {
	if (!Number.isSafeInteger(minutes)) return 'notAWholeNumber';
	if (minutes < 15) return 'tooFew';
	if (minutes > 960) return 'tooMany';
	if (minutes % 15 !== 0) return 'notAQuarter';
	return minutes === declared ? 'notAChoice' : null;
}

async function claim(tx: Db, portal: Portal, { linkId }: HostPage, now: number) {
	const { t } = portal.store;
	const claimed = await tx
		.update(t.hostLinks)
		.set({ usedAt: now })
		.where(and(eq(t.hostLinks.id, linkId), alive(t, now)))
		.returning({ id: t.hostLinks.id });
	if (claimed.length === 0) throw new NotFound();
}

async function stillOpen(tx: Db, { store }: Portal, lines: readonly SaidLine[]) {
	const { hourEntries: t } = store.t;
	const ids = lines.map(({ entryId }) => entryId);
	const rows = await tx.select().from(t).where(inArray(t.id, ids));
	return rows.filter(isOpen);
}
