import * as slots from '#lib/languages/slots.ts';
import type { Language } from '#lib/languages/languages.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import { type Day, day } from '#lib/law/day.ts';
import type { Agreement, Goal, PipContent } from './content.ts';
import type { DecidedShown } from './decided-shown.ts';
import { type Difference, difference } from './difference.ts';
import type { NormShown } from './norms-shown.ts';
import { type AgreementShown, agreementShown, goalWords, type GoalWords } from './reading.ts';

/** A line of a plan: an agreement, a goal, something decided, a number of it, or the leerroute with its level. */
export type LineShown =
	| { readonly kind: 'agreement'; readonly agreement: AgreementShown }
	| { readonly kind: 'goal'; readonly words: GoalWords; readonly lastOn: Day | null }
	| { readonly kind: 'decided'; readonly decided: DecidedShown }
	| { readonly kind: 'norm'; readonly norm: NormShown }
	| { readonly kind: 'route'; readonly route: Leerroute | 'BToA2' };

/** A line that is new (nothing before), gone (nothing after), or says something else. */
export interface ChangeShown {
	readonly before: LineShown | null;
	readonly after: LineShown | null;
}

/** What changed from one plan to the next, as somebody reads it in this language. */
export function changesShown(
	before: PipContent,
	after: PipContent,
	language: Language,
): readonly ChangeShown[] {
	const changes = difference(before, after).flatMap((each) => shown(each, language));
	const [from, to] = [routeOf(before), routeOf(after)];
	if (from === to) return changes;
	const line = (route: Leerroute | 'BToA2'): LineShown => ({ kind: 'route', route });
	return [{ before: line(from), after: line(to) }, ...changes];
}

/** Route and level are read as one line, which stands on top. */
function shown(each: Difference, language: Language): ChangeShown[] {
	switch (each.about) {
		case 'leerroute':
		case 'niveau':
			return [];
		case 'agreement': {
			const line = (agreement: Agreement | null): LineShown | null =>
				agreement && { kind: 'agreement', agreement: agreementShown(agreement, language) };
			return [{ before: line(each.before), after: line(each.after) }];
		}
		case 'goal': {
			const line = (goal: Goal | null): LineShown | null => goal && goalLine(goal, language);
			return [{ before: line(each.before), after: line(each.after) }];
		}
		case 'decided': {
			const line = (decided: DecidedShown | null): LineShown | null =>
				decided && { kind: 'decided', decided };
			return [{ before: line(each.before), after: line(each.after) }];
		}
		default: {
			const { about, before, after } = each;
			return [{ before: norm(about, before), after: norm(about, after) }];
		}
	}
}

function goalLine(goal: Goal, language: Language): LineShown {
	const { words } = goalWords(goal, language);
	return { kind: 'goal', words, lastOn: goal.lastOn === null ? null : day(goal.lastOn) };
}

type NumberAbout = Exclude<
	Difference['about'],
	'agreement' | 'decided' | 'goal' | 'leerroute' | 'niveau'
>;

function norm(about: NumberAbout, value: number | null): LineShown | null {
	if (about === 'voortgangsgesprekken') {
		return { kind: 'norm', norm: { key: 'talks', slots: { count: slots.count(value ?? 0) } } };
	}
	if (value === null) {
		if (about !== 'moduleMapHours') return null;
		return { kind: 'norm', norm: { key: 'moduleMapInside', slots: {} } };
	}
	return { kind: 'norm', norm: { key: KEYS[about], slots: { hours: slots.hours(value) } } };
}

const KEYS = {
	courseHours: 'course',
	pvtHours: 'pvt',
	moduleMapHours: 'moduleMap',
} as const satisfies Record<Exclude<NumberAbout, 'voortgangsgesprekken'>, NormShown['key']>;

function routeOf({ leerroute, niveau }: PipContent): Leerroute | 'BToA2' {
	return leerroute === 'B' && niveau === 'A2' ? 'BToA2' : leerroute;
}
