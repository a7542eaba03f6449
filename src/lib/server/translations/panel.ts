import { eq } from 'drizzle-orm';
import { messageHash } from '#lib/languages/freshness.ts';
import type { Language } from '#lib/languages/languages.ts';
import { permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { done, NotFound, type Outcome } from '../errors.ts';
import { isId, newId } from '../id.ts';
import * as people from '../people/people.ts';
import { change } from './change.ts';
import { translatedInto } from './reading.ts';
import { shelf, standing, type Translation } from './shelf.ts';
import { spokenOf } from './spoken.ts';
import { type PlanText, textsOf } from './texts.ts';

/** A text of the plan as staff see it, with what there is of a translation. */
export interface PanelText extends PlanText {
	readonly translation: Translation | null;
	/** Of what stood there before: it fits no longer. */
	readonly former: Translation | null;
	readonly recordingId: string | null;
}

export interface Panel {
	/** Null for who reads Dutch: then there is nothing to translate. */
	readonly language: Language | null;
	readonly texts: readonly PanelText[];
}

/** Every own text of somebody's plan and how its translation stands. */
export async function panel(actor: Staff, personId: string): Promise<Panel> {
	const person = permitted(actor, 'translation.manage', await people.find(actor, personId));
	const language = translatedInto(person);
	if (language === null) return { language, texts: [] };
	const [texts, rows] = await Promise.all([
		textsOf(actor.portal, personId),
		shelf(actor.portal, personId, language),
	]);
	const spoken = await spokenOf(actor, language, rows, personId);
	return {
		language,
		texts: texts.map((text) => {
			const { exact, former } = standing(rows, text);
			const recordingId = exact ? (spoken.get(exact.id) ?? null) : null;
			return { ...text, translation: exact, former, recordingId };
		}),
	};
}

/** What a machine elsewhere made of a text, for a translator to begin with; nobody else reads it. */
export async function bring(
	actor: Staff,
	personId: string,
	input: { readonly place: string; readonly dutchHash: string; readonly text: string },
	{ now }: Moment,
): Promise<Outcome<Translation>> {
	const { portal } = actor;
	const person = permitted(actor, 'translation.manage', await people.find(actor, personId));
	const language = translatedInto(person);
	const found = (await textsOf(portal, personId)).find(
		({ place, dutchHash }) => place === input.place && dutchHash === input.dutchHash,
	);
	if (!found || !language) throw new NotFound();
	const { exact } = standing(await shelf(portal, personId, language), found);
	const { text } = input;
	return portal.store.write(now, async (tx, log) => {
		if (exact) {
			const doing = { event: 'bring', actor: actor.id, now } as const;
			return change(portal, tx, log, exact, doing, { text });
		}
		const { place, dutch, dutchHash } = found;
		const row = { id: newId(), personId, language, place, dutch, dutchHash, text, ...ofMachine };
		const [made] = await tx
			.insert(portal.store.t.translations)
			.values({ ...row, changedAt: now })
			.onConflictDoNothing()
			.returning();
		log({ actor: actor.id, action: 'translation.bring', subject: made?.id ?? place, personId });
		if (!made) throw new NotFound();
		return done(made);
	});
}

const ofMachine = { state: 'machine', translator: 'machine' } as const;

/** What the klantmanager saw when deciding: a translation that changed since, or is spoken anew, is refused. */
export interface Seen {
	readonly translationId: string;
	readonly textHash: string;
	/** The recording of it that could be heard then; left out for none. */
	readonly recordingId?: string | null;
}

/** The klantmanager lets the person read it, after a second reader found it right. */
export async function approve(
	actor: Staff,
	personId: string,
	seen: Seen,
	moment: Moment,
): Promise<Outcome<Translation>> {
	return decide(actor, personId, seen, moment, 'approve');
}

/** Takes an approval back: the person reads the Dutch alone again. */
export async function withdraw(
	actor: Staff,
	personId: string,
	seen: Seen,
	moment: Moment,
): Promise<Outcome<Translation>> {
	return decide(actor, personId, seen, moment, 'withdraw');
}

async function decide(
	actor: Staff,
	personId: string,
	{ translationId, textHash, recordingId = null }: Seen,
	{ now }: Moment,
	event: 'approve' | 'withdraw',
): Promise<Outcome<Translation>> {
	const { portal } = actor;
	permitted(actor, 'translation.manage', await people.find(actor, personId));
	const { translations } = portal.store.t;
	return portal.store.write(now, async (tx, log) => {
		const [row] = isId(translationId)
			? await tx.select().from(translations).where(eq(translations.id, translationId))
			: [];
		if (row?.personId !== personId) throw new NotFound();
		const spoken = await spokenOf(actor, row.language as Language, [row], personId);
		const isAsHeard = event === 'withdraw' || (spoken.get(row.id) ?? null) === recordingId;
		const isAsSeen = messageHash(row.text) === textHash && isAsHeard;
		const words = isAsSeen ? row : { ...row, text: '' };
		const approvedBy = event === 'approve' ? actor.id : null;
		return change(portal, tx, log, words, { event, actor: actor.id, now }, { approvedBy });
	});
}
