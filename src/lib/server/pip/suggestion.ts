import { fill, type SentenceId, sentence, sentenceIds, stored } from '#lib/languages/sentences.ts';
import type { Day } from '#lib/law/day.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import { normOn } from '#lib/law/norm.ts';
import { courseNormMinutes } from '#lib/law/participation-norm.ts';
import { newId } from '../id.ts';
import type { Person } from '../people/people.ts';
import type { Policy } from '../tenants/tenants.ts';
import type { Agreement, CatalogueAgreement, PipContent } from './content.ts';
import { factsOf } from './facts.ts';
import { boundNumber } from './numbers.ts';

const nobody = { first: null, current: null };

/**
 * A plan to begin with, for this groep on this leerroute: the numbers of the law, the talks of the gemeente's policy,
 * and the sentences that need no fact the portal does not have. What has to be decided stays open, so that it is found.
 */
export function suggestion(
	person: Person,
	leerroute: Leerroute,
	policy: Policy,
	today: Day,
): PipContent {
	const facts = { ...factsOf(person, nobody), leerroute };
	const zCourse = courseNormMinutes(facts, today);
	const isAsiel = facts.groep === 'asielstatushouder';
	const content: PipContent = {
		leerroute,
		niveau: leerroute === 'Z' ? null : 'B1',
		courseHours: isAsiel && zCourse.applies ? zCourse.minutes / 60 : null,
		pvtHours: normOn('pvtHours', today).value,
		moduleMapHours: leerroute === 'O' ? null : normOn('moduleMapPracticalHours', today).value,
		voortgangsgesprekken: policy.voortgangsgesprekkenPerYear ?? 0,
		agreements: [],
	};
	return { ...content, agreements: suggested(person, content, today) };
}

/** The sentences that fit and of which every fact is known; none that the plan has already. */
export function suggested(person: Person, content: PipContent, today: Day): Agreement[] {
	const facts = factsOf(person, nobody);
	const has = new Set(
		content.agreements.map((each) => ('sentence' in each ? each.sentence : undefined)),
	);
	return OFFERED.filter((id) => {
		const said = sentence(id);
		return (
			said !== null &&
			!has.has(id) &&
			said.groepen.includes(facts.groep) &&
			said.leerroutes.includes(content.leerroute) &&
			(id !== 'interpreter' || person.interpreter)
		);
	}).flatMap((id) => asAgreement(person, content, id, today) ?? []);
}

/** The values of a sentence that the plan or the law already says, to show in its form. */
export function knownValues(
	person: Person,
	content: PipContent,
	id: SentenceId,
	today: Day,
): Record<string, number> {
	const facts = factsOf(person, nobody);
	const candidate = { person, facts, content, pips: nobody, dagtekeningOn: today };
	const bound = boundNumber(id, candidate);
	return bound?.value ? { [bound.slot]: bound.value } : {};
}

function asAgreement(
	person: Person,
	content: PipContent,
	id: SentenceId,
	today: Day,
): CatalogueAgreement | null {
	const filled = fill(id, knownValues(person, content, id, today));
	return filled?.ok ? { id: newId(), sentence: id, slots: stored(filled.slots) } : null;
}

/** Wishes and what depends on the family are not suggested: somebody has to ask. */
const NOT_OFFERED: readonly SentenceId[] = ['examKnmWish', 'examsA2Wish', 'childcare'];

const OFFERED = sentenceIds.filter((id) => !NOT_OFFERED.includes(id));
