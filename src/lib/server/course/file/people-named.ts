import { and, asc, inArray, or } from 'drizzle-orm';
import type { Facts } from '#lib/law/facts.ts';
import { may, type Staff } from '../../access/access.ts';
import type { Db } from '../../db/store.ts';
import { isId } from '../../id.ts';
import { type Person, plainName } from '../../people/people.ts';
import * as pip from '../../pip/pip.ts';
import { dayWritten } from '../written.ts';
import type { WrittenLine } from './reading.ts';

/** Somebody whom a line is about, with what the law looks at. */
export interface Found {
	readonly person: Person;
	readonly facts: Facts;
}

/**
 * - `nobody`: nobody in the actor's caseload, whoever else there may be;
 * - `several`: two people of the gemeenten have this name and this birthday;
 * - `otherPerson`: the kenmerk is of somebody with another name or birthday.
 */
export type NotFound = 'nobody' | 'several' | 'otherPerson';

/** Who each line is about. Asked in two queries, however many lines there are. */
export async function findPeople(
	actor: Staff,
	db: Db,
	lines: readonly WrittenLine[],
): Promise<(line: WrittenLine) => Found | NotFound> {
	const candidates = await candidatesFor(actor, db, lines);
	const mine = candidates.filter((person) => may(actor, 'course.write', person));
	const facts = await factsOf(actor, db, mine);
	const found = (person: Person): Found | NotFound => {
		const known = facts.get(person.id);
		return known ? { person, facts: known } : 'nobody';
	};
	const byId = new Map(mine.map((person) => [person.id, person]));
	const byName = Map.groupBy(candidates, ({ bornOn, familyName }) => key(familyName, bornOn));
	return ({ cells }) => {
		const bornOn = dayWritten(cells.bornOn);
		if (cells.kenmerk !== '') {
			const person = byId.get(cells.kenmerk);
			if (!person) return 'nobody';
			const isNamed =
				cells.familyName === '' || plainName(cells.familyName) === plainName(person.familyName);
			const isBorn = cells.bornOn === '' || bornOn === person.bornOn;
			return isNamed && isBorn ? found(person) : 'otherPerson';
		}
		const same = byName.get(key(cells.familyName, bornOn ?? '')) ?? [];
		const [own] = same.filter(({ id }) => byId.has(id));
		if (!own) return 'nobody';
		return same.length > 1 ? 'several' : found(own);
	};
}

/** The people of the actor's gemeenten who could be meant; also of colleagues, so that two of one name are noticed. */
async function candidatesFor(
	actor: Staff,
	db: Db,
	lines: readonly WrittenLine[],
): Promise<Person[]> {
	const { people } = actor.portal.store.t;
	const ids = lines.map(({ cells }) => cells.kenmerk).filter(isId);
	const births = lines.flatMap(({ cells }) => dayWritten(cells.bornOn) ?? []);
	if (actor.gemeentecodes.length === 0 || ids.length + births.length === 0) return [];
	const meant = or(
		inArray(people.id, [...new Set(ids)]),
		inArray(people.bornOn, [...new Set(births)]),
	);
	const here = inArray(people.gemeentecode, [...actor.gemeentecodes]);
	return db.select().from(people).where(and(here, meant));
}

async function factsOf(
	actor: Staff,
	db: Db,
	people: readonly Person[],
): Promise<ReadonlyMap<string, Facts>> {
	if (people.length === 0) return new Map();
	const { pips } = actor.portal.store.t;
	const rows = await db
		.select()
		.from(pips)
		.where(
			inArray(
				pips.personId,
				people.map(({ id }) => id),
			),
		)
		.orderBy(asc(pips.version));
	const plans = Map.groupBy(rows, ({ personId }) => personId);
	return new Map(
		people.map((person) => {
			const own = plans.get(person.id) ?? [];
			const known = { first: own[0] ?? null, current: own.at(-1) ?? null };
			return [person.id, pip.factsOf(person, known)];
		}),
	);
}

function key(familyName: string, bornOn: string): string {
	return `${bornOn} ${plainName(familyName)}`;
}
