import { goalText } from '#lib/languages/labels/plan-parts.ts';
import { newDayReasonText, progressText } from '#lib/languages/labels/progress.ts';
import type { Language } from '#lib/languages/languages.ts';
import { runs } from '#lib/languages/runs.ts';
import { sentence } from '#lib/languages/sentences.ts';
import * as slots from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AgreementShown, GoalShown } from '../pip/pip.ts';
import type { ProgressByPart } from '../progress/progress.ts';
import type { OwnWordsRead } from '../translations/translations.ts';
import { typed } from './letters.ts';
import type { Writer } from './lines.ts';
import type { Block } from './sheet.ts';

/** In what a paper is written: its lines, how far somebody is, and the approved translations of the klantmanager's own words. */
export interface Hand {
	readonly write: Writer;
	readonly language: Language;
	readonly translated: OwnWordsRead;
	/** How far somebody is with the goals and actions; nothing for a plan that does not hold now. */
	readonly far: ProgressByPart;
}

/** One agreement: its sentence with its facts, or the klantmanager's own words. */
export function agreementBlocks(agreement: AgreementShown, hand: Hand): Block[] {
	if ('dutch' in agreement) return [ownWords(agreement.dutch, hand)];
	const { isReviewed, slots: facts } = agreement;
	const found = sentence(agreement.sentence);
	if (!found) throw new RangeError(agreement.sentence);
	const said = { kind: 'paragraph', line: hand.write(found.message, facts) } as const;
	return [said, ...mark(isReviewed, hand)];
}

/** One goal, by when, and what is agreed to reach it. */
export function goalBlocks({ actions, id, lastOn, words }: GoalShown, hand: Hand): Block[] {
	const { write } = hand;
	return [
		...('dutch' in words
			? [ownWords(words.dutch, hand)]
			: [
					{ kind: 'heading', level: 3, line: write(goalText[words.goal]) } as const,
					...mark(words.isReviewed, hand),
				]),
		...(lastOn === null
			? []
			: [
					{
						kind: 'paragraph',
						line: write(m.plan_goal_last_on, { lastOn: slots.day(lastOn) }),
					} as const,
				]),
		...farBlocks(id, hand),
		{
			kind: 'list',
			items: actions.map(({ agreement }) => [
				...agreementBlocks(agreement, hand),
				...farBlocks(agreement.id, hand),
			]),
		},
	];
}

/** The same as the page says of it. */
function farBlocks(partId: string, { far, write }: Hand): Block[] {
	const its = far[partId];
	if (!its) return [];
	const { newDay, state, stateOn, updatedOn } = its;
	const on = slots.day(state === 'done' && stateOn ? stateOn : updatedOn);
	const lines = [
		...(stateOn ? [write(progressText[state], { day: on })] : []),
		...(newDay
			? [
					write(m.plan_progress_new_day, { lastOn: slots.day(newDay.on) }),
					write(newDayReasonText[newDay.reason]),
				]
			: []),
	];
	return lines.map((line) => ({ kind: 'note', line }));
}

/** Dutch until a translation of exactly these words was approved; until then the paper says that it follows. */
function ownWords(dutch: string, { language, translated, write }: Hand): Block {
	const words = translated[dutch.trim()];
	const isTranslated = words?.standing === 'approved' && words.language === language;
	return {
		kind: 'ownWords',
		line: { nl: typed(dutch), own: isTranslated ? runs(words.text, language) : null },
		mark: isTranslated ? null : write(m.plan_own_words),
	};
}

function mark(isReviewed: boolean, { write }: Hand): Block[] {
	return isReviewed ? [] : [{ kind: 'tag', line: write(m.hulpvertaling_tag) }];
}
