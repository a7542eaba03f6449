import { addMonths, type Day, day, dayBefore, isBefore } from '#lib/law/day.ts';
import { joinedAsylumHolder } from '#lib/law/groep.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import { normOn } from '#lib/law/norm.ts';
import type { Person } from '../people/people.ts';
import type { Component } from '../tenants/components.ts';
import { gemeente, helpIn, type Policy, policyFor, type Tenant } from '../tenants/tenants.ts';
import {
	type Decided,
	type Hulp,
	LASTEN,
	type Mandaat,
	nothingDecided,
	type Ontzorgd,
} from './decided.ts';
import { factsOf } from './facts.ts';

/**
 * The formal part to begin with: who gives what in this gemeente, and until when by its policy. What the gemeente has
 * not published stays open, so that somebody decides it.
 */
export function suggestedDecisions(
	person: Person,
	leerroute: Leerroute,
	tenant: Tenant,
	today: Day,
): Decided {
	const policy = policyFor(tenant, person.gemeentecode);
	const facts = factsOf(person, { first: null, current: null });
	const by = (component: Component) => partnerOf(tenant, person.gemeentecode, component);
	const begun = person.brpRegisteredOn === null ? today : day(person.brpRegisteredOn);
	const helpedUntil = lastDay(begun, policy.maatschappelijkeBegeleidingMonths, today);
	const help = (component: Component): Hulp | null => {
		const partner = by(component);
		if (facts.groep !== 'asielstatushouder' || partner === null) return null;
		return { partner, lastOn: helpedUntil };
	};
	const mapLastOn = lastDay(today, policy.mapTargetMonths, today);
	return {
		...nothingDecided,
		pvt: {
			partner: by('pvt'),
			meetings: policy.pvtMeetings ?? null,
			kernwaarden: [],
			lastOn: policy.pvtBeforeMap ? mapLastOn : null,
		},
		moduleMap:
			leerroute === 'O'
				? nothingDecided.moduleMap
				: { partner: by('moduleMap'), praktijk: [], lastOn: mapLastOn },
		maatschappelijkeBegeleiding: help('maatschappelijkeBegeleiding'),
		financieleZelfredzaamheid: help('financialSelfReliance'),
		ontzorgen: ontzorgen(facts, policy, begun, today),
		mandaat: mandaatOf(tenant, person.gemeentecode),
	};
}

/** Who decides about plans in a gemeente, and on whose behalf (Awb 10:10); null for a gemeente of no tenant. */
export function mandaatOf(tenant: Tenant, gemeentecode: string): Mandaat | null {
	const here = gemeente(tenant, gemeentecode);
	if (here === null) return null;
	const { first = null } =
		helpIn(tenant, gemeentecode).find(({ component }) => component === 'pip') ?? {};
	const isOwn = first === null || first.name === `Gemeente ${here.name}`;
	return { gemeente: here.name, organisation: isOwn ? null : first.name };
}

function partnerOf(tenant: Tenant, gemeentecode: string, component: Component): string | null {
	const row = helpIn(tenant, gemeentecode).find((each) => each.component === component);
	return row?.first?.name ?? null;
}

/**
 * All fixed costs for the six months of the law or what the gemeente adds to them, for who holds an asylum permit and
 * has a benefit (Pw 56a). They count from the right to benefit, which the portal does not know: the day of
 * registration stands in for it, and somebody has to look.
 */
function ontzorgen(facts: Facts, policy: Policy, begun: Day, today: Day): readonly Ontzorgd[] {
	const { detail, groep, hasParticipatiewetBenefit } = facts;
	if (groep !== 'asielstatushouder' || hasParticipatiewetBenefit !== true) return [];
	if (detail !== undefined && joinedAsylumHolder(detail)) return [];
	const least = normOn('ontzorgenMonths', today).value;
	const lastOn = lastDay(begun, Math.max(least, policy.ontzorgenMonths ?? 0), today);
	return lastOn === null ? [] : LASTEN.map((last) => ({ last, lastOn }));
}

/** The last day of so many months, or null where that is not known or over. */
function lastDay(begun: Day, months: number | undefined, today: Day): Day | null {
	if (months === undefined) return null;
	const lastOn = dayBefore(addMonths(begun, months));
	return isBefore(lastOn, today) ? null : lastOn;
}
