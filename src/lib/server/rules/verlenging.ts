import * as slots from '#lib/languages/slots.ts';
import type { Day } from '#lib/law/day.ts';
import { normOn } from '#lib/law/norm.ts';
import { verlengingAsking, type VerlengingGround, verlengingGrounds } from '#lib/law/verlenging.ts';
import { type Known, type Line, line, type Page, pageOf } from './page.ts';

/** More time: from which day it can be asked, and which reasons there are. How much, DUO decides (W 12). */
export function verlenging({ facts, today }: Known): Page {
	const weeks = slots.weeks(normOn('verlengingDecisionWeeks', today).value);
	return pageOf(
		{
			key: 'todo',
			lines: [...asking({ facts, today }), line('askDuo'), line('askHelp')],
			to: ['duo'],
		},
		{
			key: 'rule',
			lines: [line('duoDecides', { weeks }), line('verlengingProof'), line('verlengingLength')],
		},
		{
			key: 'grounds',
			lines: [],
			items: verlengingGrounds(facts).flatMap(({ key }) => GROUND[key](today)),
		},
		{ key: 'consequence', lines: [line('duoNo')], to: ['bezwaar'] },
	);
}

function asking({ facts, today }: Pick<Known, 'facts' | 'today'>): readonly Line[] {
	const asked = verlengingAsking(facts, today);
	if (asked.state === 'noTermijn') return [line('verlengingNone')];
	const lastOn = slots.day(asked.lastOn);
	const extended = asked.isExtended ? [line('termExtended')] : [];
	if (asked.state === 'open') return [line('verlengingNow', { lastOn }), ...extended];
	if (asked.state === 'over') return [line('verlengingOver', { lastOn }), ...extended];
	const from = slots.day(asked.askableFrom);
	return [line('verlengingFrom', { from }), ...extended];
}

const delay = (on: Day) => ({ months: slots.months(normOn('verlengingDelayMonths', on).value) });

const GROUND = {
	illness: (on) => [line('illness', delay(on))],
	death: (on) => [
		line('death', { months: slots.months(normOn('verlengingDeathMonths', on).value) }),
	],
	birth: (on) => [line('birth', { weeks: slots.weeks(normOn('verlengingBirthWeeks', on).value) })],
	shelter: (on) => [line('shelter', delay(on))],
	literacy: (on) => [line('literacy', delay(on))],
	homeless: (on) => [line('homeless', delay(on))],
	noOffer: (on) => [line('noOffer', { months: slots.months(normOn('offerMonths', on).value) })],
	noStart: (on) => [
		line('noStart', { months: slots.months(normOn('taalschakeltrajectStartMonths', on).value) }),
	],
	provider: (on) => [line('provider', delay(on))],
	other: (on) => [line('other', delay(on))],
	several: (on) => [line('several', delay(on))],
	almostDone: (on) => [almost(on), line('almostDoneAll')],
	almostDoneGezin: (on) => {
		const { value } = normOn('almostDoneGezinsmigrantHours', on);
		return [almost(on), line('almostDoneHours', { hours: slots.hours(value) })];
	},
} as const satisfies Record<VerlengingGround, (on: Day) => readonly Line[]>;

function almost(on: Day): Line {
	const { value } = normOn('almostDoneExtensionMonths', on);
	return line('almostDone', { months: slots.months(value) });
}
