import type { Article } from '#lib/law/article.ts';

/** The parts of an inburgering of which the days are kept; `zRoute` is the Z-route as a whole. */
export const modules = ['pvt', 'moduleMap', 'exams', 'zRoute'] as const;
export type Module = (typeof modules)[number];

/** What can be done on a day; of an exam somebody can do more than one attempt. */
export const stepKinds = [
	'pvtSigned',
	'moduleMapPractice',
	'moduleMapEindgesprek',
	'exam',
	'eindgesprekPlanned',
	'eindgesprekHeld',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** The steps of which there is one; an exam has a part and an outcome. */
export type SingleKind = Exclude<StepKind, 'exam'>;
export const singleKinds = stepKinds.filter((kind): kind is SingleKind => kind !== 'exam');

/** Who told the gemeente so, or where it was read: never a bare tick. */
export const stepSources = ['gemeente', 'school', 'duo'] as const;
export type StepSource = (typeof stepSources)[number];

/** DUO's `resultaat` of an exam that was taken. */
export const examOutcomes = ['geslaagd', 'gezakt'] as const;
export type ExamOutcome = (typeof examOutcomes)[number];

/** What holds of each kind of step. */
interface KindRule {
	readonly module: Module;
	readonly article: Article;
	/** Whether its day lies behind (done) or still before us (planned). */
	readonly when: 'done' | 'planned';
	/** DUO takes no day before the first of the term. */
	readonly withinTerm: boolean;
	/** Whether it is said who of the college held or will hold it: it cannot be handed to a private party (B 3.14). */
	readonly withWhom: boolean;
}

export const kindRules = {
	pvtSigned: rule('pvt', 'B 3.1', { withinTerm: true }),
	moduleMapPractice: rule('moduleMap', 'R 3.1', {}),
	moduleMapEindgesprek: rule('moduleMap', 'B 3.2', { withinTerm: true }),
	exam: rule('exams', 'B 3.14(7)', {}),
	eindgesprekPlanned: rule('zRoute', 'B 3.14', { when: 'planned', withWhom: true }),
	eindgesprekHeld: rule('zRoute', 'B 3.14', { withinTerm: true, withWhom: true }),
} as const satisfies Record<StepKind, KindRule>;

function rule(module: Module, article: Article, rest: Partial<KindRule>): KindRule {
	return { module, article, when: 'done', withinTerm: false, withWhom: false, ...rest };
}
