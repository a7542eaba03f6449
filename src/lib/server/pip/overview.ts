import { inArray } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import type { GroepDetail } from '#lib/law/groep.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import { permitted, type Staff } from '../access/access.ts';
import type { Person } from '../people/people.ts';
import { factsOf } from './facts.ts';
import { awaited, type Awaited } from './awaited.ts';
import type { Pip } from './versions.ts';

/** One line of the caseload: who, on which route, and how the plan stands. */
export interface CaseLine {
	readonly id: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly groepDetail: GroepDetail | undefined;
	readonly language: string;
	readonly leerroute: Leerroute | null;
	readonly hasDraft: boolean;
	readonly plan:
		| { readonly state: 'published'; readonly version: number; readonly dagtekeningOn: string }
		| Awaited;
}

/** How the plans of these people stand; asked in two queries, however many there are. */
export async function overview(
	actor: Staff,
	list: readonly Person[],
	today: Day,
): Promise<CaseLine[]> {
	const ids = list.map((person) => permitted(actor, 'pip.read', person).id);
	if (ids.length === 0) return [];
	const { t, read } = actor.portal.store;
	const published = await read.select().from(t.pips).where(inArray(t.pips.personId, ids));
	const drafts = await read
		.select({ personId: t.pipDrafts.personId })
		.from(t.pipDrafts)
		.where(inArray(t.pipDrafts.personId, ids));
	const drafted = new Set(drafts.map(({ personId }) => personId));
	const plans = Map.groupBy(published, ({ personId }) => personId);
	return list.map((person) => ({
		...line(person, plans.get(person.id) ?? [], today),
		hasDraft: drafted.has(person.id),
	}));
}

function line(person: Person, plans: readonly Pip[], today: Day): Omit<CaseLine, 'hasDraft'> {
	const { id, givenName, familyName, language } = person;
	const ordered = plans.toSorted((a, b) => a.version - b.version);
	const pips = { first: ordered[0] ?? null, current: ordered.at(-1) ?? null };
	const facts = factsOf(person, pips);
	const who = { id, givenName, familyName, language, groepDetail: facts.detail };
	if (pips.current === null) return { ...who, leerroute: null, plan: awaited(facts, today) };
	const { content, dagtekeningOn, version } = pips.current;
	return {
		...who,
		leerroute: content.leerroute,
		plan: { state: 'published', version, dagtekeningOn },
	};
}
