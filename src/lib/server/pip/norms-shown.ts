import * as slots from '#lib/languages/slots.ts';
import type { Slot } from '#lib/languages/slots.ts';
import type { Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { courseNormMinutes, participationNormMinutes } from '#lib/law/participation-norm.ts';
import type { PipContent } from './content.ts';

/** What this plan asks in numbers, and in words where it asks nothing. */
export type NormKey =
	| 'course'
	| 'pvt'
	| 'moduleMap'
	| 'moduleMapInside'
	| 'participation'
	| 'noParticipationRoute'
	| 'noParticipationGezin'
	| 'noParticipationOntheffing'
	| 'talks';

export interface NormShown {
	readonly key: NormKey;
	readonly slots: Readonly<Record<string, Slot>>;
}

/** The norms that hold under a plan, in the order in which one meets them. */
export function normsShown(facts: Facts, content: PipContent, on: Day): readonly NormShown[] {
	const { courseHours, leerroute, moduleMapHours, pvtHours, voortgangsgesprekken } = content;
	const here = { ...facts, leerroute };
	const course = courseNormMinutes(here, on);
	const lessons = courseHours ?? (course.applies ? course.minutes / 60 : null);
	return [
		...(lessons === null ? [] : [inHours('course', lessons)]),
		inHours('pvt', pvtHours),
		moduleMapHours === null
			? ({ key: 'moduleMapInside', slots: {} } as const)
			: inHours('moduleMap', moduleMapHours),
		participation(here, on),
		{ key: 'talks', slots: { count: slots.count(voortgangsgesprekken) } },
	];
}

function participation(facts: Parameters<typeof participationNormMinutes>[0], on: Day): NormShown {
	const norm = participationNormMinutes(facts, on);
	if (norm.applies) return inHours('participation', norm.minutes / 60);
	return { key: WITHOUT[norm.reason], slots: {} };
}

function inHours(key: NormKey, hours: number): NormShown {
	return { key, slots: { hours: slots.hours(hours) } };
}

const WITHOUT = {
	noLeerroute: 'noParticipationRoute',
	notZRoute: 'noParticipationRoute',
	gezinsmigrant: 'noParticipationGezin',
	ontheffing: 'noParticipationOntheffing',
} as const satisfies Record<string, NormKey>;
