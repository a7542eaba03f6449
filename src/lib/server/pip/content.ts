import type { Leerroute, Niveau } from '#lib/law/leerroute.ts';
import { type Decided, nothingDecided } from './decided.ts';

/** Who carries out an agreement of the plan. */
export type Party = 'you' | 'gemeente' | 'school' | 'partner';

/** A sentence of the catalogue with its facts; the facts are rendered per language, never translated. */
export interface CatalogueAgreement {
	readonly id: string;
	readonly sentence: string;
	readonly slots: Readonly<Record<string, string | number>>;
	/** The id of the goal that this serves; absent for an agreement of the plan as a whole. */
	readonly goal?: string;
}

/** The klantmanager's own words: Dutch until a translation was approved. */
export interface OwnWordsAgreement {
	readonly id: string;
	readonly party: Party;
	readonly dutch: string;
	readonly goal?: string;
}

export type Agreement = CatalogueAgreement | OwnWordsAgreement;

/** Part of life that a goal is about; decides its picture. */
export const THEMES = [
	'language',
	'work',
	'education',
	'money',
	'home',
	'children',
	'people',
] as const;
export type Theme = (typeof THEMES)[number];

/**
 * What somebody wants to reach: a sentence of the catalogue, or own words in Dutch until a translation was approved.
 * The actions are the agreements that name its id: plan, goals, actions, and no level below. `lastOn` is the day by
 * which it is meant to be reached, or null for the whole term.
 */
export type Goal =
	| { readonly id: string; readonly sentence: string; readonly lastOn: string | null }
	| {
			readonly id: string;
			readonly theme: Theme;
			readonly dutch: string;
			readonly lastOn: string | null;
	  };

/** Why the college departs from the 18 months in which a leerroute may change (B 5.4). */
export type WisselenGround = 'nonExemptingTraining' | 'reasonedException';

/** On what a change of leerroute or level rests; asked only when the plan makes such a change. */
export interface Grounds {
	readonly wisselen: WisselenGround | null;
	/** Hours of NT2 lessons by the school's statement, literacy included (B 5.5(1)-(2)). */
	readonly nt2CourseHours: number | null;
	/** The college's judgement of the effort made during those lessons (B 5.5(1)). */
	readonly sufficientEffort: boolean;
}

/**
 * What a PIP says (Wet inburgering 2021, art. 15; Besluit inburgering 2021, art. 5.3). Hours are whole hours, as in
 * the decision. `courseHours` is the intensity of the leerroute, which the plan of an asielstatushouder holds
 * (W 15(2)); `moduleMapHours` is null on the onderwijsroute (W 8(3)); `voortgangsgesprekken` is the number per year.
 */
export interface PipContent {
	readonly leerroute: Leerroute;
	readonly niveau: Niveau | null;
	readonly courseHours: number | null;
	readonly pvtHours: number;
	readonly moduleMapHours: number | null;
	readonly voortgangsgesprekken: number;
	readonly agreements: readonly Agreement[];
	/** The rest of the formal part; absent in plans from before the portal kept it. Read it with `decidedOf`. */
	readonly decided?: Decided;
	/** The goals of the ontwikkelplan, in the order in which they are read. Read them with `goalsOf`. */
	readonly goals?: readonly Goal[];
	readonly grounds?: Grounds;
	/** Why this version replaces the one before it, in the klantmanager's own Dutch words (Awb 3:47). */
	readonly changeReason?: string;
}

/** The formal part of a stored plan, whenever it was stored: what it does not say was not decided. */
export function decidedOf({ decided }: PipContent): Decided {
	return { ...nothingDecided, ...decided };
}

/** The goals of a stored plan, whenever it was stored. */
export function goalsOf({ goals }: PipContent): readonly Goal[] {
	return goals ?? [];
}

/** Whether an agreement is the klantmanager's own words. */
export function isOwnWords(agreement: Agreement): agreement is OwnWordsAgreement {
	return 'dutch' in agreement;
}
