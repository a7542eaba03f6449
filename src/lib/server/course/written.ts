import { COURSE_KINDS, type CourseKind } from '#lib/law/course-hours.ts';
import { type Day, isDay, isLikely } from '#lib/law/day.ts';

/**
 * Hours as people and schools write them, in minutes: `42`, `42,5`, `42.5` or `42:30`; null for anything else, and for
 * what comes to no whole minutes.
 */
export function minutesWritten(text: string): number | null {
	const [, whole, minutes] = /^(\d{1,4}):([0-5]\d)$/.exec(text) ?? [];
	if (whole !== undefined) return Number(whole) * 60 + Number(minutes);
	if (!/^\d{1,4}(?:[.,]\d{1,17})?$/.test(text)) return null;
	const exact = Number(text.replace(',', '.')) * 60;
	const rounded = Math.round(exact);
	// What a spreadsheet computed lies a hair beside the number.
	return Math.abs(exact - rounded) < 1e-6 ? rounded : null;
}

/** Minutes as the hours of a form: `42,5`, or `42:20` where that has no short decimals. */
export function hoursWritten(minutes: number): string {
	const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
	if (rest === 0) return String(whole);
	if (rest % 15 === 0) return `${whole},${String((rest / 60) * 100).replace(/0$/, '')}`;
	return `${whole}:${String(rest).padStart(2, '0')}`;
}

/** A day as a spreadsheet has it: `2026-10-31`, `31-10-2026` or `31/10/2026`; null for anything else. */
export function dayWritten(text: string): Day | null {
	const [, on, month, year] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? [];
	const iso = year ? `${year}-${month?.padStart(2, '0')}-${on?.padStart(2, '0')}` : text;
	return isDay(iso) && isLikely(iso) ? iso : null;
}

/** What is taught, by the word of the template. */
export const kindWord = {
	nt2: 'NT2',
	knm: 'KNM',
	alfabetisering: 'Alfabetisering',
	deficientieVak: 'Ander vak',
	eerderOnderwijs: 'Eerder onderwijs',
} as const satisfies Record<CourseKind, string>;

export function kindWritten(text: string): CourseKind | null {
	return COURSE_KINDS.find((kind) => kindWord[kind].toLowerCase() === text.toLowerCase()) ?? null;
}
