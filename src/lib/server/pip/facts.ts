import { type Day, day, isBefore } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import * as people from '../people/people.ts';
import type { Pips } from './versions.ts';

/**
 * What the law asks of one inburgeraar, out of what the portal knows of the person and the plans. A fact that the
 * portal does not keep is left out, as is one that is not known; `recorded` are those of the dated steps. Throws `RangeError` for a stored row that is no fact.
 */
export function factsOf(
	person: people.Known,
	{ first, current }: Pips,
	recorded: Partial<Facts> = {},
): Facts {
	const facts = people.factsKnown(person);
	const firstDagtekeningOn = earliest(facts.firstDagtekeningOn, first);
	return {
		...recorded,
		...facts,
		firstDagtekeningOn,
		dagtekeningOn: current ? day(current.dagtekeningOn) : undefined,
		bekendmakingOn: current?.sending?.sentOn ? day(current.sending.sentOn) : undefined,
		waitingForLetter: current?.sending ? current.sending.sentOn === null : undefined,
		leerroute: current?.content.leerroute,
		niveau: current?.content.niveau ?? undefined,
		// DUO extends a term that runs: before a plan is known there is none.
		extendedUntil: firstDagtekeningOn === undefined ? undefined : facts.extendedUntil,
	};
}

/** The term runs from the very first PIP, in whichever gemeente; a later one never moves it (W 11(3)). */
function earliest(former: Day | undefined, first: Pips['first']): Day | undefined {
	if (first === null) return former;
	const own = day(first.dagtekeningOn);
	return former !== undefined && isBefore(former, own) ? former : own;
}
