import { TOETS_RESULTS, type ToetsResult } from '#lib/law/intake.ts';
import { type Leerroute, LEERROUTES } from '#lib/law/leerroute.ts';
import type { Theme } from '../pip/pip.ts';

/**
 * The three things that a gemeente looks at: how much Dutch, which chances of work, how far somebody manages alone. The
 * first by the levels of the Common European Framework, the second by the six rungs of the participatieladder, the third
 * by how much help is needed. From little to much.
 */
export const scores = {
	taal: ['belowA1', 'A1', 'A2', 'B1', 'aboveB1'],
	arbeid: ['alone', 'contacts', 'organised', 'unpaid', 'supported', 'paid'],
	zelfredzaamheid: ['always', 'often', 'some', 'seldom', 'never'],
} as const;
export type ScoreKey = keyof typeof scores;
export type Score<Key extends ScoreKey> = (typeof scores)[Key][number];

/** What the test can say, and where it can lead. */
export const toetsResults = TOETS_RESULTS;
export const leerroutes = LEERROUTES;

/** What somebody wants, in their own words, and which part of life it is about. */
export interface Wish {
	readonly theme: Theme;
	readonly words: string;
}

/** What came out of the talks (W 14(3)); null is not known yet. Of health nothing stands here. */
export interface Intake {
	readonly scores: { readonly [Key in ScoreKey]: Score<Key> | null };
	/** What DUO's leerbaarheidstoets said. */
	readonly toets: ToetsResult | null;
	/** Which leerroute the klantmanager thinks of; the plan decides it. */
	readonly leerroute: Leerroute | null;
	/** Why that departs from the test, where it does. */
	readonly deviationReason: string | null;
	/** School and work before. */
	readonly background: string | null;
	/** Whether there is a child who could go to voorschoolse educatie (W 15(1)d). */
	readonly hasVveChild: boolean;
	readonly wishes: readonly Wish[];
}

/** As long as nobody wrote anything down. */
export const nothingKnown: Intake = {
	scores: { taal: null, arbeid: null, zelfredzaamheid: null },
	toets: null,
	leerroute: null,
	deviationReason: null,
	background: null,
	hasVveChild: false,
	wishes: [],
};

export const longest = { words: 300, reason: 600, background: 1500 } as const;
export const mostWishes = 5;
