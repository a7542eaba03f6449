import * as slots from '#lib/languages/slots.ts';
import type { Day } from '#lib/law/day.ts';
import { normOn } from '#lib/law/norm.ts';
import { ontheffingen, type OntheffingKey } from '#lib/law/ontheffing.ts';
import { type Known, type Line, line, type Page, pageOf } from './page.ts';

/** What illness, an impairment or a very hard life can change (W 5, 14(6)); papers of a doctor never come here. */
export function ontheffing({ facts, today }: Known): Page {
	const weeks = slots.weeks(normOn('ontheffingDecisionWeeks', today).value);
	const amount = slots.cents(normOn('ontheffingReportCents', today).value);
	return pageOf(
		{
			key: 'todo',
			lines: [
				...granted(facts.ontheffingHours),
				line('ontheffingTalk'),
				line('ontheffingPrivate'),
				line('askDuo'),
			],
			to: ['duo'],
		},
		{ key: 'rule', lines: [line('duoDecides', { weeks }), line('ontheffingCost', { amount })] },
		{
			key: 'kinds',
			lines: [],
			items: ontheffingen(facts).map(({ key }) => KIND[key](today)),
		},
		{ key: 'consequence', lines: [line('duoNo')], to: ['bezwaar'] },
	);
}

/** What DUO has decided already: the most hours of participation, or none at all. */
function granted(hours: number | undefined): readonly Line[] {
	if (hours === undefined) return [];
	if (hours === 0) return [line('normNoParticipationOntheffing')];
	return [line('ontheffingYours', { hours: slots.hours(hours) })];
}

const KIND = {
	toets: () => line('ontheffingToets'),
	medical: (on) =>
		line('ontheffingMedical', { years: slots.years(normOn('ontheffingAheadYears', on).value) }),
	someExams: () => line('ontheffingExams'),
	participation: () => line('ontheffingHours'),
	adaptedExam: () => line('ontheffingAdapted'),
	fewerLessons: () => line('ontheffingLessons'),
	special: () => line('ontheffingSpecial'),
} as const satisfies Record<OntheffingKey, (on: Day) => Line>;
