import { sentence } from '#lib/languages/sentences.ts';
import { joinedAsylumHolder } from '#lib/law/groep.ts';
import { type Day, day, isBefore } from '#lib/law/day.ts';
import { inburgeringstermijn } from '#lib/law/termijn.ts';
import { decidedOf, goalsOf } from './content.ts';
import { LASTEN } from './decided.ts';
import { type Candidate, refusal, type Refusal, warning, type Warning } from './finding.ts';

/** What of the formal part cannot be decided for this person on this leerroute. */
export function* refusedDecisions(candidate: Candidate): Iterable<Refusal> {
	yield* examens(candidate);
	yield* costs(candidate);
	yield* planning(candidate);
	yield* halves(candidate);
}

/** Who helps and until when are decided together (W 15(1)b), as are the school of a child and its first day (W 15(1)d). */
function* halves({ content }: Candidate): Iterable<Refusal> {
	const { financieleZelfredzaamheid, kindVve, maatschappelijkeBegeleiding } = decidedOf(content);
	const parts = [
		['maatschappelijkeBegeleiding', maatschappelijkeBegeleiding, 'W 15(1)b'],
		['financieleZelfredzaamheid', financieleZelfredzaamheid, 'W 15(1)b'],
		['kindVve', kindVve && { partner: kindVve.school, lastOn: kindVve.firstOn }, 'W 15(1)d'],
	] as const;
	for (const [field, part, article] of parts) {
		if (part === null) continue;
		if (part.partner === null) yield refusal('dayWithoutPartner', field, article);
		if (part.lastOn === null) yield refusal('partnerWithoutDay', field, article);
	}
}

/** A wish of exams belongs to the Z-route; a skill at A2 to a B1-route that was lowered to A2. */
function* examens({ content }: Candidate): Iterable<Refusal> {
	const { examenwens, toestemmingA2 } = decidedOf(content);
	if (examenwens.length > 0 && content.leerroute !== 'Z') {
		yield refusal('examenwensOnlyZ', 'examenwens', 'B 3.14(7)');
	}
	if (toestemmingA2.length > 0 && (content.leerroute !== 'B' || content.niveau !== 'A2')) {
		yield refusal('toestemmingA2OnlyA2', 'toestemmingA2', 'B 5.5(1)');
	}
}

/** Costs are paid out of a benefit, for an asielstatushouder (Pw 56a); its decisions need a benefit too (W 15(3)). */
function* costs({ content, facts }: Candidate): Iterable<Refusal> {
	const { ontzorgen, pwBijlagen } = decidedOf(content);
	const hasBenefit = facts.hasParticipatiewetBenefit === true;
	if (ontzorgen.length > 0) {
		if (facts.groep === 'gezinsmigrant') {
			yield refusal('ontzorgenOnlyAsiel', 'ontzorgen', 'Pw 56a');
		} else if (!hasBenefit) {
			yield refusal('ontzorgenNeedsBenefit', 'ontzorgen', 'Pw 56a');
		}
	}
	if (pwBijlagen.length > 0 && !hasBenefit) {
		yield refusal('pwBijlagenNeedBenefit', 'pwBijlagen', 'W 15(3)');
	}
}

/** PVT and MAP are to be done within the term (W 11(1)); the MAP is no part of the onderwijsroute (W 8(3)). */
function* planning({ content, facts, dagtekeningOn }: Candidate): Iterable<Refusal> {
	const { moduleMap, pvt } = decidedOf(content);
	const { until } = inburgeringstermijn({
		firstDagtekening: facts.firstDagtekeningOn ?? dagtekeningOn,
		extendedUntil: facts.extendedUntil,
	});
	const isLate = (lastOn: string | null) => lastOn !== null && !isBefore(day(lastOn), until);
	if (isLate(pvt.lastOn)) yield refusal('planningAfterTerm', 'pvt', 'W 11(1)');
	if (isLate(moduleMap.lastOn)) yield refusal('planningAfterTerm', 'moduleMap', 'W 11(1)');
	const isEmpty =
		moduleMap.partner === null && moduleMap.lastOn === null && moduleMap.praktijk.length === 0;
	if (content.leerroute === 'O' && !isEmpty) yield refusal('mapNotOnO', 'moduleMap', 'W 8(3)');
}

/** What the formal part and the ontwikkelplan still miss, or say though it is not usual for this person. */
export function* missingDecisions(candidate: Candidate): Iterable<Warning> {
	yield* missingContent(candidate);
	yield* missingHelp(candidate);
	yield* helpForOthers(candidate);
	yield* past(candidate);
	yield* goals(candidate);
}

