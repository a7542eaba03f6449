import { addMonths, isBefore } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { joinedAsylumHolder } from '#lib/law/groep.ts';
import { findNorm } from '#lib/law/norm.ts';
import type { Policy } from '#lib/law/policy.ts';
import { type DatedStep, legal, local } from '#lib/law/step.ts';

/** The steps that count from notification, registration or the first benefit. */
export function* arrivalSteps(facts: Facts, policy: Policy): Iterable<DatedStep> {
	const { notifiedOn: on } = facts;
	if (on !== undefined) {
		yield { key: 'plicht', shape: 'moment', on, source: 'notifiedOn', ...legal('W 3(1)') };
	}
	yield* inTheAzc(facts);
	yield* registration(facts, policy);
	yield* ontzorgen(facts, policy);
}

/** Between the link by COA and a home in the gemeente one may begin already; it is voluntary (B 3.17). */
function* inTheAzc(facts: Facts): Iterable<DatedStep> {
	const { brpRegisteredOn: until, groep, inAzc, linkedOn: from } = facts;
	if (from === undefined || groep !== 'asielstatushouder') return;
	if (until === undefined ? inAzc !== true : !isBefore(from, until)) return;
	const window = { shape: 'window', from, until, source: 'linkedOn' } as const;
	yield { key: 'voorinburgering', ...window, ...legal('B 3.17') };
}

function* registration(facts: Facts, policy: Policy): Iterable<DatedStep> {
	const { brpRegisteredOn: from, groep } = facts;
	if (from === undefined) return;
	const source = 'brpRegisteredOn';
	yield { key: 'registration', shape: 'moment', on: from, source, ...legal('B 5.3(1)') };
	if (policy.bothLanguagesMonths !== undefined) {
		const until = addMonths(from, policy.bothLanguagesMonths);
		const basis = local('bothLanguagesMonths');
		yield { key: 'bothLanguages', shape: 'window', from, until, source, ...basis };
	}
	if (groep !== 'asielstatushouder') return;
	const begin = { shape: 'moment', on: from, source } as const;
	yield { key: 'maatschappelijkeBegeleiding', ...begin, ...legal('W 13(3)') };
	if (policy.maatschappelijkeBegeleidingMonths !== undefined) {
		const until = addMonths(from, policy.maatschappelijkeBegeleidingMonths);
		const period = { shape: 'window', from, until, source } as const;
		const basis = local('maatschappelijkeBegeleidingMonths');
		yield { key: 'maatschappelijkeBegeleidingTarget', ...period, ...basis };
	}
}

/** Six months by law, for who holds an asylum permit; local policy can add to them (Pw 57), never take away. */
function* ontzorgen(facts: Facts, policy: Policy): Iterable<DatedStep> {
	const { benefitSince: from, detail, groep } = facts;
	if (from === undefined || groep !== 'asielstatushouder') return;
	if (detail !== undefined && joinedAsylumHolder(detail)) return;
	const norm = findNorm('ontzorgenMonths', from);
	if (norm === undefined) return;
	const until = addMonths(from, norm.value);
	const source = 'benefitSince';
	yield { key: 'ontzorgen', shape: 'window', from, until, source, ...legal(norm.article) };
	if (policy.ontzorgenMonths === undefined || policy.ontzorgenMonths <= norm.value) return;
	const longer = { from: until, until: addMonths(from, policy.ontzorgenMonths) };
	const basis = local('ontzorgenMonths');
	yield { key: 'ontzorgenTarget', shape: 'window', ...longer, source, ...basis };
}
