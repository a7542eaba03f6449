import type { Portal } from '../portal.ts';
import { NotFound } from '../errors.ts';
import type { HelperScope } from '../helpers/scopes.ts';

/** The inburgeraar, signed in. */
export interface Resident {
	readonly kind: 'resident';
	readonly id: string;
	readonly personId: string;
	readonly portal: Portal;
}

export type Role = 'klantmanager' | 'teamLead' | 'administrator';

/** Somebody of the gemeente, signed in. Rights hold only inside the `gemeentecodes`. */
export interface Staff {
	readonly kind: 'staff';
	readonly id: string;
	readonly roles: readonly Role[];
	readonly gemeentecodes: readonly string[];
	readonly portal: Portal;
}

/** A job or an operator's command. */
export interface System {
	readonly kind: 'system';
	readonly id: string;
	readonly portal: Portal;
}

/**
 * Somebody of a partner of the gemeente, a school for one, signed in. The narrowest view there is: who is in the
 * cohorts that the partner gives in these gemeenten, and who was there. No rule about a person lets them in.
 */
export interface Partner {
	readonly kind: 'partner';
	readonly id: string;
	/** The id among the partners of the tenant. */
	readonly partnerId: string;
	readonly gemeentecodes: readonly string[];
	readonly portal: Portal;
}

/**
 * Somebody whom an inburgeraar lets look along for a while, on a phone of their own and without an account: what was
 * ticked, and nothing else. No rule about a person but those of looking lets them in.
 */
export interface Helper {
	readonly kind: 'helper';
	readonly id: string;
	readonly personId: string;
	readonly sees: readonly HelperScope[];
	readonly portal: Portal;
}

export type Actor = Resident | Staff | System | Partner | Helper;

/** The part of a person on which rights depend. */
export interface Subject {
	readonly id: string;
	readonly klantmanagerId: string;
	readonly gemeentecode: string;
}

type Rule = (actor: Actor, subject: Subject) => boolean;

const self: Rule = (actor, subject) => actor.kind === 'resident' && actor.personId === subject.id;

const inGemeente = (actor: Staff, subject: Subject) =>
	actor.gemeentecodes.includes(subject.gemeentecode);

const caseload: Rule = (actor, subject) =>
	actor.kind === 'staff' &&
	inGemeente(actor, subject) &&
	(actor.roles.includes('teamLead') ||
		(actor.roles.includes('klantmanager') && subject.klantmanagerId === actor.id));

/** The one klantmanager of the person, and nobody else of the gemeente, whatever role. */
const ownKlantmanager: Rule = (actor, subject) =>
	actor.kind === 'staff' &&
	inGemeente(actor, subject) &&
	actor.roles.includes('klantmanager') &&
	subject.klantmanagerId === actor.id;

const helperWith =
	(scope: HelperScope): Rule =>
	(actor, subject) =>
		actor.kind === 'helper' && actor.personId === subject.id && actor.sees.includes(scope);

const either =
	(...rules: readonly Rule[]): Rule =>
	(actor, subject) =>
		rules.some((rule) => rule(actor, subject));

/** A team leader of the gemeente who does not work for the person: who handles a complaint was not part of it (Awb 9:7). */
const otherLead: Rule = (actor, subject) =>
	actor.kind === 'staff' &&
	inGemeente(actor, subject) &&
	actor.roles.includes('teamLead') &&
	subject.klantmanagerId !== actor.id;

const system: Rule = (actor) => actor.kind === 'system';

/**
 * Who may do what with a person's things; what is not here is not allowed to anybody. A klantmanager has the own
 * caseload, a team leader the people of the own gemeenten, an administrator no person at all.
 */
