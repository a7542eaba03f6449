import * as v from 'valibot';
import { fillGaps } from '#lib/languages/sentences.ts';
import { isReviewed } from '#lib/languages/review.ts';
import type { Language } from '#lib/languages/languages.ts';
import {
	isTalkSentenceId,
	talkSentence,
	type TalkSentenceId,
} from '#lib/languages/sentences/talk.ts';
import type { Slot } from '#lib/languages/slots.ts';
import { type Day, day } from '#lib/law/day.ts';
import * as pip from '../pip/pip.ts';

/** The parts of a report that say how it goes. */
export const remarkParts = ['good', 'hard'] as const;

export type RemarkPart = (typeof remarkParts)[number];

/** One line of a report: a sentence of the catalogue with its facts, or the klantmanager's own Dutch words. */
export type Line =
	| {
			readonly id: string;
			readonly sentence: string;
			readonly slots: Readonly<Record<string, string | number>>;
	  }
	| { readonly id: string; readonly dutch: string };

/** What was agreed: by whom says the agreement itself; until when, where its sentence does not say it. */
export interface Agreed {
	readonly agreement: pip.Agreement;
	readonly lastOn: string | null;
	/** Whether it stood in the plan already when it was agreed. */
	readonly isPlanned: boolean;
}

export interface ReportContent {
	readonly good: readonly Line[];
	readonly hard: readonly Line[];
	readonly agreed: readonly Agreed[];
}

export const emptyReport: ReportContent = { good: [], hard: [], agreed: [] };

export function isEmpty({ agreed, good, hard }: ReportContent): boolean {
	return agreed.length + good.length + hard.length === 0;
}

/** A line as it is read: a sentence with typed facts, or Dutch. */
export type LineShown =
	| {
			readonly id: string;
			readonly sentence: TalkSentenceId;
			readonly slots: Readonly<Record<string, Slot>>;
			readonly isReviewed: boolean;
	  }
	| { readonly id: string; readonly dutch: string };

export interface AgreedShown {
	readonly agreement: pip.AgreementShown;
	readonly party: pip.Party;
	/** The id of the goal of the plan that it serves; null for the plan as a whole. */
	readonly goal: string | null;
	readonly lastOn: Day | null;
}

export interface ContentShown {
	readonly good: readonly LineShown[];
	readonly hard: readonly LineShown[];
	readonly agreed: readonly AgreedShown[];
}

/** A report as it is read in a language. Throws `RangeError` for a stored sentence that is none. */
export function shown({ agreed, good, hard }: ReportContent, language: Language): ContentShown {
	return {
		good: good.map((line) => lineShown(line, language)),
		hard: hard.map((line) => lineShown(line, language)),
		agreed: agreed.map(({ agreement, lastOn }) => ({
			agreement: pip.agreementShown(agreement, language),
			party: pip.partyOf(agreement) ?? 'gemeente',
			goal: agreement.goal ?? null,
			lastOn: lastOn === null ? null : day(lastOn),
		})),
	};
}

/** Every text in a report that the klantmanager wrote in own words, and the place of each. */
export function ownTexts({ agreed, good, hard }: ReportContent): readonly pip.OwnText[] {
	const lines = [...good, ...hard].flatMap((line) => ('dutch' in line ? [line] : []));
	const agreements = agreed.flatMap(({ agreement }) =>
		pip.isOwnWords(agreement) ? [agreement] : [],
	);
	return [...lines, ...agreements].map(({ dutch, id }) => ({
		place: `talk-${id}`,
		dutch: dutch.trim(),
	}));
}

/** What was sealed, opened again. */
export function contentOf(text: string): ReportContent {
	const opened: unknown = JSON.parse(text);
	return v.parse(schema, opened) as ReportContent;
}

function lineShown(line: Line, language: Language): LineShown {
	if ('dutch' in line) return line;
	const said = talkSentence(line.sentence);
	const filled = said && fillGaps(said.slots, line.slots);
	if (!said || !filled?.ok || !isTalkSentenceId(line.sentence)) {
		throw new RangeError(`Not a sentence of a report: ${line.sentence}`);
	}
	const isSure = isReviewed(said.key, language);
	return { id: line.id, sentence: line.sentence, slots: filled.slots, isReviewed: isSure };
}

const own = v.strictObject({ id: v.string(), dutch: v.string() });
const slots = v.record(v.string(), v.union([v.string(), v.number()]));
const line = v.union([own, v.strictObject({ id: v.string(), sentence: v.string(), slots })]);
const goal = v.exactOptional(v.string());
const agreement = v.union([
	v.strictObject({ ...own.entries, party: v.string(), goal }),
	v.strictObject({ id: v.string(), sentence: v.string(), slots, goal }),
]);
const schema = v.strictObject({
	good: v.array(line),
	hard: v.array(line),
	agreed: v.array(
		v.strictObject({ agreement, lastOn: v.nullable(v.string()), isPlanned: v.boolean() }),
	),
});
