import type { Article } from '#lib/law/article.ts';
import { type Day, daysBetween, isBefore } from '#lib/law/day.ts';
import { pipDue } from '#lib/law/pip-clock.ts';
import type { Person } from '../people/people.ts';
import { factsOf } from './facts.ts';
import type { Pips } from './versions.ts';

/** The clock of ten weeks while it runs. */
export interface TenWeeks {
	/** The last day on which the plan is in time. */
	readonly latestOn: Day;
	readonly article: Article;
	/** 0 on that day, negative once it has passed. */
	readonly daysLeft: number;
}

/**
 * The clock that the next plan has to meet (B 5.3); null where none runs or no day can be named, and once there is a
 * plan since the person lives here: a later version has no clock.
 */
export function tenWeeks(person: Person, pips: Pips, today: Day): TenWeeks | null {
	const { current } = pips;
	const isOfHere = current !== null && (person.movedInOn ?? '') <= current.dagtekeningOn;
	if (isOfHere) return null;
	const due = pipDue(factsOf(person, pips));
	if (due.state !== 'running') return null;
	const { article, latestOn } = due;
	const isOver = isBefore(latestOn, today);
	const daysLeft = isOver ? -daysBetween(latestOn, today) : daysBetween(today, latestOn);
	return { latestOn, article, daysLeft };
}