const rules = {
	'person.read': either(self, caseload, system),
	'person.write': either(caseload, system),
	// The ways in of an inburgeraar: the desk gives letters, and ends everything for a phone that is lost.
	'access.issue': caseload,
	'access.own': self,
	// Which of the phones keeps a copy is the person's choice; the desk can only end one.
	'phone.choose': self,
	'phone.revoke': either(self, caseload),
	'pip.read': either(self, caseload, system),
	'pip.draft': either(caseload, system),
	'pip.publish': either(caseload, system),
	'progress.read': either(self, caseload, system),
	'progress.say': caseload,
	'module.read': either(self, caseload, system),
	'module.say': caseload,
	'waiting.read': either(self, caseload, system),
	'waiting.say': caseload,
	'hours.read': either(self, caseload, system),
	'hours.declare': either(self, system),
	'hours.decide': either(caseload, system),
	'proof.read': either(self, caseload),
	'agenda.read': either(self, caseload, system),
	'agenda.plan': either(caseload, system),
	'agenda.answer': either(self, caseload),
	'feed.manage': self,
	'attendance.say': caseload,
	'talk.read': either(self, caseload, system),
	'talk.say': self,
	'talk.report': caseload,
	'proposal.read': either(self, caseload, system),
	'proposal.make': either(self, system),
	'proposal.decide': caseload,
	'host.ask': self,
	'host.read': either(self, caseload, system),
	'course.read': either(self, caseload, system),
	'course.write': caseload,
	'duo.read': either(self, caseload, system),
	'duo.report': caseload,
	// Of a diary the caseload has what the person shared, and nothing else: `diary.shared`.
	'diary.read': either(self, caseload),
	'diary.keep': self,
	'call.read': either(self, caseload),
	'call.ask': self,
	'call.settle': caseload,
	'message.read': either(self, caseload),
	'message.write': either(self, caseload),
	'letter.publish': caseload,
	'sending.read': either(self, caseload, system),
	'sending.choose': either(self, caseload, system),
	'sending.confirm': either(caseload, system),
	'submission.read': either(self, caseload, system),
	'submission.make': self,
	'submission.settle': caseload,
	'complaint.read': either(self, otherLead, system),
	'complaint.settle': otherLead,
	'contact.read': either(self, caseload, system),
	'contact.change': self,
	'contact.write': either(caseload, system),
	'reader.list': self,
	'notice.read': self,
	'notice.choose': self,
	'understanding.read': either(self, caseload),
	'understanding.say': self,
	'understanding.settle': caseload,
	'recording.hear': either(self, caseload, system),
	'translation.read': either(self, caseload, system),
	'translation.manage': caseload,
	'translation.exchange': system,
	'intake.read': caseload,
	'intake.write': caseload,
	// What the plan has to reckon with of somebody's health is between the person and the own klantmanager (W 37(2)).
	'health.read': ownKlantmanager,
	'health.write': ownKlantmanager,
	'helper.manage': self,
	'look.agenda': helperWith('agenda'),
	'look.hours': helperWith('hours'),
	'look.plan': helperWith('plan'),
	'look.messages': helperWith('messages'),
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof rules;

/** Whether the actor may do this with the person. */
export function may(actor: Actor, action: Action, subject: Subject): boolean {
	return rules[action](actor, subject);
}

/** The subject, when the actor may; otherwise it is not found. */
export function permitted<T extends Subject>(
	actor: Actor,
	action: Action,
	subject: T | null | undefined,
): T {
	if (!subject || !may(actor, action, subject)) throw new NotFound();
	return subject;
}

/** Whether a member of staff may bring a new person into a gemeente. */
export function mayAdd(actor: Actor, gemeentecode: string): boolean {
	if (actor.kind === 'system') return true;
	return (
		actor.kind === 'staff' &&
		(actor.roles.includes('klantmanager') || actor.roles.includes('teamLead')) &&
		actor.gemeentecodes.includes(gemeentecode)
	);
}

/**
 * Whether a klantmanager stands in for one who is away (`absent` are their ids): then what somebody wrote is read and
 * answered, and the call is made that was asked for. Nothing else of the person opens by it.
 */
export function mayStandIn(actor: Staff, subject: Subject, absent: readonly string[]): boolean {
	return (
		inGemeente(actor, subject) &&
		actor.roles.includes('klantmanager') &&
		absent.includes(subject.klantmanagerId)
	);
}

/** Whether a member of staff may say who of the staff works for a person: the team leaders of the gemeente. */
export function mayAssign(actor: Actor, gemeentecode: string): boolean {
	return (
		mayAdd(actor, gemeentecode) && (actor.kind !== 'staff' || actor.roles.includes('teamLead'))
	);
}

/** Whether a member of staff may make posters for organisations of a gemeente. */
export function mayPost(actor: Actor, gemeentecode: string): boolean {
	return actor.kind === 'staff' && mayAdd(actor, gemeentecode);
}

/**
 * Whether a member of staff leads a cohort: plans for it, reads its whole list and writes down who was there. The one
 * who owns it, and the team leaders of its gemeente.
 */
export function mayLead(
	actor: Actor,
	cohort: { readonly gemeentecode: string; readonly ownerId: string },
): boolean {
	return (
		actor.kind === 'staff' &&
		mayPost(actor, cohort.gemeentecode) &&
		(actor.roles.includes('teamLead') || cohort.ownerId === actor.id)
	);
}

/** Whether the actor holds what a cohort does, and writes down who was there: who leads it, and the partner who gives it. */
export function mayHold(
	actor: Actor,
	cohort: {
		readonly gemeentecode: string;
		readonly ownerId: string;
		readonly partnerId: string | null;
	},
): boolean {
	if (actor.kind !== 'partner') return mayLead(actor, cohort);
	return cohort.partnerId === actor.partnerId && actor.gemeentecodes.includes(cohort.gemeentecode);
}

/** Whether the actor may say who of the staff has which role. */
export function mayManageAccounts(actor: Actor): boolean {
	return (
		actor.kind === 'system' || (actor.kind === 'staff' && actor.roles.includes('administrator'))
	);
}
