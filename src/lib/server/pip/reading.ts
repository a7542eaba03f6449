import { isReviewed } from '#lib/languages/review.ts';
import { type GoalId, goalSentence, isGoalId } from '#lib/languages/sentences/goals.ts';
import { fill, isSentenceId, type SentenceId, sentence } from '#lib/languages/sentences.ts';
import type { Language } from '#lib/languages/languages.ts';
import type { Slot } from '#lib/languages/slots.ts';
import { bezwaarLastDay } from '#lib/law/bezwaar.ts';
import { type Day, day, dayBefore, isBefore } from '#lib/law/day.ts';
import type { Leerroute, Niveau } from '#lib/law/leerroute.ts';
import { inburgeringstermijn } from '#lib/law/termijn.ts';
import type { Person } from '../people/people.ts';
import type { Sending } from '../sending/sending.ts';
import {
	type Agreement,
	decidedOf,
	type Goal,
	goalsOf,
	isOwnWords,
	type Party,
	type PipContent,
	type Theme,
} from './content.ts';
import { type DecidedShown, decidedShown } from './decided-shown.ts';
import { factsOf } from './facts.ts';
import { type NormShown, normsShown } from './norms-shown.ts';
import { bekendmakingOn, type Pip, type Pips } from './versions.ts';

/** A plan as somebody reads it. Days are the last ones that count, as people say them. */
export interface PlanShown {
	readonly version: number;
	readonly dagtekeningOn: Day;
	readonly leerroute: Leerroute;
	readonly niveau: Niveau | null;
	readonly termijn: { readonly from: Day; readonly lastOn: Day; readonly isExtended: boolean };
	/** The time for bezwaar has not begun as long as the letter has not gone out (Awb 6:8(1)). */
	readonly bezwaar: { readonly lastOn: Day; readonly isOpen: boolean; readonly begins: boolean };
	/** How it went out; null for a plan that has not, or of which that was not kept. */
	readonly sending: Sending | null;
	readonly norms: readonly NormShown[];
	/** The formal part besides route, numbers and days. */
	readonly decided: readonly DecidedShown[];
	/** The ontwikkelplan: what somebody wants to reach, each goal with its actions. */
	readonly goals: readonly GoalShown[];
	/** The agreements that belong to no goal; all of them in a plan without goals. */
	readonly parties: readonly {
		readonly party: Party;
		readonly agreements: readonly AgreementShown[];
	}[];
}

/** A goal with what is agreed to reach it, first what one does oneself. */
export interface GoalShown {
	readonly id: string;
	readonly theme: Theme;
	readonly words: GoalWords;
	readonly lastOn: Day | null;
	readonly actions: readonly { readonly party: Party; readonly agreement: AgreementShown }[];
}

/** A sentence of the catalogue, or the klantmanager's own words in Dutch. */
export type GoalWords =
	{ readonly goal: GoalId; readonly isReviewed: boolean } | { readonly dutch: string };

/** A sentence of the catalogue with its facts, or the klantmanager's own words in Dutch. */
export type AgreementShown =
	| {
			readonly id: string;
			readonly sentence: SentenceId;
			readonly slots: Readonly<Record<string, Slot>>;
			/** Whether a native speaker approved the sentence in the language it is read in. */
			readonly isReviewed: boolean;
	  }
	| { readonly id: string; readonly dutch: string };

