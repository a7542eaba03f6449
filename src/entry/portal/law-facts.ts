import * as v from 'valibot';
import { type Contradiction, contradictions } from '#lib/law/contradiction.ts';
import { type Day, isDay } from '#lib/law/day.ts';
import type { FactKey, Facts } from '#lib/law/facts.ts';
import { GROEP_DETAILS, GROEPEN, groepOf, STELSELS, stelselOf } from '#lib/law/groep.ts';
import { LEERROUTES, NIVEAUS } from '#lib/law/leerroute.ts';
import type { Policy, PolicyKey } from '#lib/law/policy.ts';

/** The facts and the local policy, or one sentence per field that is wrong. */
export type FactsRead =
	| { readonly ok: true; readonly facts: Facts; readonly policy: Policy }
	| { readonly ok: false; readonly problems: readonly string[] };

/** Reads facts from JSON. `groep` may be left out beside `detail`, and `stelsel` beside `plichtSince`. */
export function readFacts(json: string): FactsRead {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return { ok: false, problems: [`The facts are not JSON: ${why}`] };
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		return { ok: false, problems: ['The facts must be one JSON object.'] };
	}
	const parsed = v.safeParse(schema, value);
	if (!parsed.success) return { ok: false, problems: parsed.issues.map(sentence) };
	const { detail, plichtSince, policy = {}, ...rest } = parsed.output;
	const groep = rest.groep ?? (detail === undefined ? undefined : groepOf(detail));
	const stelsel = rest.stelsel ?? (plichtSince === undefined ? undefined : stelselOf(plichtSince));
	const missing = [
		...(groep === undefined ? ['groep: missing; give groep or detail.'] : []),
		...(stelsel === undefined ? ['stelsel: missing; give stelsel or plichtSince.'] : []),
	];
	if (groep === undefined || stelsel === undefined) return { ok: false, problems: missing };
	const dagtekeningOn = rest.dagtekeningOn ?? rest.firstDagtekeningOn;
	const facts: Facts = { ...rest, dagtekeningOn, detail, plichtSince, groep, stelsel };
	const problems = contradictions(facts).map(
		({ article, field, problem }) => `${field}: ${CONTRADICTION[problem]} (${article}).`,
	);
	return problems.length > 0 ? { ok: false, problems } : { ok: true, facts, policy };
}

const calendarDay = v.custom<Day>(isDay, 'is not a calendar day (YYYY-MM-DD)');
const yesOrNo = v.boolean('is not true or false');

const facts = {
	stelsel: v.optional(oneOf(STELSELS)),
	groep: v.optional(oneOf(GROEPEN)),
	detail: v.optional(oneOf(GROEP_DETAILS)),
	plichtSince: v.optional(calendarDay),
	notifiedOn: v.optional(calendarDay),
	brpRegisteredOn: v.optional(calendarDay),
	inAzc: v.optional(yesOrNo),
	movedInOn: v.optional(calendarDay),
	waitingForThirdParty: v.optional(yesOrNo),
	thirdPartyInformationOn: v.optional(calendarDay),
	firstDagtekeningOn: v.optional(calendarDay),
	dagtekeningOn: v.optional(calendarDay),
	bekendmakingOn: v.optional(calendarDay),
	waitingForLetter: v.optional(yesOrNo),
	leerroute: v.optional(oneOf(LEERROUTES)),
	niveau: v.optional(oneOf(NIVEAUS)),
	extendedUntil: v.optional(calendarDay),
	interruptionDays: v.optional(wholeNumber(0, 9999)),
	ontheffingHours: v.optional(wholeNumber(0, 9999)),
	loweredHours: v.optional(wholeNumber(0, 9999)),
	hasParticipatiewetBenefit: v.optional(yesOrNo),
	benefitSince: v.optional(calendarDay),
	linkedOn: v.optional(calendarDay),
	oproepenOn: v.optional(v.array(calendarDay, 'is not a list of days')),
	leerbaarheidstoetsOn: v.optional(calendarDay),
	intakeTalksOn: v.optional(v.array(calendarDay, 'is not a list of days')),
	bredeIntakeCompletedOn: v.optional(calendarDay),
	offeredOn: v.optional(calendarDay),
	taalschakeltrajectStartedOn: v.optional(calendarDay),
	pvtSignedOn: v.optional(calendarDay),
	moduleMapEindgesprekOn: v.optional(calendarDay),
	voortgangsgesprekkenHeldOn: v.optional(v.array(calendarDay, 'is not a list of days')),
	leerrouteCompletedOn: v.optional(calendarDay),
	certificateOn: v.optional(calendarDay),
} satisfies Record<FactKey, v.GenericSchema>;

const policy = {
	voortgangsgesprekkenPerYear: v.optional(wholeNumber(1, 12)),
	bredeIntakeTalks: v.optional(wholeNumber(1, 12)),
	pvtBeforeMap: v.optional(yesOrNo),
	pvtTargetMonths: v.optional(wholeNumber(1, 120)),
	mapTargetMonths: v.optional(wholeNumber(1, 120)),
	maatschappelijkeBegeleidingMonths: v.optional(wholeNumber(1, 120)),
	bothLanguagesMonths: v.optional(wholeNumber(1, 120)),
	ontzorgenMonths: v.optional(wholeNumber(1, 120)),
} satisfies Record<PolicyKey, v.GenericSchema>;

const schema = v.strictObject({
	...facts,
	policy: v.optional(v.strictObject(policy, 'is not an object with local policy')),
});

function oneOf<const Choices extends readonly string[]>(choices: Choices) {
	return v.picklist(choices, `is not one of ${choices.join(', ')}`);
}

function wholeNumber(least: number, most: number) {
	const message = `is not a whole number from ${least} to ${most}`;
	return v.pipe(
		v.number(message),
		v.integer(message),
		v.minValue(least, message),
		v.maxValue(most, message),
	);
}

function sentence(issue: v.BaseIssue<unknown>): string {
	const field = v.getDotPath(issue) ?? 'facts';
	const isUnknownField = issue.type === 'strict_object' && issue.expected === 'never';
	if (isUnknownField) return `${field}: the law asks for no such fact.`;
	return `${field}: ${JSON.stringify(issue.input)} ${issue.message}.`;
}

const CONTRADICTION = {
	stelselDoesNotFitPlicht: 'the duty began under the other law; compare plichtSince',
	firstDagtekeningMissing: 'there is a PIP, so the dagtekening of the first PIP is needed',
	dagtekeningBeforeFirst: 'the PIP of now cannot be older than the first PIP',
	dagtekeningBeforeTheLaw: 'there were no PIPs before 2022',
	dagtekeningBeforePlicht: 'a PIP cannot be older than the duty; compare plichtSince',
	stillWaitingThoughInformed: 'the information has come in, so there is nothing to wait for',
	extensionShortensTerm: 'an extension cannot end before the three years do',
	interruptionTooLong: 'an interruption of more than a year ends the duty',
	a2WithO: 'level A2 does not go with the onderwijsroute',
	b1WithZ: 'level B1 does not go with the Z-route',
	a2InFirstPip: 'the first PIP of the B1-route is never at level A2',
} as const satisfies Record<Contradiction['problem'], string>;
