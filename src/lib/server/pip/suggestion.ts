import { fill, type SentenceId, sentence, sentenceIds, stored } from '#lib/languages/sentences.ts';
import type { Day } from '#lib/law/day.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import { normOn } from '#lib/law/norm.ts';
import { courseNormMinutes } from '#lib/law/participation-norm.ts';
import { newId } from '../id.ts';
import type { Person } from '../people/people.ts';
import { policyFor, type Tenant } from '../tenants/tenants.ts';
import { type Agreement, type CatalogueAgreement, goalsOf, type PipContent } from './content.ts';
import { factsOf } from './facts.ts';
import { boundNumber } from './numbers.ts';
import { suggestedDecisions } from './suggested-decisions.ts';
import { suggestedGoals, underGoals } from './suggested-goals.ts';

const nobody = { first: null, current: null };

/**
 * A plan to begin with, for this groep on this leerroute: the numbers of the law, the talks and partners of the gemeente,
 * goals, and the sentences that need no fact the portal does not have. What has to be decided stays open, so that it
 * is found.
 */
export function suggestion(
	person: Person,
	leerroute: Leerroute,
	tenant: Tenant,
	today: Day,
): PipContent {
	const policy = policyFor(tenant, person.gemeentecode);
	const goals = suggestedGoals(leerroute);
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
		decided: suggestedDecisions(person, leerroute, tenant, today),
		goals,
	};
	return { ...content, agreements: suggested(person, content, today) };
}

/** The sentences that fit and of which every fact is known, each under its goal; none that the plan has already. */
export function suggested(person: Person, content: PipContent, today: Day): readonly Agreement[] {
	const facts = factsOf(person, nobody);
	const has = new Set(
		content.agreements.map((each) => ('sentence' in each ? each.sentence : undefined)),
	);
	const fitting = OFFERED.filter((id) => {
		const said = sentence(id);
		return (
			said !== null &&
			!has.has(id) &&
			said.groepen.includes(facts.groep) &&
			said.leerroutes.includes(content.leerroute) &&
			(id !== 'interpreter' || person.interpreter)
		);
	});
	const agreements = fitting.flatMap((id) => asAgreement(person, content, id, today) ?? []);
	return underGoals(agreements, goalsOf(content));
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

/** Wishes and what depends on somebody's own life are not suggested: somebody has to ask. */
const NOT_OFFERED: readonly SentenceId[] = [
	'examKnmWish',
	'examsA2Wish',
	'childcare',
	'openPost',
	'schoolTalks',
	'workHelp',
	'diplomaHelp',
];

const OFFERED = sentenceIds.filter((id) => !NOT_OFFERED.includes(id));
