import { type Day, day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { type GroepDetail, GROEP_DETAILS, groepOf, stelselOf } from '#lib/law/groep.ts';
import type { Schema } from '../db/schema.ts';

/** The columns of a person from which the law counts. */
export type Known = Pick<
	Schema['people']['$inferSelect'],
	| 'groepDetail'
	| 'plichtSinceOn'
	| 'notifiedOn'
	| 'brpRegisteredOn'
	| 'movedInOn'
	| 'firstDagtekeningOn'
	| 'waitingForThirdPartySinceOn'
	| 'thirdPartyInformationOn'
	| 'ontheffingHours'
	| 'loweredHours'
	| 'extendedUntil'
	| 'hasParticipatiewetBenefit'
	| 'inAzc'
>;

/**
 * What the law asks of one inburgeraar as far as the person's own row tells, without the plans made here. A fact that
 * is not known is left out. Throws `RangeError` for a stored row that is no fact.
 */
export function factsKnown(person: Known): Facts {
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
		firstDagtekeningOn: known(person.firstDagtekeningOn),
		extendedUntil: known(person.extendedUntil),
		ontheffingHours: person.ontheffingHours ?? undefined,
		loweredHours: person.loweredHours ?? undefined,
		hasParticipatiewetBenefit: person.hasParticipatiewetBenefit,
	};
}

function known(written: string | null): Day | undefined {
	return written === null ? undefined : day(written);
}

function detailOf(written: string): GroepDetail {
	const detail = GROEP_DETAILS.find((each) => each === written);
	if (detail === undefined) throw new RangeError(`Not a groep of DUO: ${written}`);
	return detail;
}
