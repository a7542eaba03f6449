import type { SentenceId } from '#lib/languages/sentences.ts';
import { isSentenceId } from '#lib/languages/sentences.ts';
import type { Article } from '#lib/law/article.ts';
import { normOn } from '#lib/law/norm.ts';
import { courseNormMinutes, participationNormMinutes } from '#lib/law/participation-norm.ts';
import { type Candidate, refusal, type Refusal } from './finding.ts';
import { isOwnWords } from './content.ts';

/** A number that stands in an agreement must be the number the plan holds: a decision cannot say two things. */
export function* contradictingNumbers(candidate: Candidate): Iterable<Refusal> {
	for (const agreement of candidate.content.agreements) {
		if (isOwnWords(agreement) || !isSentenceId(agreement.sentence)) continue;
		const bound = BOUND[agreement.sentence]?.(candidate);
		if (bound === undefined) continue;
		if (agreement.slots[bound.slot] !== bound.value) {
			yield refusal('agreementDiffers', 'agreements', bound.article, agreement.id);
		}
	}
}

/** The number each sentence takes from the plan or the law, to fill it in beforehand. */
export function boundNumber(id: SentenceId, candidate: Candidate): Bound | undefined {
	return BOUND[id]?.(candidate);
}

/** `value` is null where the law has no such number for this person: then no value is right. */
type Bound = {
	readonly slot: 'hours' | 'count';
	readonly value: number | null;
	readonly article: Article;
};

const BOUND: { readonly [Id in SentenceId]?: (candidate: Candidate) => Bound } = {
	pvt: ({ content, dagtekeningOn }) => ({
		slot: 'hours',
		value: content.pvtHours,
		article: normOn('pvtHours', dagtekeningOn).article,
	}),
	moduleMap: ({ content, dagtekeningOn }) => ({
		slot: 'hours',
		value: content.moduleMapHours,
		article: normOn('moduleMapPracticalHours', dagtekeningOn).article,
	}),
	voortgangsgesprek: ({ content }) => ({
		slot: 'count',
		value: content.voortgangsgesprekken,
		article: 'B 5.3(4)',
	}),
	courseHours: ({ content, facts, dagtekeningOn }) => {
		const norm = courseNormMinutes({ ...facts, leerroute: content.leerroute }, dagtekeningOn);
		const lawful = norm.applies ? norm.minutes / 60 : null;
		return { slot: 'hours', value: content.courseHours ?? lawful, article: norm.article };
	},
	participation: ({ content, facts, dagtekeningOn }) => {
		const norm = participationNormMinutes(
			{ ...facts, leerroute: content.leerroute },
			dagtekeningOn,
		);
		return { slot: 'hours', value: norm.applies ? norm.minutes / 60 : null, article: norm.article };
	},
};
