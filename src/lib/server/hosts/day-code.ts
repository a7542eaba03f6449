import { and, eq, inArray } from 'drizzle-orm';
import { day } from '#lib/law/day.ts';
import { permitted, type Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import * as guesses from './guesses.ts';
import { type EntryRow, openEntriesOf } from './open-entries.ts';
import type { AskableEntry } from './links.ts';
import { canBePlace } from './place.ts';
import { codeOf, hanging } from './posters.ts';
import { isSameCode } from './secrets.ts';

const mostShown = 20;

/** A poster as the person before it sees it, with what they declared there and did not confirm here yet. */
export async function posterOf(
	actor: Resident,
	posterId: string,
	{ now }: Moment,
): Promise<{ readonly organisation: string; readonly entries: readonly AskableEntry[] }> {
	const { portal } = actor;
	const { organisation } = await hanging(portal, posterId, now);
	const entries = await waitingAt(actor, posterId, organisation);
	const shown = entries.slice(0, mostShown).map(({ id, activity, doneOn, declaredMinutes }) => ({
		id,
		activity,
		doneOn: day(doneOn),
		minutes: declaredMinutes,
	}));
	return { organisation, entries: shown };
}

/**
 * Puts beside these entries that the code of the day was right: the code of today in the Netherlands, of no other
 * day. Refused under `entries` when none is chosen, and under `code` when it is no code, wrong, or was guessed too
 * often today. What was confirmed before stays as it is.
 */
export async function confirmWithCode(
	actor: Resident,
	posterId: string,
	{ entryIds, code }: { readonly entryIds: readonly string[]; readonly code: string },
	{ now, today }: Moment,
): Promise<Outcome<null>> {
	const { portal, personId } = actor;
	const { t, read } = portal.store;
	const poster = await hanging(portal, posterId, now);
	const guess = { personId, posterId, today };
	if (await guesses.areUsedUp(read, t, guess)) return refused({ code: 'dayCodeTooOften' });
	const waiting = await waitingAt(actor, posterId, poster.organisation);
	const chosen = waiting.filter(({ id }) => entryIds.includes(id));
	if (chosen.length === 0) return refused({ entries: 'missing' });
	const digits = code.replaceAll(/\s/g, '');
	if (!/^[0-9]{6}$/.test(digits)) return refused({ code: 'notADayCode' });
	const known = { actor: actor.id, subject: posterId, personId } as const;
	return portal.store.write(now, async (tx, log) => {
		if (!(await guesses.count(tx, t, guess))) {
			log({ ...known, action: 'host.code.tooOften' });
			return refused({ code: 'dayCodeTooOften' });
		}
		if (!isSameCode(digits, codeOf(portal, poster, today))) {
			log({ ...known, action: 'host.code.wrong' });
			return refused({ code: 'dayCodeWrong' });
		}
		await guesses.forgive(tx, t, guess);
		const said = { posterId, verdict: 'dayCode', saidOn: today, saidAt: now } as const;
		const rows = chosen.map(({ id: entryId, contentHash }) => {
			return { ...said, id: newId(), personId, entryId, contentHash };
		});
		await tx.insert(t.hostAnswers).values(rows).onConflictDoNothing();
		for (const { id } of chosen) log({ ...known, action: 'host.code', subject: id });
		return done(null);
	});
}

async function waitingAt(
	actor: Resident,
	posterId: string,
	organisation: string,
): Promise<readonly EntryRow[]> {
	const { t, read } = actor.portal.store;
	const { id } = permitted(actor, 'host.ask', await people.own(actor));
	const open = (await openEntriesOf(read, t, id)).filter((entry) =>
		canBePlace(entry.organisation, organisation),
	);
	if (open.length === 0) return [];
	const ids = open.map((entry) => entry.id);
	const here = and(eq(t.hostAnswers.posterId, posterId), inArray(t.hostAnswers.entryId, ids));
	const before = await read
		.select({ entryId: t.hostAnswers.entryId })
		.from(t.hostAnswers)
		.where(here);
	return open.filter((entry) => !before.some(({ entryId }) => entryId === entry.id));
}