function* missingContent({ content, facts }: Candidate): Iterable<Warning> {
	const { mandaat, moduleMap, pvt, pwBijlagen } = decidedOf(content);
	if (pvt.kernwaarden.length === 0) yield warning('pvtWithoutKernwaarde', 'B 3.1');
	if (content.leerroute !== 'O' && moduleMap.praktijk.length === 0) {
		yield warning('moduleMapWithoutPraktijk', 'W 15(1)c');
	}
	if (facts.hasParticipatiewetBenefit === true && pwBijlagen.length === 0) {
		yield warning('pwBijlagenMissing', 'W 15(3)');
	}
	if (mandaat === null) yield warning('mandaatMissing', 'Awb 10:10');
}

/** Help of the first time: in a later plan it may be over. */
function* missingHelp({ content, facts, pips }: Candidate): Iterable<Warning> {
	const { financieleZelfredzaamheid, maatschappelijkeBegeleiding, ontzorgen } = decidedOf(content);
	const hasBenefit = facts.hasParticipatiewetBenefit === true;
	if (ontzorgen.length > 0 && ontzorgen.length < LASTEN.length) {
		yield warning('ontzorgenIncomplete', 'Pw 56a');
	}
	const isFirst = pips.first === null && facts.firstDagtekeningOn === undefined;
	if (!isFirst || facts.groep !== 'asielstatushouder') return;
	if (maatschappelijkeBegeleiding === null) yield warning('begeleidingMissing', 'W 13(1)');
	if (!hasBenefit) return;
	const isUnder56a = facts.detail === undefined || !joinedAsylumHolder(facts.detail);
	if (isUnder56a && ontzorgen.length === 0) yield warning('ontzorgenMissing', 'Pw 56a');
	if (financieleZelfredzaamheid === null) yield warning('zelfredzaamheidMissing', 'Pw 56a');
}

function* helpForOthers({ content, facts }: Candidate): Iterable<Warning> {
	const decided = decidedOf(content);
	const { financieleZelfredzaamheid, maatschappelijkeBegeleiding, ontzorgen } = decided;
	if (facts.groep === 'gezinsmigrant') {
		if (maatschappelijkeBegeleiding || financieleZelfredzaamheid) {
			yield warning('begeleidingNotForGroep', 'W 13(1)');
		}
		if (decided.alfabetisering !== 'NVT') yield warning('alfabetiseringNotOffered', 'W 16');
	} else if (facts.detail && joinedAsylumHolder(facts.detail) && ontzorgen.length > 0) {
		yield warning('ontzorgenNareiziger', 'Pw 56a');
	}
}

/** Nothing is decided that is over on the day of the decision. */
function* past({ content, dagtekeningOn }: Candidate): Iterable<Warning> {
	const decided = decidedOf(content);
	const { financieleZelfredzaamheid, maatschappelijkeBegeleiding, moduleMap, pvt } = decided;
	const days: readonly (string | null | undefined)[] = [
		pvt.lastOn,
		moduleMap.lastOn,
		maatschappelijkeBegeleiding?.lastOn,
		financieleZelfredzaamheid?.lastOn,
		...decided.ontzorgen.map(({ lastOn }) => lastOn),
		...goalsOf(content).map(({ lastOn }) => lastOn),
	];
	if (days.some((on) => on != null && isOver(on, dagtekeningOn))) {
		yield warning('endsBeforePlan', null);
	}
}

function isOver(lastOn: string, dagtekeningOn: Day): boolean {
	return isBefore(day(lastOn), dagtekeningOn);
}

function* goals({ content }: Candidate): Iterable<Warning> {
	const all = goalsOf(content);
	if (all.length === 0) yield warning('noGoals', null);
	const served = new Set(content.agreements.map(({ goal }) => goal));
	if (all.some(({ id }) => !served.has(id))) yield warning('goalWithoutAction', null);
}

/** An agreement about help must say what the formal part decides about it: a decision cannot say two things. */
export function* contradictingHelp({ content }: Candidate): Iterable<Refusal> {
	const { maatschappelijkeBegeleiding: help, ontzorgen } = decidedOf(content);
	for (const agreement of content.agreements) {
		if (!('sentence' in agreement)) continue;
		const { partner, lastOn } = agreement.slots;
		const topic = sentence(agreement.sentence)?.topic;
		if (agreement.sentence === 'begeleiding' && help) {
			if (partner !== help.partner || lastOn !== help.lastOn) {
				yield refusal('agreementDiffers', 'agreements', 'W 13(1)', agreement.id);
			}
		}
		if (topic === 'ontzorgen' && ontzorgen.length > 0) {
			if (!ontzorgen.some((each) => each.lastOn === lastOn)) {
				yield refusal('agreementDiffers', 'agreements', 'Pw 56a', agreement.id);
			}
		}
	}
}
