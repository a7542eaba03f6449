import { type Day, day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { type GroepDetail, GROEP_DETAILS, groepOf, stelselOf } from '#lib/law/groep.ts';
import type { Person } from '../people/people.ts';
import type { Pips } from './versions.ts';

/**
 * What the law asks of one inburgeraar, out of what the portal knows of the person and the plans. A fact that the
 * portal does not keep is left out, as is one that is not known. Throws `RangeError` for a stored row that is no fact.
 */
export function factsOf(person: Person, { first, current }: Pips): Facts {
	const detail = detailOf(person.groepDetail);
	const plichtSince = day(person.plichtSinceOn);
	const isWaiting =
		person.waitingForThirdPartySinceOn !== null && person.thirdPartyInformationOn === null;
	return {
		stelsel: stelselOf(plichtSince),
		groep: groepOf(detail),
		detail,
		plichtSince,
		notifiedOn: known(person.notifiedOn),
		brpRegisteredOn: known(person.brpRegisteredOn),
		inAzc: person.inAzc,
		movedInOn: known(person.movedInOn),
		waitingForThirdParty: isWaiting,
		thirdPartyInformationOn: known(person.thirdPartyInformationOn),
		firstDagtekeningOn: known(first?.dagtekeningOn),
		dagtekeningOn: known(current?.dagtekeningOn),
		leerroute: current?.content.leerroute,
		niveau: current?.content.niveau ?? undefined,
		extendedUntil: first ? known(person.extendedUntil) : undefined,
		ontheffingHours: person.ontheffingHours ?? undefined,
		loweredHours: person.loweredHours ?? undefined,
		hasParticipatiewetBenefit: person.hasParticipatiewetBenefit,
	};
}

function known(written: string | null | undefined): Day | undefined {
	return written == null ? undefined : day(written);
}

function detailOf(written: string): GroepDetail {
	const detail = GROEP_DETAILS.find((each) => each === written);
	if (detail === undefined) throw new RangeError(`Not a groep of DUO: ${written}`);
	return detail;
}
