import type { Article } from '#lib/law/article.ts';
import { type Day, isBefore } from '#lib/law/day.ts';
import { remainingMinutes } from '#lib/law/hours.ts';
import type { Ruling } from '#lib/law/leerroute.ts';
import { normOn } from '#lib/law/norm.ts';
import {
	courseNormMinutes,
	participationNormMinutes,
	type ZNormFacts,
} from '#lib/law/participation-norm.ts';

/** Whose move it is. */
export type Ball = 'person' | 'school' | 'gemeente';

/** What is known of somebody on the way to the eindgesprek; a day that is not known is null. */
export type ClosingFacts = ZNormFacts & {
	/** The lessons as schools reported them; `isReported` is false while no school said anything. */
	readonly course: { readonly minutes: number; readonly isReported: boolean };
	readonly participation: {
		readonly confirmedMinutes: number;
		readonly waitingMinutes: number;
		/** Entries in which a question waits for the person. */
		readonly questions: number;
	};
	readonly pvtSignedOn: Day | null;
	readonly moduleMapPracticeOn: Day | null;
	readonly moduleMapEindgesprekOn: Day | null;
	/** The exams that the PIP names as a wish (B 3.14(7)), and whether each was passed. */
	readonly examenwens: readonly { readonly part: string; readonly isPassed: boolean }[];
	readonly eindgesprekPlannedOn: Day | null;
	readonly eindgesprekHeldOn: Day | null;
};

/** One thing that is not in yet, why it has to be, and whose move it is. */
export type Missing = { readonly article: Article; readonly ball: Ball } & (
	| {
			readonly key: 'courseHours' | 'participationHours' | 'participationWaiting';
			readonly minutes: number;
	  }
	| { readonly key: 'moduleMapPractice'; readonly hours: number }
	| { readonly key: 'exam'; readonly part: string }
	| { readonly key: 'eindgesprekOn' | 'eindgesprekPassed'; readonly on: Day }
	| {
			readonly key:
				| 'courseStatement'
				| 'participationQuestion'
				| 'pvtSigned'
				| 'moduleMapEindgesprek'
				| 'eindgesprekLater'
				| 'eindgesprekToPlan';
	  }
);
export type MissingKey = Missing['key'];

/**
 * What is missing before the Z-route is complete (B 3.14), in the order of the law; the talk itself last. Empty on
 * another leerroute and once the talk was held and nothing is open. An exam is a wish and holds nothing up (B 3.14(7)).
 * Throws `NoNormForDay` before 2022.
 */
export function missingForEindgesprek(facts: ClosingFacts, today: Day): readonly Missing[] {
	if (facts.leerroute !== 'Z') return [];
	const needed = [
		...ofCourse(facts, today),
		...ofParticipation(facts, today),
		...ofModules(facts, today),
	];
	return [...needed, ...ofExams(facts), ...ofTalk(facts, needed.length === 0, today)];
}

/**
 * Whether a day of the PVT or the MAP can stand beside the end of the Z-route: DUO takes neither after
 * `datumAfrondingZroute`, the day on which the eindgesprek completed it.
 */
export function beforeCompletion(on: Day, completedOn: Day | null): Ruling<'afterCompletion'> {
	const article = 'DUO MAP, PVT, Z';
	const isAfter = completedOn !== null && isBefore(completedOn, on);
	return isAfter
		? { allowed: false, article, reason: 'afterCompletion' }
		: { allowed: true, article };
}

function* ofCourse(facts: ClosingFacts, today: Day): Iterable<Missing> {
	const norm = courseNormMinutes(facts, today);
	if (!norm.applies) return;
	const { article } = norm;
	const minutes = remainingMinutes(norm.minutes, facts.course.minutes);
	if (minutes === 0) return;
	if (facts.course.isReported) yield { key: 'courseHours', article, ball: 'person', minutes };
	else yield { key: 'courseStatement', article, ball: 'school' };
}

/** What waits for the college is taken to count: the person need not do it once more. */
function* ofParticipation(facts: ClosingFacts, today: Day): Iterable<Missing> {
	const norm = participationNormMinutes(facts, today);
	if (!norm.applies) return;
	const { article } = norm;
	const { confirmedMinutes, questions, waitingMinutes } = facts.participation;
	if (confirmedMinutes >= norm.minutes) return;
	const minutes = remainingMinutes(norm.minutes, confirmedMinutes + waitingMinutes);
	if (minutes > 0) yield { key: 'participationHours', article, ball: 'person', minutes };
	if (questions > 0) yield { key: 'participationQuestion', article, ball: 'person' };
	if (waitingMinutes > 0) {
		yield { key: 'participationWaiting', article, ball: 'gemeente', minutes: waitingMinutes };
	}
}

/** PVT and MAP are due on this leerroute, also with an ontheffing (B 2.7(3)c). */
function* ofModules(facts: ClosingFacts, today: Day): Iterable<Missing> {
	if (facts.pvtSignedOn === null) yield { key: 'pvtSigned', article: 'B 3.1', ball: 'gemeente' };
	if (facts.moduleMapEindgesprekOn !== null) return;
	if (facts.moduleMapPracticeOn === null) {
		const { article, value: hours } = normOn('moduleMapPracticalHours', today);
		yield { key: 'moduleMapPractice', article, ball: 'person', hours };
	}
	yield { key: 'moduleMapEindgesprek', article: 'B 3.2', ball: 'gemeente' };
}

function* ofExams({ examenwens }: ClosingFacts): Iterable<Missing> {
	for (const { isPassed, part } of examenwens) {
		if (!isPassed) yield { key: 'exam', article: 'B 3.14(7)', ball: 'person', part };
	}
}

function* ofTalk(facts: ClosingFacts, isReady: boolean, today: Day): Iterable<Missing> {
	const { eindgesprekHeldOn, eindgesprekPlannedOn: on } = facts;
	if (eindgesprekHeldOn !== null) return;
	const article = 'B 3.14';
	if (on !== null && isBefore(on, today)) {
		yield { key: 'eindgesprekPassed', article, ball: 'gemeente', on };
	} else if (on !== null) {
		yield { key: 'eindgesprekOn', article, ball: 'person', on };
	} else {
		yield { key: isReady ? 'eindgesprekToPlan' : 'eindgesprekLater', article, ball: 'gemeente' };
	}
}
