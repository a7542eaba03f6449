import { day } from '#lib/law/day.ts';
import type { PersonFacts } from './change.ts';
import type { Person } from './people.ts';

/** What a form about a person holds, out of the stored row. */
export function factsOf(person: Person): PersonFacts {
	const known = (written: string | null) => (written === null ? null : day(written));
	return {
		gemeentecode: person.gemeentecode,
		givenName: person.givenName,
		familyName: person.familyName,
		bornOn: day(person.bornOn),
		groepDetail: person.groepDetail,
		plichtSinceOn: day(person.plichtSinceOn),
		notifiedOn: known(person.notifiedOn),
		brpRegisteredOn: known(person.brpRegisteredOn),
		movedInOn: known(person.movedInOn),
		firstDagtekeningOn: known(person.firstDagtekeningOn),
		waitingForThirdPartySinceOn: known(person.waitingForThirdPartySinceOn),
		thirdPartyInformationOn: known(person.thirdPartyInformationOn),
		ontheffingHours: person.ontheffingHours,
		loweredHours: person.loweredHours,
		extendedUntil: known(person.extendedUntil),
		hasParticipatiewetBenefit: person.hasParticipatiewetBenefit,
		inAzc: person.inAzc,
		language: person.language,
		interpreter: person.interpreter,
		phone: person.phone,
		email: person.email,
		safeContact: person.safeContact,
		speaks: person.speaks,
		reads: person.reads,
		otherLanguages: person.otherLanguages,
		canRead: person.canRead,
		situations: person.situations,
	};
}
