import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import { fill, stored } from '#lib/languages/sentences.ts';
import type { Day } from '#lib/law/day.ts';
import { type Actor, permitted } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db } from '../db/store.ts';
import { done, type Outcome, type ProblemKey, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import { type Agreement, isOwnWords, type PipContent } from './content.ts';
import { suggestion } from './suggestion.ts';
import { latestVersion, of } from './versions.ts';

/**
 * A plan in the making. The revision is what a later save or publication has to name; it counts on from the version
 * underneath, so that no revision of an older draft ever comes back.
 */
export interface Draft {
	readonly content: PipContent;
	readonly revision: number;
	/** The version this is to replace; 0 for the first plan. */
	readonly baseVersion: number;
	/** Null as long as nobody has saved it. */
	readonly updatedBy: string | null;
	readonly updatedAt: number | null;
}

/** Longest text of the klantmanager's own words. */
export const ownWordsMax = 400;

/** Longest reason for a change of the plan. */
export const changeReasonMax = 500;

/** The draft that somebody saved; else the plan that holds now, or a suggestion, to begin with. */
export async function draft(actor: Actor, personId: string, today: Day): Promise<Draft> {
	const person = permitted(actor, 'pip.draft', await people.find(actor, personId));
	const { t, read } = actor.portal.store;
	const [row] = await read.select().from(t.pipDrafts).where(eq(t.pipDrafts.personId, personId));
	if (row) return row;
	const { current } = await of(actor, personId);
	const baseVersion = current?.version ?? 0;
	return {
		content: current
			? withoutGrounds(current.content)
			: suggestion(person, 'B', actor.portal.tenant, today),
		revision: unsavedRevision(baseVersion),
		baseVersion,
		updatedBy: null,
		updatedAt: null,
	};
}

/**
 * Saves a draft over the revision it was made from; refused with `changedMeanwhile` when somebody else was first,
 * and then nothing of theirs is lost. A page that names itself may save again over what it saved itself when the
 * answer got lost: the same words make one draft, and further words come after them.
 */
export async function saveDraft(
	actor: Actor,
	personId: string,
	content: PipContent,
	revision: number,
	moment: Moment,
	page: string | null = null,
): Promise<Outcome<Draft>> {
	permitted(actor, 'pip.draft', await people.find(actor, personId));
	const agreements = content.agreements.map(tidied);
	const wrong = agreements.find((each): each is ProblemKey => typeof each === 'string');
	if (wrong !== undefined) return refused({ agreements: wrong });
	if ((content.changeReason?.length ?? 0) > changeReasonMax) {
		return refused({ changeReason: 'tooLong' });
	}
	const values = {
		content: { ...content, agreements: agreements.filter((each) => typeof each !== 'string') },
		revision: revision + 1,
		savedFrom: page,
		updatedBy: actor.id,
		updatedAt: moment.now,
	};
	const saved = await actor.portal.store.touch(
		async (tx) =>
			(isUnsaved(revision)
				? await insert(actor, tx, personId, revision, values)
				: await update(actor, tx, personId, revision, values)) ??
			(await saveAgain(actor, tx, personId, values)),
	);
	return saved ? done(saved) : refused({ form: 'changedMeanwhile' });
}

/** The revision of a draft on this version before it is saved for the first time. */
export function unsavedRevision(baseVersion: number): number {
	return baseVersion * revisionsPerVersion;
}

const revisionsPerVersion = 1_000_000;

function isUnsaved(revision: number): boolean {
	return revision % revisionsPerVersion === 0;
}

/** What a change rested on, and why it was made, belongs to the version that made it. */
function withoutGrounds({ changeReason: _reason, ...content }: PipContent): PipContent {
	return { ...content, grounds: { wisselen: null, nt2CourseHours: null, sufficientEffort: false } };
}

type Values = Pick<Draft, 'content' | 'revision'> & {
	savedFrom: string | null;
	updatedBy: string;
	updatedAt: number;
};

async function insert(actor: Actor, tx: Db, personId: string, revision: number, values: Values) {
	const { t } = actor.portal.store;
	const baseVersion = await latestVersion(actor, tx, personId);
	if (unsavedRevision(baseVersion) !== revision) return null;
	const [row] = await tx
		.insert(t.pipDrafts)
		.values({ personId, baseVersion, ...values })
		.onConflictDoNothing()
		.returning();
	return row ?? null;
}

async function update(actor: Actor, tx: Db, personId: string, revision: number, values: Values) {
	const { t } = actor.portal.store;
	const [row] = await tx
		.update(t.pipDrafts)
		.set(values)
		.where(and(eq(t.pipDrafts.personId, personId), eq(t.pipDrafts.revision, revision)))
		.returning();
	return row ?? null;
}

/** What the very same page of the same person saved as this revision; further words become the next one. */
async function saveAgain(actor: Actor, tx: Db, personId: string, values: Values) {
	if (values.savedFrom === null) return null;
	const { pipDrafts } = actor.portal.store.t;
	const [own] = await tx
		.select()
		.from(pipDrafts)
		.where(
			and(
				eq(pipDrafts.personId, personId),
				eq(pipDrafts.revision, values.revision),
				eq(pipDrafts.savedFrom, values.savedFrom),
				eq(pipDrafts.updatedBy, actor.id),
			),
		);
	if (!own || isDeepStrictEqual(own.content, values.content)) return own ?? null;
	const { revision } = values;
	return update(actor, tx, personId, revision, { ...values, revision: revision + 1 });
}

/** An agreement with exactly the facts its sentence has, or what is wrong with it. */
function tidied(agreement: Agreement): Agreement | ProblemKey {
	if (isOwnWords(agreement)) {
		const dutch = agreement.dutch.trim();
		if (dutch === '') return 'missing';
		return dutch.length > ownWordsMax ? 'tooLong' : { ...agreement, dutch };
	}
	const filled = fill(agreement.sentence, agreement.slots);
	if (filled === null) return 'notAChoice';
	if (filled.ok) return { ...agreement, slots: stored(filled.slots) };
	return Object.values(filled.problems)[0] ?? 'notAChoice';
}
