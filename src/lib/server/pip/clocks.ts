import { bezwaarTerm } from '#lib/law/bezwaar.ts';
import { type Day, dayBefore } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { pipDue, termijnOf } from '#lib/law/termijn.ts';

export type ClockKey = 'pip' | 'termijn' | 'wisselen' | 'verlenging' | 'bezwaar';

/** A date of the law with its article; the last day that counts, or for `verlenging` the first. */
export interface Clock {
	readonly key: ClockKey;
	readonly on: Day;
	readonly article: string;
	/** For the PIP: the last day in time when the other is a weekend or holiday (Atw 1(1)). */
	readonly latestOn: Day | null;
}

/** The clocks that run for somebody, for the staff. None under the law of 2013. */
export function clocks(facts: Facts): readonly Clock[] {
	const due = pipDue(facts);
	const termijn = termijnOf(facts);
	const { dagtekeningOn, bekendmakingOn = dagtekeningOn } = facts;
	const list: Clock[] = [];
	if (due.state === 'running' && dagtekeningOn === undefined) {
		const latestOn = due.latestOn === due.dueOn ? null : due.latestOn;
		list.push({ key: 'pip', on: due.dueOn, article: due.article, latestOn });
	}
	if (termijn) {
		const { articles, until, verlengingAskableFrom, wisselenUntil } = termijn;
		list.push(
			dated('termijn', dayBefore(until), articles.until),
			dated('wisselen', dayBefore(wisselenUntil), articles.wisselenUntil),
			dated('verlenging', verlengingAskableFrom, articles.verlengingAskableFrom),
		);
	}
	const isSent = bekendmakingOn !== undefined && facts.waitingForLetter !== true;
	if (isSent && facts.stelsel === 'wi2021') {
		const term = bezwaarTerm(bekendmakingOn);
		list.push(dated('bezwaar', term.lastDayOn, term.article));
	}
	return list;
}

function dated(key: ClockKey, on: Day, article: string): Clock {
	return { key, on, article, latestOn: null };
}
