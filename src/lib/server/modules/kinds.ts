import type { Article } from '#lib/law/article.ts';
import { EXAM_PARTS } from '#lib/law/exams.ts';

/**
 * The parts of an inburgering of which the days are kept, from the link with a gemeente to what comes after; `zRoute` is
 * the Z-route as a whole.
 */
export const modules = [
	'arrival',
	'intake',
	'lessons',
	'pvt',
	'moduleMap',
	'exams',
	'zRoute',
	'closing',
] as const;
export type Module = (typeof modules)[number];

/** What can be done on a day; of some there can be more than one, each with a day of its own. */
export const stepKinds = [
	'linked',
	'regeldag',
	'tenancySigned',
	'benefitAsked',
	'benefitBegan',
	'begeleidingBegan',
	'oproep',
	'leerbaarheidstoets',
	'intakeTalk',
	'heardAlone',
	'intakeCompleted',
	'intakeInAbsence',
	'offered',
	'lessonsBegan',
	'taalschakeltrajectBegan',
	'pvtHours',
	'pvtActivity',
	'pvtSigned',
	'moduleMapTheme',
	'moduleMapPractice',
	'moduleMapEindgesprek',
	'examPlanned',
	'exam',
	'eindgesprekPlanned',
	'eindgesprekHeld',
	'diploma',
	'certificate',
	'workTrackEnded',
	'aftercareEnds',
] as const;
export type StepKind = (typeof stepKinds)[number];

/** The steps that the dossier of the eindgesprek tells of. */
export const dossierKinds = [
	'pvtSigned',
	'moduleMapPractice',
	'moduleMapEindgesprek',
	'exam',
	'eindgesprekPlanned',
	'eindgesprekHeld',
] as const satisfies readonly StepKind[];
export type DossierKind = (typeof dossierKinds)[number];

/** Who told the gemeente so, or where it was read: never a bare tick. */
export const stepSources = ['gemeente', 'school', 'duo', 'coa', 'partner'] as const;
export type StepSource = (typeof stepSources)[number];

/** DUO's `resultaat` of an exam that was taken. */
export const examOutcomes = ['geslaagd', 'gezakt'] as const;
export type ExamOutcome = (typeof examOutcomes)[number];

/** The eight themes of the MAP (B 3.2). */
export const moduleMapThemes = [
	'orientation',
	'realisticPicture',
	'chances',
	'workSkills',
	'professionalSkills',
	'network',
	'findingWork',
	'workCulture',
] as const;
export type ModuleMapTheme = (typeof moduleMapThemes)[number];

/** What a step is about, of the kinds that come in parts. */
export const stepParts = [...EXAM_PARTS, ...moduleMapThemes] as const;
export type StepPart = (typeof stepParts)[number];

/** What holds of each kind of step. */
interface KindRule {
	readonly module: Module;
	/** Null for what no law asks. */
	readonly article: Article | null;
	/** Whether its day lies behind (done) or still before us (planned). */
	readonly when: 'done' | 'planned';
	/** Whether it can be there without a plan. */
	readonly beforePlan: boolean;
	/** DUO takes no day before the first of the term. */
	readonly withinTerm: boolean;
	/** Whether it is said who of the college held or will hold it: it cannot be handed to a private party (B 3.14). */
	readonly withWhom: boolean;
	/** Whether it happens more than once. */
	readonly repeats: boolean;
	/** The parts of which one is named. */
	readonly parts: readonly StepPart[] | null;
	/** Whether only an asielstatushouder has it (W 13, W 16). */
	readonly onlyAsiel: boolean;
}

const before = { beforePlan: true } as const;
const ofAsiel = { ...before, onlyAsiel: true } as const;

export const kindRules = {
	linked: rule('arrival', null, ofAsiel),
	regeldag: rule('arrival', null, before),
	tenancySigned: rule('arrival', null, before),
	benefitAsked: rule('arrival', null, before),
	benefitBegan: rule('arrival', 'Pw 56a', before),
	begeleidingBegan: rule('arrival', 'W 13(3)', ofAsiel),
	oproep: rule('intake', 'W 14(1)', { ...before, repeats: true, when: 'planned' }),
	leerbaarheidstoets: rule('intake', 'W 14(3)', before),
	intakeTalk: rule('intake', 'W 14(3)', { ...before, repeats: true }),
	heardAlone: rule('intake', 'B 5.2(2)', before),
	intakeCompleted: rule('intake', 'W 14(1)', before),
	intakeInAbsence: rule('intake', 'W 14(2)', before),
	offered: rule('lessons', 'W 16', { onlyAsiel: true }),
	lessonsBegan: rule('lessons', null, {}),
	taalschakeltrajectBegan: rule('lessons', 'R 4.1(1)g', {}),
	pvtHours: rule('pvt', 'B 3.1(3)', {}),
	pvtActivity: rule('pvt', 'B 3.1', {}),
	pvtSigned: rule('pvt', 'B 3.1', { withinTerm: true }),
	moduleMapTheme: rule('moduleMap', 'B 3.2', { parts: moduleMapThemes }),
	moduleMapPractice: rule('moduleMap', 'R 3.1', {}),
	moduleMapEindgesprek: rule('moduleMap', 'B 3.2', { withinTerm: true }),
	examPlanned: rule('exams', 'DUO Examen', { when: 'planned', parts: EXAM_PARTS }),
	exam: rule('exams', 'B 3.14(7)', { repeats: true, parts: EXAM_PARTS }),
	eindgesprekPlanned: rule('zRoute', 'B 3.14', { when: 'planned', withWhom: true }),
	eindgesprekHeld: rule('zRoute', 'B 3.14', { withinTerm: true, withWhom: true }),
	diploma: rule('closing', 'R 3.17-3.18', { withinTerm: true }),
	certificate: rule('closing', 'R 3.17-3.18', { withinTerm: true }),
	workTrackEnded: rule('closing', null, {}),
	aftercareEnds: rule('closing', null, { when: 'planned' }),
} as const satisfies Record<StepKind, KindRule>;

function rule(module: Module, article: Article | null, rest: Partial<KindRule>): KindRule {
	const usual = { when: 'done', beforePlan: false, withinTerm: false, withWhom: false } as const;
	return { module, article, ...usual, repeats: false, parts: null, onlyAsiel: false, ...rest };
}
