import { m } from '#lib/paraglide/messages.js';
import type { Topic } from '#lib/languages/sentences.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import type { StepKey, StepState } from '#lib/law/timeline.ts';
import type { Party } from '#lib/server/pip/content.ts';
import type { PlanWarning } from '#lib/server/pip/finding.ts';
import type { Interpreter } from '#lib/server/pip/talk-row.ts';
import type { NormKey } from '#lib/server/pip/norms-shown.ts';
import type { Answer } from '#lib/server/understanding/understanding.ts';
import type { Label, Message } from '#lib/ui/message.ts';

/** The leerroute as the inburgeraar reads it. */
export const routeText = {
	B: m.plan_route_b,
	O: m.plan_route_o,
	Z: m.plan_route_z,
} satisfies Record<Leerroute, Label>;

/** Route and level in one line, as a change of either is read. */
export const routeLineText = {
	...routeText,
	BToA2: m.plan_route_b_a2,
} satisfies Record<Leerroute | 'BToA2', Label>;

/** The leerroute as staff call it. */
export const leerrouteLabel = {
	B: m.people_leerroute_b,
	O: m.people_leerroute_o,
	Z: m.people_leerroute_z,
} satisfies Record<Leerroute, Label>;

/** Above the agreements of each party. */
export const partyTitle = {
	you: m.plan_party_you,
	gemeente: m.plan_party_gemeente,
	school: m.plan_party_school,
	partner: m.plan_party_partner,
} satisfies Record<Party, Label>;

/** Each party as staff choose it. */
export const partyLabel = {
	you: m.editor_party_you,
	gemeente: m.editor_party_gemeente,
	school: m.editor_party_school,
	partner: m.editor_party_partner,
} satisfies Record<Party, Label>;

/** The picture of each subject and party. */
export const topicIcon = {
	lessons: 'chalkboard-teacher',
	money: 'wallet',
	pvt: 'signature',
	moduleMap: 'identification-badge',
	knm: 'bank',
	exams: 'certificate',
	hours: 'clock',
	eindgesprek: 'chats-circle',
	vve: 'users-three',
	voortgangsgesprek: 'calendar-check',
	ontzorgen: 'receipt',
	contact: 'user',
	begeleiding: 'handshake',
	activity: 'hand-heart',
	arrange: 'key',
} as const satisfies Record<Topic, string>;

export const partyIcon = {
	you: 'user',
	gemeente: 'buildings',
	school: 'graduation-cap',
	partner: 'handshake',
} as const satisfies Record<Party, string>;

/** What a plan asks in numbers; the gaps of each are the slots that come with it. */
export const normText = {
	course: m.plan_norm_course,
	pvt: m.plan_norm_pvt,
	moduleMap: m.plan_norm_module_map,
	moduleMapInside: m.plan_norm_module_map_inside,
	participation: m.plan_norm_participation,
	noParticipationRoute: m.plan_norm_no_participation_route,
	noParticipationGezin: m.plan_norm_no_participation_gezin,
	noParticipationOntheffing: m.plan_norm_no_participation_ontheffing,
	talks: m.plan_norm_talks,
} as unknown as Record<NormKey, Message>;

/** What one can say about an agreement, with its picture. */
export const answerLabel = {
	understood: m.plan_say_understood,
	notUnderstood: m.plan_say_not_understood,
	talk: m.plan_say_talk,
} satisfies Record<Answer, Label>;

export const answerIcon = {
	understood: 'check-circle',
	notUnderstood: 'question',
	talk: 'chats-circle',
} as const satisfies Record<Answer, string>;

/** What waits for a talk, as staff read it. */
export const waitingLabel = {
	notUnderstood: m.queue_talk_not_understood,
	talk: m.queue_talk_wish,
} satisfies Record<Exclude<Answer, 'understood'>, Label>;

export const stepLabel = {
	plicht: m.step_plicht,
	registration: m.step_registration,
	voorinburgering: m.step_voorinburgering,
	maatschappelijkeBegeleiding: m.step_begeleiding,
	ontzorgen: m.step_ontzorgen,
	oproep: m.step_oproep,
	leerbaarheidstoets: m.step_leerbaarheidstoets,
	bredeIntake: m.step_brede_intake,
	pip: m.step_pip,
	pipAfterMove: m.step_pip_after_move,
	bezwaar: m.step_bezwaar,
	termijn: m.step_termijn,
	offer: m.step_offer,
	taalschakeltraject: m.step_taalschakeltraject,
	wisselen: m.step_wisselen,
	pvt: m.step_pvt,
	moduleMap: m.step_module_map,
	leerroute: m.step_leerroute,
	certificate: m.step_certificate,
	verlenging: m.step_verlenging,
	bothLanguages: m.step_both_languages,
	maatschappelijkeBegeleidingTarget: m.step_begeleiding_target,
	ontzorgenTarget: m.step_ontzorgen_target,
	intakeTalk: m.step_intake_talk,
	voortgangsgesprek: m.step_talk,
	pvtTarget: m.step_pvt_target,
	moduleMapTarget: m.step_module_map_target,
} satisfies Record<StepKey, Label>;

