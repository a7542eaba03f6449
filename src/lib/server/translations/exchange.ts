import { and, eq, inArray, sql } from 'drizzle-orm';
import { messageHash } from '#lib/languages/freshness.ts';
import type { Language } from '#lib/languages/languages.ts';
import { permitted, type System } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db, Log } from '../db/store.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import { change } from './change.ts';
import { standing, type Translation } from './shelf.ts';
import { after, type TranslationEvent } from './states.ts';
import { type PlanText, together } from './texts.ts';

/** One text of somebody's plan for a translator outside: its name says nothing of whose it is. */
export interface ExchangedText extends PlanText {
	readonly key: string;
	readonly personId: string;
	/** The approved English, for who reads that better than Dutch. */
	readonly english: string | null;
	readonly translation: Translation | null;
}

/** What a translator and a second reader made of a text. `reader` is null for what nobody read a second time. */
export interface Brought {
	readonly key: string;
	readonly text: string;
	readonly backTranslation: string | null;
	/** Null for what a machine made. */
	readonly translator: string | null;
	readonly reader: string | null;
}

/** The free text in the drafts and in the plans that hold, of everybody who reads this language. */
export async function exchanged(
	actor: System,
	language: Language,
): Promise<readonly ExchangedText[]> {
	const plans = await plansOf(actor, language);
	const ids = [...plans.keys()];
	const { t, read } = actor.portal.store;
	const rows =
		ids.length === 0
			? []
			: await read
					.select()
					.from(t.translations)
					.where(
						and(
							inArray(t.translations.personId, ids),
							inArray(t.translations.language, [language, 'en']),
						),
					);
	return [...plans].flatMap(([personId, { draft, plan }]) => {
		const own = rows.filter((row) => row.personId === personId);
		const of = (tag: string) => own.filter((row) => row.language === tag);
		return together(draft, plan).map((text): ExchangedText => {
			const english = language === 'en' ? null : standing(of('en'), text).exact;
			return {
				...text,
				personId,
				key: `text_${messageHash([personId, text.place, text.dutch])}`,
				english: english?.state === 'approved' ? english.text : null,
				translation: standing(of(language), text).exact,
			};
		});
	});
}

/** Writes in the trail of each person that their texts went out to a translator. */
export async function logExchange(
	{ portal, id }: System,
	texts: readonly ExchangedText[],
	{ now }: Moment,
): Promise<void> {
	if (texts.length === 0) return;
	await portal.store.write(now, async (_, log) => {
		for (const [personId, its] of Map.groupBy(texts, (text) => text.personId)) {
			const detail = { texts: its.length };
			log({ actor: id, action: 'translation.export', subject: personId, personId, detail });
		}
		return Promise.resolve();
	});
}

/**
 * Brings in what came back, all of it or nothing. Approving stays with the klantmanager. Refused when a translation was
 * changed since it was read, and when this cannot happen to it, such as a machine's text over that of a person.
 */
export async function bringBack(
	actor: System,
	language: Language,
	brought: readonly Brought[],
	{ now }: Moment,
): Promise<Outcome<{ readonly changed: number }>> {
	const texts = new Map((await exchanged(actor, language)).map((text) => [text.key, text]));
	try {
		return await actor.portal.store.write(now, async (tx, log) => {
			for (const each of brought) {
				const text = texts.get(each.key);
				if (!text) throw new Moved();
				await bringOne(actor, language, text, each, { tx, log, now });
			}
			const detail = { language, changed: brought.length };
			log({ actor: actor.id, action: 'translation.import', subject: language, detail });
			return done({ changed: brought.length });
		});
	} catch (problem) {
		if (problem instanceof Moved) return refused({ form: 'translationMoved' });
		throw problem;
	}
}

/** Undoes the transaction: what was seen is no longer so. */
class Moved extends Error {}

interface Writing {
	readonly tx: Db;
	readonly log: Log;
	readonly now: number;
}

async function bringOne(
	actor: System,
	language: Language,
	found: ExchangedText,
	{ text, backTranslation, translator, reader }: Brought,
	{ tx, log, now }: Writing,
) {
	const { portal, id: by } = actor;
	const people = { translator: translator ?? 'machine', translatorLinkId: null };
	const afresh = { reader: null, readerLinkId: null, doubt: null, approvedBy: null };
	const words = { text, backTranslation, note: null, ...people, ...afresh };
	const event = translator === null ? 'bring' : 'translate';
	const before = found.translation;
	const isSame = before?.text === text && before.translator === people.translator;
	const isReadAgain = isSame && before.state === 'translated' && reader !== null;
	let row: Translation;
	if (before === null) row = await added();
	else if (isReadAgain) row = before;
	else row = await happen(before, event, words);
	if (reader === null) return;
	await happen(row, 'check', { reader, readerLinkId: null, doubt: null, backTranslation });

	async function happen(seen: Translation, what: TranslationEvent, values: Partial<Translation>) {
		const outcome = await change(portal, tx, log, seen, { event: what, actor: by, now }, values);
		if (!outcome.ok) throw new Moved();
		return outcome.value;
	}

	async function added(): Promise<Translation> {
		const state = after('none', event);
		if (state === null) throw new Moved();
		const { personId, place, dutch, dutchHash } = found;
		const where = { id: newId(), personId, language, place, dutch, dutchHash };
		const [made] = await tx
			.insert(portal.store.t.translations)
			.values({ ...where, ...words, state, changedAt: now })
			.onConflictDoNothing()
			.returning();
		if (!made) throw new Moved();
		const detail = { from: 'none', to: state };
		log({ actor: by, action: `translation.${event}`, subject: made.id, personId, detail });
		return made;
	}
}

interface Plans {
	readonly draft: Schema['pipDrafts']['$inferSelect'] | null;
	readonly plan: Schema['pips']['$inferSelect'] | null;
}

/** Two queries, however many people. */
async function plansOf(actor: System, language: Language): Promise<ReadonlyMap<string, Plans>> {
	const { t, read } = actor.portal.store;
	const { people, pips, pipDrafts } = t;
	const speaks = eq(people.language, language);
	const newest = sql`(select max(newer.version) from pips newer where newer.person_id = ${pips.personId})`;
	const [drafts, plans] = await Promise.all([
		read
			.select({ person: people, draft: pipDrafts })
			.from(pipDrafts)
			.innerJoin(people, eq(people.id, pipDrafts.personId))
			.where(speaks),
		read
			.select({ person: people, plan: pips })
			.from(pips)
			.innerJoin(people, eq(people.id, pips.personId))
			.where(and(speaks, eq(pips.version, newest))),
	]);
	const found = new Map<string, Plans>();
	for (const { person, draft } of drafts) {
		found.set(permitted(actor, 'translation.exchange', person).id, { draft, plan: null });
	}
	for (const { person, plan } of plans) {
		const { id } = permitted(actor, 'translation.exchange', person);
		found.set(id, { draft: found.get(id)?.draft ?? null, plan });
	}
	return found;
}
