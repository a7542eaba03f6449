import type { LineKey } from '#lib/languages/labels/rules.ts';
import * as slots from '#lib/languages/slots.ts';
import {
	type Boete,
	type BoeteKey,
	boetes,
	leastBoete,
	type PlanPart,
	planParts,
} from '#lib/law/boete.ts';
import { type Day, dayBefore } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { normOn } from '#lib/law/norm.ts';
import { type Known, type Line, line, type Page, pageOf } from './page.ts';

/**
 * What there is of fines: those of the gemeente while the plan runs (W 22-23) and those of DUO after the term
 * (W 24-25). First what to do with a letter; the amounts are the law's own, and nothing is predicted.
 */
export function boete({ facts, today }: Known): Page {
	const possible = boetes(facts, today);
	const parts = possible.some(({ key }) => key === 'plan') ? planParts(facts) : [];
	return pageOf(
		{
			key: 'todo',
			lines: [line('boeteCall'), line('boeteTell'), line('boeteKeep'), line('boeteBezwaar')],
			to: ['bezwaar'],
		},
		{
			key: 'rule',
			lines: [
				line('lastResort'),
				line('boeteBlame'),
				...(facts.hasParticipatiewetBenefit === true ? [line('boeteBenefit')] : []),
			],
		},
		{
			key: 'gemeente',
			lines: [
				...linesOf(possible, 'intake', (found) => ofIntake(found, today)),
				...linesOf(possible, 'plan', (found) => ofPlan(found, facts, today)),
			],
			items: parts.map((part) => line(PART_LINE[part])),
		},
		{ key: 'duo', lines: ofDuo(possible, facts, today), to: ['verlenging'] },
		{ key: 'consequence', lines: [line('boetePay')] },
	);
}

/** A warning on paper and a new day come first (W 14(1), 22(1)). */
function ofIntake({ maxCents }: Boete, today: Day): readonly Line[] {
	const { value } = normOn('boeteIntakeNewDayMonths', today);
	return [
		line('intakeWarning'),
		line('intakeMax', { amount: slots.cents(maxCents) }),
		line('intakeNewDay', { months: slots.months(value) }),
	];
}

function ofPlan({ from, until, maxCents, heardBefore }: Boete, facts: Facts, today: Day) {
	const first = normOn('boetePlanFirstCents', today).value;
	const inAll = normOn('boetePlanTermMaxCents', today).value;
	const months = slots.months(normOn('boetePlanRepeatMonths', today).value);
	return [
		...(heardBefore ? [line('boeteHeard')] : []),
		...(from && until
			? [line('planWhen', { from: slots.day(from), lastOn: slots.day(dayBefore(until)) })]
			: []),
		line('planFirst', { amount: slots.cents(first) }),
		line('planLittle', { amount: slots.cents(leastBoete(today)) }),
		line('planAgain', { months, amount: slots.cents(maxCents) }),
		line('planTotal', { amount: slots.cents(inAll) }),
		...(planParts(facts).includes('lessons') ? [] : [line('planLessonsNot')]),
		line('planWhat'),
	];
}

function ofDuo(possible: readonly Boete[], facts: Facts, today: Day): readonly Line[] {
	const duo = possible.filter(({ by }) => by === 'duo');
	if (duo.length === 0) return [];
	const from = duo[0]?.from;
	const years = slots.years(normOn('boeteNewTermMaxYears', today).value);
	return [
		from ? line('duoWhen', { lastOn: slots.day(dayBefore(from)) }) : line('duoLater'),
		line('duoHelpIt'),
		...(duo.some(({ heardBefore }) => heardBefore) ? [line('boeteHeard')] : []),
		...duo.flatMap(({ key, maxCents }) => {
			const said = DUO_LINE[key];
			return said === null ? [] : [line(said, { amount: slots.cents(maxCents) })];
		}),
		...linesOf(duo, 'leerroute', () => [line(facts.leerroute === 'Z' ? 'duoHours' : 'duoExams')]),
		line('duoNewTime', { years }),
	];
}

function linesOf(
	possible: readonly Boete[],
	key: BoeteKey,
	say: (found: Boete) => readonly Line[],
): readonly Line[] {
	return possible.filter((each) => each.key === key).flatMap(say);
}

const PART_LINE = {
	support: 'planSupport',
	pvt: 'planPvt',
	moduleMap: 'planModuleMap',
	lessons: 'planLessons',
} as const satisfies Record<PlanPart, LineKey>;

const DUO_LINE = {
	intake: null,
	plan: null,
	pvt: 'duoPvt',
	moduleMap: 'duoModuleMap',
	leerroute: 'duoLeerroute',
} as const satisfies Record<BoeteKey, LineKey | null>;
