import * as v from 'valibot';
import { languages } from '#lib/languages/languages.ts';
import { dayAfter, dayBefore, day, type Weekday } from '#lib/law/day.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import type { Problems } from '#lib/server/errors.ts';
import { activityIds } from '#lib/server/tenants/activities.ts';
import * as fields from '../../../../hooks/fields.ts';
import type { Typed } from '../../../../hooks/form.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

const tag = v.pipe(
	v.optional(v.string(), ''),
	v.transform((value) => (value in languages ? value : null)),
);

/** What a form for one appointment or a series holds; `until` is the last day, inclusive. */
export const planForm = v.object({
	kind: fields.choice(agenda.agendaKinds),
	activity: v.pipe(
		v.optional(v.union([v.literal(''), fields.choice(activityIds)]), ''),
		v.transform((value) => value || null),
	),
	subject: fields.optionalText(120),
	on: fields.day,
	at: fields.text(5),
	endsAt: fields.text(5),
	...v.entriesFromList(weekdays.map(dayName), fields.ticked),
	interval: v.optional(fields.choice(['1', '2']), '1'),
	until: fields.optionalDay,
	place: fields.optionalText(120),
	address: fields.optionalText(160),
	withWhom: fields.optionalText(120),
	interpreter: fields.choice(agenda.interpreterStates),
	interpreterLanguage: tag,
	...v.entriesFromList(agenda.bringables.map(bringName), fields.ticked),
});

/** What a form asks for, as it is planned. */
export function plannedOf(value: v.InferOutput<typeof planForm>): agenda.Planned {
	const { activity, address, at, endsAt, interpreter, kind, on, place, subject, withWhom } = value;
	const chosen = weekdays.filter((weekday) => value[dayName(weekday)]);
	const rule = chosen.length === 0 ? null : agenda.weekly(chosen, Number(value.interval));
	return {
		kind,
		activity: kind === 'activity' ? activity : null,
		subject,
		on,
		at,
		minutes: minutesBetween(at, endsAt),
		rule,
		until: rule === null || value.until === null ? null : dayAfter(value.until),
		place,
		address,
		withWhom,
		interpreter,
		interpreterLanguage: interpreter === 'none' ? null : value.interpreterLanguage,
		bring: agenda.bringables.filter((each) => value[bringName(each)]),
	};
}

/** What is planned, as a form shows it. */
export function typedOf(occurrence: agenda.Occurrence, series: agenda.DeskView['series']): Typed {
	const { bring, interpreter, kind, on } = occurrence;
	const days = /BYDAY=([A-Z,]+)/.exec(series?.rule ?? '')?.[1]?.split(',') ?? [];
	const ticked = weekdays.filter((weekday) => days.includes(codes[weekday - 1] ?? ''));
	return {
		kind,
		activity: occurrence.activity ?? '',
		subject: occurrence.subject ?? '',
		on,
		...timesOf(occurrence),
		...Object.fromEntries(ticked.map((weekday) => [dayName(weekday), 'ja'])),
		interval: series?.rule.includes('INTERVAL=2') ? '2' : '1',
		until: series ? dayBefore(day(series.until)) : '',
		interpreter,
		interpreterLanguage: occurrence.interpreterLanguage ?? '',
		...Object.fromEntries(bring.map((each) => [bringName(each), 'ja'])),
	};
}

/** Day, times, place and person of an occurrence, as a form shows them. */
export function timesOf({ address, at, endsAt, on, place, withWhom }: agenda.Occurrence): Typed {
	return {
		on,
		at,
		endsAt: agenda.wallOf(endsAt).at,
		place: place ?? '',
		address: address ?? '',
		withWhom: withWhom ?? '',
	};
}

/** From one time to the next, in minutes; a time before the first is on the next day. Below 0 for what is no time. */
export function minutesBetween(at: string, endsAt: string): number {
	if (!agenda.isTime(at) || !agenda.isTime(endsAt)) return -1;
	return (minutesOf(endsAt) - minutesOf(at) + 1440) % 1440;
}

/** Problems beside the fields of the form, where minutes are asked as an end. */
export function atFields(problems: Problems): Problems {
	const { minutes, ...rest } = problems;
	return minutes === undefined ? rest : { ...rest, endsAt: minutes };
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export function dayName<W extends Weekday>(weekday: W): `day${W}` {
	return `day${weekday}`;
}

export function bringName<B extends agenda.Bringable>(bringable: B): `bring-${B}` {
	return `bring-${bringable}`;
}

function minutesOf(at: string): number {
	const [hours = 0, minutes = 0] = at.split(':').map(Number);
	return hours * 60 + minutes;
}
