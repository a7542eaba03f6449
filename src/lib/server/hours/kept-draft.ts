import { and, eq, ne } from 'drizzle-orm';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db } from '../db/store.ts';
import { done, NotFound, type Outcome } from '../errors.ts';
import { newId } from '../id.ts';
import {
	longestNote,
	longestOrganisation,
	type Limits,
	type PartialContent,
	wrong,
} from './content.ts';
import { draftOf, fieldsOf, findDraft } from './draft.ts';
import { keepPhotos, keptPhotos } from './draft-photos.ts';
import { findRow } from './entry.ts';
import { firstPlanDay, standingOf } from './standing.ts';

/** What came from a phone and cannot be declared as it is. */
export interface Unfinished {
	readonly answers: PartialContent;
	readonly photos: readonly Blob[];
}

/**
 * The id of a draft for what a phone made under its own id: that id, so that the phone can still replace it, unless it is
 * an entry by now, or somebody else's draft.
 */
export async function draftIdFor(actor: Resident, phoneId: string): Promise<string> {
	const isTaken = (await findRow(actor.portal, phoneId)) ?? (await isOfAnother(actor, phoneId));
	return isTaken ? newId() : phoneId;
}

/** Whether a draft of somebody else has this id: a phone chooses its ids, and an address in its history may show one. */
export async function isOfAnother(
	{ personId, portal }: Resident,
	id: string,
	db: Db = portal.store.read,
): Promise<boolean> {
	const { hourDrafts: t } = portal.store.t;
	const theirs = and(eq(t.id, id), ne(t.personId, personId));
	return (await db.select({ id: t.id }).from(t).where(theirs)).length > 0;
}

/**
 * Keeps what came from a phone as a draft. Answers that cannot be declared are left out, to be given again; the photos
 * wait for the draft to be sent. What stood in the draft before stays where nothing new came. Refused (`form`) under
 * the law of 2013 and as long as there is no plan.
 */
export async function keepAs(
	actor: Resident,
	id: string,
	{ answers, photos }: Unfinished,
	moment: Moment,
): Promise<Outcome<null>> {
	const allowed = firstPlanDay(await standingOf(actor, actor.personId, 'hours.declare'));
	if (!allowed.ok) return allowed;
	// Before their photos are written over.
	if (await isOfAnother(actor, id)) throw new NotFound();
	const { personId, portal } = actor;
	const right = declarable(answers, { portal, today: moment.today, firstPlanOn: allowed.value });
	// The draft says that there are photos, so they are there before it is.
	if (photos.length > 0) await keepPhotos(portal, id, photos);
	const { hourDrafts: t } = portal.store.t;
	return portal.store.touch(async (tx) => {
		const [row] = await tx.select().from(t).where(eq(t.id, id));
		if (row && row.personId !== personId) throw new NotFound();
		const before = row && draftOf(portal, row);
		const content = { ...before?.content, ...right };
		const count = photos.length > 0 ? photos.length : (before?.photos ?? 0);
		const values = { fields: fieldsOf(portal, id, content, count), updatedAt: moment.now };
		await tx
			.insert(t)
			.values({ id, personId, ...values })
			.onConflictDoUpdate({ target: t.id, set: values });
		return done(null);
	});
}

/** The photos of a phone that wait for the person's own draft; none where there is no such draft. */
export async function photosOfDraft(actor: Resident, id: string): Promise<Blob[]> {
	const draft = await findDraft(actor, id);
	return draft && draft.photos > 0 ? keptPhotos(actor.portal, id) : [];
}

/** The answers without those that are wrong. Own words that are too long lose their end, for a phone holds to the limit. */
function declarable(answers: PartialContent, limits: Limits): PartialContent {
	const cut = {
		...answers,
		note: answers.note?.slice(0, longestNote),
		organisation: answers.organisation?.slice(0, longestOrganisation),
	};
	const found = wrong(cut, limits);
	// "Something else" is nothing without the words.
	const left = found['note'] ? ['note', 'activity'] : [];
	const given = Object.entries(cut).filter(
		([field, value]) => value !== undefined && !(field in found) && !left.includes(field),
	);
	return Object.fromEntries(given);
}
