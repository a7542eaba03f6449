import * as slots from '#lib/languages/slots.ts';
import type { Day } from '#lib/law/day.ts';
import { normOn } from '#lib/law/norm.ts';
import { vrijstellingen, type VrijstellingKey } from '#lib/law/vrijstelling.ts';
import { type Known, type Line, line, type Page, pageOf } from './page.ts';

/** Who need not do it, or not all of it, for what they have already (W 4, 7(3)). */
export function vrijstelling({ facts, today }: Known): Page {
	const weeks = slots.weeks(normOn('vrijstellingDecisionWeeks', today).value);
	return pageOf(
		{
			key: 'todo',
			lines: [line('vrijstellingShow'), line('askDuo'), line('askHelp')],
			to: ['duo'],
		},
		{
			key: 'rule',
			lines: [
				line('duoDecides', { weeks }),
				...(facts.leerroute === 'O' ? [] : [line('vrijstellingNoMap')]),
			],
		},
		{
			key: 'kinds',
			lines: [],
			items: vrijstellingen(facts).flatMap(({ key }) => KIND[key](today)),
		},
		{ key: 'consequence', lines: [line('duoNo')], to: ['bezwaar'] },
	);
}

const KIND = {
	diploma: () => [line('vrijstellingDiploma')],
	school: (on) => [line('vrijstellingSchool', { years: years('vrijstellingSchoolYears', on) })],
	training: () => [line('vrijstellingTraining')],
	settled: (on) => [
		line('vrijstellingSettled', { years: years('vrijstellingSettledYears', on) }),
		line('vrijstellingWorked', { years: years('vrijstellingWorkYears', on) }),
		line('vrijstellingCost', {
			amount: slots.cents(normOn('vrijstellingRequestCents', on).value),
		}),
	],
	someExams: () => [line('vrijstellingExams')],
} as const satisfies Record<VrijstellingKey, (on: Day) => readonly Line[]>;

function years(key: Parameters<typeof normOn>[0], on: Day) {
	return slots.years(normOn(key, on).value);
}
