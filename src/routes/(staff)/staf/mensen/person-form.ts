import * as v from 'valibot';
import { groepLabel, readingSkillLabel, situationLabel } from '#lib/languages/labels/people.ts';
import { languagesOffered } from '#lib/languages/languages.ts';
import { type Day, day, dayAfter, dayBefore } from '#lib/law/day.ts';
import type { GroepDetail } from '#lib/law/groep.ts';
import type { Staff } from '#lib/server/access/access.ts';
import type { Problems } from '#lib/server/errors.ts';
import { bounds } from '#lib/server/people/bounds.ts';
import type { PersonFacts } from '#lib/server/people/change.ts';
import type { Person, ReadingSkill, Situation } from '#lib/server/people/people.ts';
import * as fields from '../../../../hooks/fields.ts';

/** The boxes of which several can be ticked, each called by its list and what it stands for. */
const boxes = <List extends string, Option extends string>(
	list: List,
	options: readonly Option[],
) =>
	Object.fromEntries(options.map((option) => [`${list}-${option}`, fields.ticked])) as Record<
		`${List}-${Option}`,
		typeof fields.ticked
	>;
const situations = Object.keys(situationLabel) as Situation[];
const readingSkills = Object.keys(readingSkillLabel) as ReadingSkill[];

/** What is asked about a person, whether new or known. */
export const personFields = {
	givenName: fields.text(bounds.name),
	familyName: fields.text(bounds.name),
	bornOn: fields.day,
	gemeentecode: fields.text(4),
	groepDetail: fields.choice(Object.keys(groepLabel) as GroepDetail[]),
	plichtSinceOn: fields.day,
	notifiedOn: fields.optionalDay,
	brpRegisteredOn: fields.optionalDay,
	movedInOn: fields.optionalDay,
	firstDagtekeningOn: fields.optionalDay,
	waitingForThirdPartySinceOn: fields.optionalDay,
	thirdPartyInformationOn: fields.optionalDay,
	ontheffingHours: fields.optionalWhole(0, bounds.hours),
	loweredHours: fields.optionalWhole(1, bounds.hours),
	extendedLastOn: fields.optionalDay,
	language: fields.choice(languagesOffered),
	...boxes('speaks', languagesOffered),
	...boxes('reads', languagesOffered),
	otherLanguages: fields.optionalText(bounds.otherLanguages),
	canRead: fields.choice(['', ...readingSkills]),
	...boxes('situations', situations),
	phone: fields.optionalText(bounds.phone),
	email: fields.optionalEmail,
	safeContact: fields.ticked,
	hasParticipatiewetBenefit: fields.ticked,
	inAzc: fields.ticked,
	interpreter: fields.ticked,
};

type Typed = {
	readonly [Name in keyof typeof personFields]: v.InferOutput<(typeof personFields)[Name]>;
};

/** The facts that were typed; the end of the term as the portal keeps it, exclusive. */
export function factsTyped(typed: Typed): PersonFacts {
	return {
		givenName: typed.givenName,
		familyName: typed.familyName,
		bornOn: typed.bornOn,
		gemeentecode: typed.gemeentecode,
		groepDetail: typed.groepDetail,
		plichtSinceOn: typed.plichtSinceOn,
		notifiedOn: typed.notifiedOn,
		brpRegisteredOn: typed.brpRegisteredOn,
		movedInOn: typed.movedInOn,
		firstDagtekeningOn: typed.firstDagtekeningOn,
		waitingForThirdPartySinceOn: typed.waitingForThirdPartySinceOn,
		thirdPartyInformationOn: typed.thirdPartyInformationOn,
		ontheffingHours: typed.ontheffingHours,
		loweredHours: typed.loweredHours,
		extendedUntil: typed.extendedLastOn && dayAfter(typed.extendedLastOn),
		language: typed.language,
		speaks: languagesOffered.filter((language) => typed[`speaks-${language}`]),
		reads: languagesOffered.filter((language) => typed[`reads-${language}`]),
		otherLanguages: typed.otherLanguages,
		canRead: typed.canRead || null,
		situations: situations.filter((situation) => typed[`situations-${situation}`]),
		phone: typed.phone,
		email: typed.email,
		safeContact: typed.safeContact,
		hasParticipatiewetBenefit: typed.hasParticipatiewetBenefit,
		inAzc: typed.inAzc,
		interpreter: typed.interpreter,
	};
}

/** What stands in the fields for somebody who is known. */
export function fieldsOf(person: Pick<Person, keyof PersonFacts>): Record<string, string> {
	const tick = (is: boolean) => (is ? 'ja' : '');
	return {
		givenName: person.givenName,
		familyName: person.familyName,
		bornOn: person.bornOn,
		gemeentecode: person.gemeentecode,
		groepDetail: person.groepDetail,
		plichtSinceOn: person.plichtSinceOn,
		notifiedOn: person.notifiedOn ?? '',
		brpRegisteredOn: person.brpRegisteredOn ?? '',
		movedInOn: person.movedInOn ?? '',
		firstDagtekeningOn: person.firstDagtekeningOn ?? '',
		waitingForThirdPartySinceOn: person.waitingForThirdPartySinceOn ?? '',
		thirdPartyInformationOn: person.thirdPartyInformationOn ?? '',
		ontheffingHours: String(person.ontheffingHours ?? ''),
		loweredHours: String(person.loweredHours ?? ''),
		extendedLastOn: person.extendedUntil === null ? '' : dayBefore(day(person.extendedUntil)),
		language: person.language,
		...tickedIn('speaks', person.speaks),
		...tickedIn('reads', person.reads),
		otherLanguages: person.otherLanguages ?? '',
		canRead: person.canRead ?? '',
		...tickedIn('situations', person.situations),
		phone: person.phone ?? '',
		email: person.email ?? '',
		safeContact: tick(person.safeContact),
		hasParticipatiewetBenefit: tick(person.hasParticipatiewetBenefit),
		inAzc: tick(person.inAzc),
		interpreter: tick(person.interpreter),
	};
}

function tickedIn(list: string, options: readonly string[]) {
	return Object.fromEntries(options.map((option) => [`${list}-${option}`, 'ja']));
}

/** What is wrong with the facts before anybody is asked to keep them; null when nothing is. */
export function wrongTyped(facts: PersonFacts, actor: Staff, today: Day): Problems | null {
	if (facts.bornOn > today) return { bornOn: 'future' };
	return actor.gemeentecodes.includes(facts.gemeentecode) ? null : { gemeentecode: 'notAChoice' };
}

/** The problems of the facts under the names of the fields. */
export function atFields({ extendedUntil, ...rest }: Problems): Problems {
	return extendedUntil ? { ...rest, extendedLastOn: extendedUntil } : rest;
}

/** The gemeenten in which the member of staff works, to choose from. */
export function gemeentenOf({ portal, gemeentecodes }: Staff) {
	return portal.tenant.gemeenten
		.filter(({ gemeentecode }) => gemeentecodes.includes(gemeentecode))
		.map(({ gemeentecode, name }) => ({ value: gemeentecode, text: name }));
}