export const stepStateLabel = {
	done: m.plan_step_done,
	now: m.plan_step_now,
	next: m.plan_step_next,
} satisfies Record<StepState, Label>;

export const planWarningLabel = {
	noGemeenteAgreement: m.warn_no_gemeente_agreement,
	pipLate: m.warn_pip_late,
	agreementNotForGroep: m.warn_agreement_groep,
	agreementNotForLeerroute: m.warn_agreement_leerroute,
	agreementNeedsBenefit: m.warn_agreement_benefit,
	ownWordsUntranslated: m.warn_own_words,
	ownWordsStale: m.warn_own_words_stale,
	hardToRead: m.warn_hard_to_read,
	planOfFormerGemeente: m.warn_former_gemeente,
	pvtWithoutKernwaarde: m.warn_pvt_kernwaarde,
	moduleMapWithoutPraktijk: m.warn_map_praktijk,
	pwBijlagenMissing: m.warn_bijlagen_missing,
	mandaatMissing: m.warn_mandaat_missing,
	begeleidingMissing: m.warn_begeleiding_missing,
	begeleidingNotForGroep: m.warn_begeleiding_groep,
	ontzorgenMissing: m.warn_ontzorgen_missing,
	ontzorgenIncomplete: m.warn_ontzorgen_incomplete,
	ontzorgenNareiziger: m.warn_ontzorgen_nareiziger,
	zelfredzaamheidMissing: m.warn_zelfredzaamheid_missing,
	alfabetiseringNotOffered: m.warn_alfabetisering,
	endsBeforePlan: m.warn_ends_before_plan,
	noGoals: m.warn_no_goals,
	goalWithoutAction: m.warn_goal_without_action,
} satisfies Record<PlanWarning, Label>;

/** The gaps of the agreement sentences, as the editor asks for them. */
export const slotLabels: Readonly<Record<string, Label>> = {
	school: m.slot_school,
	partner: m.slot_partner,
	klantmanager: m.slot_klantmanager,
	phone: m.slot_phone,
	hours: m.slot_hours,
	count: m.slot_count,
	firstOn: m.slot_first_on,
	lastOn: m.slot_last_on,
	amount: m.slot_amount,
	doneOn: m.slot_done_on,
};

/** The groups in which warnings are shown, in this order. */
export const warningGroups = ['parts', 'fit', 'translations', 'reading', 'clock'] as const;

export type WarningGroup = (typeof warningGroups)[number];

export const warningGroupLabel = {
	parts: m.preview_group_parts,
	fit: m.preview_group_fit,
	translations: m.preview_group_translations,
	reading: m.preview_group_reading,
	clock: m.preview_group_clock,
} satisfies Record<WarningGroup, Label>;

/** Where each warning is shown. */
export const warningGroupOf = {
	noGemeenteAgreement: 'parts',
	planOfFormerGemeente: 'clock',
	pipLate: 'clock',
	agreementNotForGroep: 'fit',
	agreementNotForLeerroute: 'fit',
	agreementNeedsBenefit: 'fit',
	ownWordsUntranslated: 'translations',
	ownWordsStale: 'translations',
	hardToRead: 'reading',
	pvtWithoutKernwaarde: 'parts',
	moduleMapWithoutPraktijk: 'parts',
	pwBijlagenMissing: 'parts',
	mandaatMissing: 'parts',
	begeleidingMissing: 'parts',
	begeleidingNotForGroep: 'fit',
	ontzorgenMissing: 'parts',
	ontzorgenIncomplete: 'parts',
	ontzorgenNareiziger: 'fit',
	zelfredzaamheidMissing: 'parts',
	alfabetiseringNotOffered: 'fit',
	endsBeforePlan: 'fit',
	noGoals: 'parts',
	goalWithoutAction: 'parts',
} as const satisfies Record<PlanWarning, WarningGroup>;

/** Whether an interpreter comes to a talk, as staff choose it. */
export const interpreterLabel = {
	none: m.preview_talk_interpreter_none,
	wanted: m.preview_talk_interpreter_wanted,
	booked: m.preview_talk_interpreter_booked,
} satisfies Record<Interpreter, Label>;
