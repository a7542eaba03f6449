import { fill, fillGaps, stored } from '#lib/languages/sentences.ts';
import { talkSentence } from '#lib/languages/sentences/talk.ts';
import type { Day } from '#lib/law/day.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import type { OwnWordsAgreement } from '../pip/content.ts';
import type { Agreement, Party, PipContent } from '../pip/pip.ts';
import type { RemarkPart, ReportContent } from './content.ts';

/** Most lines of one report: it is read aloud and on a phone. */
export const linesMax = 40;

/** Longest text of the klantmanager's own words. */
export const wordsMax = 400;

/** Where an agreement stands: the goal of the plan that it serves, and until when where its sentence does not say so. */
export interface Bounds {
	readonly goal: string | null;
	readonly lastOn: Day | null;
}

/** The report with a sentence of the catalogue at the end of its part; a problem for each fact that is wrong. */
export function withRemark(
	content: ReportContent,
	id: string,
	values: Readonly<Record<string, string>>,
): Outcome<ReportContent> {
	const said = talkSentence(id);
	if (said === null) return refused({ sentence: 'notAChoice' });
	const filled = fillGaps(said.slots, values);
	if (!filled.ok) return refused(filled.problems);
	const line = { id: newId(), sentence: id, slots: stored(filled.slots) };
	return limited({ ...content, [said.part]: [...content[said.part], line] });
}

/** The report with own words at the end of a part. */
export function withWords(content: ReportContent, part: RemarkPart, dutch: string) {
	const line = { id: newId(), dutch };
	return limited({ ...content, [part]: [...content[part], line] });
}

/** The report with an agreement of the catalogue; a problem for each fact that is wrong. */
export function withAgreement(
	content: ReportContent,
	sentence: string,
	values: Readonly<Record<string, string>>,
	bounds: Bounds,
): Outcome<ReportContent> {
	const filled = fill(sentence, values);
	if (filled === null) return refused({ sentence: 'notAChoice' });
	if (!filled.ok) return refused(filled.problems);
	return agreed(content, { id: newId(), sentence, slots: stored(filled.slots) }, bounds);
}

/** The report with an agreement in own words. */
export function withOwnAgreement(
	content: ReportContent,
	party: Party,
	dutch: string,
	bounds: Bounds,
): Outcome<ReportContent> {
	const agreement: OwnWordsAgreement = { id: newId(), party, dutch };
	return agreed(content, agreement, bounds);
}

/** The report with an agreement that stands in the plan already; the same one again changes nothing. */
export function withPlanned(
	content: ReportContent,
	plan: PipContent,
	agreementId: string,
	lastOn: Day | null,
): Outcome<ReportContent> {
	const found = plan.agreements.find(({ id }) => id === agreementId);
	if (!found) return refused({ sentence: 'notAChoice' });
	if (content.agreed.some(({ agreement }) => agreement.id === agreementId)) return done(content);
	return limited({
		...content,
		agreed: [...content.agreed, { agreement: found, lastOn, isPlanned: true }],
	});
}

/** The report without a line or an agreement. */
export function without({ agreed, good, hard }: ReportContent, lineId: string): ReportContent {
	const stays = ({ id }: { readonly id: string }) => id !== lineId;
	return {
		good: good.filter(stays),
		hard: hard.filter(stays),
		agreed: agreed.filter(({ agreement }) => stays(agreement)),
	};
}

function agreed(content: ReportContent, agreement: Agreement, { goal, lastOn }: Bounds) {
	const whole = goal === null ? agreement : { ...agreement, goal };
	return limited({
		...content,
		agreed: [...content.agreed, { agreement: whole, lastOn, isPlanned: false }],
	});
}

function limited(content: ReportContent): Outcome<ReportContent> {
	const count = content.good.length + content.hard.length + content.agreed.length;
	return count > linesMax ? refused({ form: 'tooMany' }) : done(content);
}
