import { and, eq, inArray, like, ne, or, sql } from 'drizzle-orm';
import type { Staff } from '../access/access.ts';
import type { Schema } from '../db/schema.ts';
import * as hours from '../hours/hours.ts';
import { translatedInto } from './reading.ts';
import { standing, type Translation } from './shelf.ts';
import { together } from './texts.ts';

/** Somebody whose plan has own words without an approved translation: how many wait for whom. */
export interface WaitingRow {
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	/** None, a machine's, doubted, or of Dutch that was changed since. */
	readonly toTranslate: number;
	readonly toCheck: number;
	readonly toApprove: number;
}

export interface WaitingTranslations {
	readonly total: number;
	readonly rows: readonly WaitingRow[];
}

const shown = 50;

/** Whose texts in the caseload wait for a translation, a reader or an approval; those to approve first. */
export async function waiting(actor: Staff): Promise<WaitingTranslations> {
	const found = await plansWithOwnWords(actor);
	const ids = [...new Set(found.map(({ person }) => person.id))];
	const rows = Map.groupBy(await translationsOf(actor, ids), ({ personId }) => personId);
	const plans = Map.groupBy(found, ({ person }) => person.id);
	const all = [...plans.values()].flatMap((its) => {
		const [one] = its;
		return one ? counted(one.person, its, rows.get(one.person.id) ?? []) : [];
	});
	const waits = all.filter((row) => row.toTranslate + row.toCheck + row.toApprove > 0);
	return { total: waits.length, rows: waits.toSorted(byApproval).slice(0, shown) };

	function counted(
		person: Schema['people']['$inferSelect'],
		its: readonly PlanFound[],
		translated: readonly Translation[],
	): WaitingRow {
		const language = translatedInto(person);
		const texts = together(
			its.find(({ draft }) => draft)?.draft ?? null,
			its.find(({ pip }) => pip)?.pip ?? null,
		);
		const own = translated.filter((row) => row.language === language);
		const states = texts.map((text) => {
			const { exact } = standing(own, text);
			return exact?.doubt ? 'doubted' : (exact?.state ?? 'none');
		});
		const of = (...some: readonly string[]) => states.filter((each) => some.includes(each)).length;
		const { id: personId, givenName, familyName } = person;
		return {
			personId,
			givenName,
			familyName,
			toTranslate: of('none', 'machine', 'doubted'),
			toCheck: of('translated'),
			toApprove: of('checked'),
		};
	}
}

interface PlanFound {
	readonly person: Schema['people']['$inferSelect'];
	readonly draft: Schema['pipDrafts']['$inferSelect'] | null;
	readonly pip: Schema['pips']['$inferSelect'] | null;
}

/** The drafts and the plans that hold now, of who does not read Dutch, when there may be own words in them. */
async function plansWithOwnWords(actor: Staff): Promise<PlanFound[]> {
	const { people, pipDrafts, pips } = actor.portal.store.t;
	const { read } = actor.portal.store;
	const mine = and(hours.inCaseload(actor), ne(people.language, 'nl'));
	const drafts = await read
		.select({ person: people, draft: pipDrafts })
		.from(pipDrafts)
		.innerJoin(people, eq(people.id, pipDrafts.personId))
		.where(and(mine, hasOwnWords(pipDrafts.content)));
	const newest = sql`(select max(newer.version) from pips newer where newer.person_id = ${pips.personId})`;
	const published = await read
		.select({ person: people, pip: pips })
		.from(pips)
		.innerJoin(people, eq(people.id, pips.personId))
		.where(and(mine, eq(pips.version, newest), hasOwnWords(pips.content)));
	return [
		...drafts.map((row) => ({ ...row, pip: null })),
		...published.map((row) => ({ ...row, draft: null })),
	];
}

/** Looks for the names of the fields in the stored JSON, so that the many plans without own words stay unread. */
function hasOwnWords(content: Schema['pips']['content'] | Schema['pipDrafts']['content']) {
	const written = sql<string>`cast(${content} as text)`;
	return or(like(written, '%"dutch"%'), like(written, '%"changeReason"%'));
}

async function translationsOf(actor: Staff, ids: readonly string[]): Promise<Translation[]> {
	const { t, read } = actor.portal.store;
	if (ids.length === 0) return [];
	return read
		.select()
		.from(t.translations)
		.where(inArray(t.translations.personId, [...ids]));
}

function byApproval(a: WaitingRow, b: WaitingRow): number {
	return b.toApprove - a.toApprove || a.familyName.localeCompare(b.familyName, 'nl');
}