/** A published version, as it reads in this language today. */
export function shown(
	person: Person,
	pips: Pips,
	pip: Pick<Pip, 'version' | 'dagtekeningOn' | 'content' | 'sending'>,
	language: Language,
	today: Day,
): PlanShown {
	const { content, version } = pip;
	const dagtekeningOn = day(pip.dagtekeningOn);
	const facts = factsOf(person, pips);
	const termijn = inburgeringstermijn({
		firstDagtekening: facts.firstDagtekeningOn ?? dagtekeningOn,
		extendedUntil: facts.extendedUntil,
	});
	const sending = pip.sending ?? null;
	const sentOn = bekendmakingOn(pip);
	const lastOn = bezwaarLastDay(sentOn ?? dagtekeningOn);
	const begins = sentOn !== null;
	return {
		version,
		dagtekeningOn,
		leerroute: content.leerroute,
		niveau: content.niveau ?? (content.leerroute === 'Z' ? null : 'B1'),
		termijn: {
			from: termijn.from,
			lastOn: dayBefore(termijn.until),
			isExtended: termijn.isExtended,
		},
		bezwaar: { lastOn, isOpen: !begins || !isBefore(lastOn, today), begins },
		sending,
		norms: normsShown(facts, content, dagtekeningOn),
		decided: decidedShown(decidedOf(content), content.leerroute),
		goals: goalsOf(content).map((goal) => goalShown(goal, content.agreements, language)),
		parties: byParty(withoutGoal(content), language),
	};
}

/** An agreement of a goal that was taken out of the plan stays an agreement. */
function withoutGoal(content: PipContent): readonly Agreement[] {
	const ids = new Set(goalsOf(content).map(({ id }) => id));
	return content.agreements.filter(({ goal }) => goal === undefined || !ids.has(goal));
}

function byParty(agreements: readonly Agreement[], language: Language): PlanShown['parties'] {
	return PARTIES.map((party) => ({
		party,
		agreements: agreements
			.filter((agreement) => partyOf(agreement) === party)
			.map((agreement) => agreementShown(agreement, language)),
	})).filter((each) => each.agreements.length > 0);
}

function goalShown(goal: Goal, agreements: readonly Agreement[], language: Language): GoalShown {
	const { id, lastOn } = goal;
	const its = agreements.filter((agreement) => agreement.goal === id);
	return {
		id,
		...goalWords(goal, language),
		lastOn: lastOn === null ? null : day(lastOn),
		actions: byParty(its, language).flatMap(({ party, agreements: same }) =>
			same.map((agreement) => ({ party, agreement })),
		),
	};
}

/** What a goal says and is about. Throws `RangeError` for a stored one that is no sentence. */
export function goalWords(goal: Goal, language: Language): Pick<GoalShown, 'theme' | 'words'> {
	if ('dutch' in goal) return { theme: goal.theme, words: { dutch: goal.dutch } };
	const said = goalSentence(goal.sentence);
	if (!said || !isGoalId(goal.sentence)) throw new RangeError(`Not a goal: ${goal.sentence}`);
	const isSure = isReviewed(said.key, language);
	return { theme: said.theme, words: { goal: goal.sentence, isReviewed: isSure } };
}

/** A draft as the person would read it if it were published today. */
export function preview(
	person: Person,
	pips: Pips,
	content: PipContent,
	language: Language,
	today: Day,
): PlanShown {
	const version = (pips.current?.version ?? 0) + 1;
	return shown(person, pips, { version, dagtekeningOn: today, content }, language, today);
}

/** One agreement, typed and ready to be said. Throws `RangeError` for a stored one that is no sentence. */
export function agreementShown(agreement: Agreement, language: Language): AgreementShown {
	const { id } = agreement;
	if (isOwnWords(agreement)) return { id, dutch: agreement.dutch };
	const said = sentence(agreement.sentence);
	const filled = fill(agreement.sentence, agreement.slots);
	if (!said || !filled?.ok || !isSentenceId(agreement.sentence)) {
		throw new RangeError(`Not an agreement: ${agreement.sentence}`);
	}
	return {
		id,
		sentence: agreement.sentence,
		slots: filled.slots,
		isReviewed: isReviewed(said.key, language),
	};
}

/** Who carries it out; undefined for a stored sentence that is none. */
export function partyOf(agreement: Agreement): Party | undefined {
	return isOwnWords(agreement) ? agreement.party : sentence(agreement.sentence)?.party;
}

const PARTIES = ['you', 'gemeente', 'school', 'partner'] as const satisfies readonly Party[];
