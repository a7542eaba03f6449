import { m } from '#lib/paraglide/messages.js';
import type { GroepDetail } from '#lib/law/groep.ts';
import type { PersonFacts } from '#lib/server/people/change.ts';
import type { GroepReason } from '#lib/server/people/groep-history.ts';
import type { ReadingSkill, Situation } from '#lib/server/people/people.ts';
import type { Label } from '#lib/ui/message.ts';

/** DUO's groepen as staff call them. */
export const groepLabel = {
	asielstatushouder: m.people_groep_asielstatushouder,
	nareiziger: m.people_groep_nareiziger,
	gezinsherenigerMetAsielstatushouder: m.people_groep_gezinshereniger_asiel,
	gezinsvormerMetAsielstatushouder: m.people_groep_gezinsvormer_asiel,
	geestelijkBedienaar: m.people_groep_geestelijk,
	gezinshereniger: m.people_groep_gezinshereniger,
	gezinsvormer: m.people_groep_gezinsvormer,
	overig: m.people_groep_overig,
} satisfies Record<GroepDetail, Label>;

/** Why the groep of somebody became another one. */
export const groepReasonLabel = {
	indDecision: m.people_groep_reason_ind,
	correction: m.people_groep_reason_correction,
	renouncedAsylumRights: m.people_groep_reason_renounced,
	other: m.people_groep_reason_other,
} satisfies Record<GroepReason, Label>;

/** Whether somebody can read. */
export const readingSkillLabel = {
	yes: m.people_can_read_yes,
	little: m.people_can_read_little,
	no: m.people_can_read_no,
} satisfies Record<ReadingSkill, Label>;

/** What staff have to reckon with. */
export const situationLabel = {
	amv: m.people_situation_amv,
	largeFamily: m.people_situation_large_family,
	noodopvang: m.people_situation_noodopvang,
} satisfies Record<Situation, Label>;

/** What is asked about a person; the extension by its last day, as DUO's letter says it. */
export type PersonField =
	Exclude<keyof PersonFacts, 'extendedUntil'> | 'extendedLastOn' | 'groepChangedOn' | 'groepReason';

export const personFieldLabel = {
	givenName: m.people_field_given_name,
	familyName: m.people_field_family_name,
	bornOn: m.people_field_born,
	gemeentecode: m.people_field_gemeente,
	groepDetail: m.people_field_groep,
	groepChangedOn: m.people_field_groep_changed,
	groepReason: m.people_field_groep_reason,
	plichtSinceOn: m.people_field_plicht,
	notifiedOn: m.people_field_notified,
	brpRegisteredOn: m.people_field_registered,
	movedInOn: m.people_field_moved,
	firstDagtekeningOn: m.people_field_first_plan,
	waitingForThirdPartySinceOn: m.people_field_waiting,
	thirdPartyInformationOn: m.people_field_informed,
	extendedLastOn: m.people_field_extended,
	ontheffingHours: m.people_field_ontheffing,
	loweredHours: m.people_field_lowered,
	inAzc: m.people_field_azc,
	hasParticipatiewetBenefit: m.people_field_benefit,
	interpreter: m.people_field_interpreter,
	language: m.people_field_language,
	speaks: m.people_field_speaks,
	reads: m.people_field_reads,
	otherLanguages: m.people_field_other_languages,
	canRead: m.people_field_can_read,
	situations: m.people_field_situations,
	phone: m.people_field_phone,
	email: m.people_field_email,
	safeContact: m.people_field_safe_contact,
} satisfies Record<PersonField, Label>;
