import { day } from '#lib/law/day.ts';
import type { Actor } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { change, type Changed, type PersonFacts } from './change.ts';
import type { Person } from './people.ts';

/** Changes a person as the form does: everything as it stands, but for what is named. */
export function tryingAs(usual: Actor, moment: Moment) {
	return (
		person: Person,
		facts: Partial<PersonFacts>,
		rest: Partial<Omit<Changed, 'facts'>> = {},
		actor: Actor = usual,
		base: number = person.revision,
	) => {
		const asked = { groepChangedOn: null, groepReason: null, ...rest };
		const changed = { facts: { ...factsOf(person), ...facts }, ...asked };
		return change(actor, person.id, changed, base, moment);
	};
}

/** What the form of a person holds. */
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
	};
}
