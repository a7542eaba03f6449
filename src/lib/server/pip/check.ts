import { sentence } from '#lib/languages/sentences.ts';
import { contradictions } from '#lib/law/contradiction.ts';
import { type Day, day, isBefore } from '#lib/law/day.ts';
import { STELSEL_ARTICLE } from '#lib/law/groep.ts';
import { normOn } from '#lib/law/norm.ts';
import { courseNormMinutes } from '#lib/law/participation-norm.ts';
import { pipDue } from '#lib/law/termijn.ts';
import type { Person } from '../people/people.ts';
import { changes } from './change.ts';
import { contradictingHelp, missingDecisions, refusedDecisions } from './check-decided.ts';
import { isOwnWords, type PipContent } from './content.ts';
import { factsOf } from './facts.ts';
import {
	type Candidate,
	type Finding,
	refusal,
	type Refusal,
	warning,
	type Warning,
} from './finding.ts';
import { contradictingNumbers } from './numbers.ts';
import { hardOwnWords } from './own-words-level.ts';
import type { Pips } from './versions.ts';

/**
 * Everything that is to be said of a plan before it is published with this dagtekening, refusals first. DUO's rules
 * (PIP API 1.2.0) count as refusals too, since it would not take the plan.
 */
export function check(
	person: Person,
	content: PipContent,
	pips: Pips,
	dagtekeningOn: Day,
): readonly Finding[] {
	const facts = factsOf(person, pips);
	if (facts.stelsel === 'wi2013') return [refusal('wi2013', 'leerroute', STELSEL_ARTICLE)];
	const candidate = { person, facts, content, pips, dagtekeningOn };
	return [
		...dagtekening(candidate),
		...changes(candidate),
		...courseHours(candidate),
		...requiredNumbers(candidate),
		...contradictingNumbers(candidate),
		...contradictingHelp(candidate),
		...refusedDecisions(candidate),
		...changeReason(candidate),
		...warnings(candidate),
		...missingDecisions(candidate),
		...hardOwnWords(content),
	];
}

function* dagtekening(candidate: Candidate): Iterable<Refusal> {
	const { person, facts, pips, dagtekeningOn } = candidate;
	if (facts.plichtSince !== undefined && isBefore(dagtekeningOn, facts.plichtSince)) {
		yield refusal('dagtekeningBeforeDuty', 'dagtekeningOn', 'DUO PIP');
	}
	if (person.movedInOn !== null && isBefore(dagtekeningOn, day(person.movedInOn))) {
		yield refusal('dagtekeningBeforeMove', 'dagtekeningOn', 'DUO PIP');
	}
	const { firstDagtekeningOn: first } = facts;
	const isBeforeFirst = first !== undefined && isBefore(dagtekeningOn, first);
	const isBeforeCurrent =
		pips.current !== null && isBefore(dagtekeningOn, day(pips.current.dagtekeningOn));
	if (isBeforeFirst || isBeforeCurrent) {
		yield refusal('dagtekeningBeforePrevious', 'dagtekeningOn', 'DUO PIP');
	}
	if (shortensTerm(candidate)) {
		yield refusal('extensionShortensTerm', 'dagtekeningOn', 'W 12(1)');
	}
}

/** Whether DUO's end of the term lies before the three years that this plan would begin. */
function shortensTerm({ person, facts, dagtekeningOn }: Candidate): boolean {
	if (person.extendedUntil === null) return false;
	const { firstDagtekeningOn = dagtekeningOn } = facts;
	const begun = { ...facts, firstDagtekeningOn, extendedUntil: day(person.extendedUntil) };
	return contradictions(begun).some(({ problem }) => problem === 'extensionShortensTerm');
}

/** The largest `geschatteIntensiteitB1Route` that DUO takes. */
const DUO_HOURS_MAX = 9999;

/** The intensity stands in the plan of an asielstatushouder and of nobody else (W 15(2)). */
function* courseHours({ facts, content, dagtekeningOn }: Candidate): Iterable<Refusal> {
	const { courseHours: hours, leerroute } = content;
	if (facts.groep === 'gezinsmigrant') {
		if (hours !== null) yield refusal('courseHoursOnlyAsiel', 'courseHours', 'W 15(2)');
		return;
	}
	if (hours === null || hours < 1) {
		yield refusal('courseHoursMissing', 'courseHours', 'W 15(2)');
		return;
	}
	if (hours > DUO_HOURS_MAX) yield refusal('courseHoursTooMany', 'courseHours', 'DUO PIP');
	const norm = courseNormMinutes({ ...facts, leerroute }, dagtekeningOn);
	if (norm.applies && hours * 60 < norm.minutes) {
		yield refusal('courseHoursTooFew', 'courseHours', norm.article);
	}
}

function* requiredNumbers({ content, dagtekeningOn }: Candidate): Iterable<Refusal> {
	const { agreements, leerroute, moduleMapHours, pvtHours, voortgangsgesprekken } = content;
	if (voortgangsgesprekken < 1) {
		yield refusal('talksMissing', 'voortgangsgesprekken', 'B 5.3(4)');
	}
	const pvt = normOn('pvtHours', dagtekeningOn);
	if (pvtHours < pvt.value) yield refusal('pvtTooFew', 'pvtHours', pvt.article);
	const map = normOn('moduleMapPracticalHours', dagtekeningOn);
	if (leerroute === 'O' && moduleMapHours !== null) {
		yield refusal('mapNotOnO', 'moduleMapHours', 'W 8(3)');
	}
	if (leerroute !== 'O' && (moduleMapHours ?? 0) < map.value) {
		yield refusal('mapTooFew', 'moduleMapHours', map.article);
	}
	if (agreements.length === 0) yield refusal('noAgreements', 'agreements', 'W 15(1)b');
}

/** Somebody who gets another plan is told why (Awb 3:47(1)). */
function* changeReason({ content, pips }: Candidate): Iterable<Refusal> {
	if (pips.current !== null && !content.changeReason?.trim()) {
		yield refusal('changeReasonMissing', 'changeReason', 'Awb 3:47(1)');
	}
}

function* warnings({ person, facts, content, pips, dagtekeningOn }: Candidate): Iterable<Warning> {
	const due = pipDue(facts);
	if (pips.first === null && due.state === 'running' && isBefore(due.latestOn, dagtekeningOn)) {
		yield warning('pipLate', due.article);
	}
	if (facts.firstDagtekeningOn === undefined && person.movedInOn !== null) {
		yield warning('planOfFormerGemeente', 'W 11(3)');
	}
	let ofGemeente = 0;
	for (const agreement of content.agreements) {
		if (isOwnWords(agreement)) {
			if (agreement.party === 'gemeente') ofGemeente += 1;
			continue;
		}
		const said = sentence(agreement.sentence);
		if (said === null) continue;
		if (said.party === 'gemeente') ofGemeente += 1;
		if (!said.groepen.includes(facts.groep)) {
			yield warning('agreementNotForGroep', null, agreement.id);
		}
		if (!said.leerroutes.includes(content.leerroute)) {
			yield warning('agreementNotForLeerroute', null, agreement.id);
		}
		if (said.onlyWithBenefit && facts.hasParticipatiewetBenefit !== true) {
			yield warning('agreementNeedsBenefit', 'Pw 56a', agreement.id);
		}
	}
	if (ofGemeente === 0) yield warning('noGemeenteAgreement', 'W 15(1)b');
}
