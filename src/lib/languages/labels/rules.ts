import { m } from '#lib/paraglide/messages.js';
import type { StepKey } from '#lib/law/timeline.ts';
import type { Label, SlotsOf } from '#lib/ui/message.ts';
import type { Topic } from '../../../params/topic.ts';

/** What each page about rules is called, and its picture. */
export const topicLabel = {
	plichten: m.rules_topic_plichten,
	boete: m.rules_topic_boete,
	verlenging: m.rules_topic_verlenging,
	ontheffing: m.rules_topic_ontheffing,
	vrijstelling: m.rules_topic_vrijstelling,
	bezwaar: m.rules_topic_bezwaar,
} satisfies Record<Topic, Label>;

export const topicIcon = {
	plichten: 'list-checks',
	boete: 'receipt',
	verlenging: 'calendar-plus',
	ontheffing: 'stethoscope',
	vrijstelling: 'medal',
	bezwaar: 'hand-palm',
} as const satisfies Record<Topic, string>;

/** The page that explains the rule behind a dated step, or null where none does. */
export function rulesTopicOf(step: StepKey): Topic | null {
	return topicOfStep[step] ?? null;
}

const topicOfStep: Partial<Record<StepKey, Topic>> = {
	plicht: 'plichten',
	oproep: 'plichten',
	leerbaarheidstoets: 'plichten',
	bredeIntake: 'plichten',
	intakeTalk: 'plichten',
	bezwaar: 'bezwaar',
	termijn: 'verlenging',
	taalschakeltraject: 'plichten',
	pvt: 'plichten',
	pvtTarget: 'plichten',
	moduleMap: 'plichten',
	moduleMapTarget: 'plichten',
	leerroute: 'plichten',
	voortgangsgesprek: 'plichten',
	verlenging: 'verlenging',
};

/** The parts of a page, from what one can do to what may come of it, each with its picture. */
export const partLabel = {
	todo: m.rules_part_todo,
	otherLaw: m.plan_old_title,
	rule: m.rules_part_rule,
	duties: m.rules_part_duties,
	gemeente: m.rules_part_gemeente,
	duo: m.rules_part_duo,
	grounds: m.rules_part_grounds,
	kinds: m.rules_part_kinds,
	consequence: m.rules_part_consequence,
} satisfies Record<string, Label>;

export type PartKey = keyof typeof partLabel;

export const partIcon = {
	todo: 'phone-call',
	otherLaw: 'info',
	rule: 'scales',
	duties: 'list-numbers',
	gemeente: 'bank',
	duo: 'graduation-cap',
	grounds: 'calendar-plus',
	kinds: 'seal-check',
	consequence: 'signpost',
} as const satisfies Record<PartKey, string>;

/** The long parts, which open with a tap. */
export const foldedParts = ['gemeente', 'duo', 'grounds'] as const satisfies readonly PartKey[];

/** Every sentence of these pages. The gaps of each are the slots that must come with it. */
export const ruleText = {
	askDuo: m.rules_ask_duo,
	askHelp: m.rules_ask_help,
	duoDecides: m.rules_duo_decides,
	duoNo: m.rules_duo_no,
	lastResort: m.rules_last_resort,

	term: m.plan_term,
	termExtended: m.plan_term_extended,
	readPlan: m.rules_duty_read,
	tellUs: m.rules_duty_tell,
	intakeDay: m.rules_duty_intake,
	intakeCall: m.rules_duty_call,
	intakeAlone: m.rules_duty_alone,
	dutyToets: m.rules_duty_test,
	dutyUnknown: m.rules_duty_unknown,
	dutyExams: m.rules_duty_exams,
	dutyTaalschakeltraject: m.rules_duty_taalschakel,
	dutyEindgesprek: m.rules_duty_eindgesprek,
	dutySign: m.rules_duty_sign,
	lessonsByGemeente: m.rules_duty_lessons_gemeente,
	lessonsBySelf: m.rules_duty_lessons_self,
	notDone: m.rules_duty_not_done,
	normCourse: m.plan_norm_course,
	normPvt: m.plan_norm_pvt,
	normModuleMap: m.plan_norm_module_map,
	normModuleMapInside: m.plan_norm_module_map_inside,
	normParticipation: m.plan_norm_participation,
	normNoParticipationRoute: m.plan_norm_no_participation_route,
	normNoParticipationGezin: m.plan_norm_no_participation_gezin,
	normNoParticipationOntheffing: m.plan_norm_no_participation_ontheffing,
	normTalks: m.plan_norm_talks,

	boeteCall: m.rules_boete_call,
	boeteTell: m.rules_boete_tell,
	boeteKeep: m.rules_boete_keep,
	boeteBezwaar: m.rules_boete_bezwaar,
	boeteBlame: m.rules_boete_blame,
	boeteBenefit: m.rules_boete_benefit,
	boeteHeard: m.rules_boete_heard,
	intakeWarning: m.rules_boete_intake_warning,
	intakeMax: m.rules_boete_intake_max,
	intakeNewDay: m.rules_boete_intake_new,
	planWhen: m.rules_boete_plan_when,
	planWhat: m.rules_boete_plan_what,
	planSupport: m.rules_boete_part_support,
	planPvt: m.rules_boete_part_pvt,
	planModuleMap: m.rules_boete_part_map,
	planLessons: m.rules_boete_part_lessons,
	planLessonsNot: m.rules_boete_lessons_not,
	planFirst: m.rules_boete_plan_first,
	planLittle: m.rules_boete_plan_little,
	planAgain: m.rules_boete_plan_again,
	planTotal: m.rules_boete_plan_total,
	duoWhen: m.rules_boete_duo_when,
	duoLater: m.rules_boete_duo_later,
	duoHelpIt: m.rules_boete_duo_help_it,
	duoPvt: m.rules_boete_duo_pvt,
	duoModuleMap: m.rules_boete_duo_map,
	duoLeerroute: m.rules_boete_duo_route,
	duoExams: m.rules_boete_duo_exams,
	duoHours: m.rules_boete_duo_hours,
	duoNewTime: m.rules_boete_duo_new,
	boetePay: m.rules_boete_pay,

	verlengingFrom: m.rules_verlenging_from,
	verlengingNow: m.rules_verlenging_now,
	verlengingOver: m.rules_verlenging_over,
	verlengingNone: m.rules_verlenging_none,
	verlengingProof: m.rules_verlenging_proof,
	verlengingLength: m.rules_verlenging_length,
	illness: m.rules_ground_illness,
	death: m.rules_ground_death,
	birth: m.rules_ground_birth,
	shelter: m.rules_ground_shelter,
	literacy: m.rules_ground_literacy,
	homeless: m.rules_ground_homeless,
	noOffer: m.rules_ground_no_offer,
	noStart: m.rules_ground_no_start,
	provider: m.rules_ground_provider,
	other: m.rules_ground_other,
	several: m.rules_ground_several,
	almostDone: m.rules_ground_almost,
	almostDoneAll: m.rules_ground_almost_all,
	almostDoneHours: m.rules_ground_almost_hours,

	ontheffingTalk: m.rules_ontheffing_talk,
	ontheffingPrivate: m.rules_ontheffing_private,
	ontheffingYours: m.rules_ontheffing_yours,
	ontheffingCost: m.rules_ontheffing_cost,
	ontheffingToets: m.rules_ontheffing_toets,
	ontheffingMedical: m.rules_ontheffing_medical,
	ontheffingExams: m.rules_ontheffing_exams,
	ontheffingHours: m.rules_ontheffing_hours,
	ontheffingAdapted: m.rules_ontheffing_adapted,
	ontheffingLessons: m.rules_ontheffing_lessons,
	ontheffingSpecial: m.rules_ontheffing_special,

	vrijstellingShow: m.rules_vrijstelling_show,
	vrijstellingNoMap: m.rules_vrijstelling_no_map,
	vrijstellingDiploma: m.rules_vrijstelling_diploma,
	vrijstellingSchool: m.rules_vrijstelling_school,
	vrijstellingTraining: m.rules_vrijstelling_training,
	vrijstellingSettled: m.rules_vrijstelling_settled,
	vrijstellingWorked: m.rules_vrijstelling_worked,
	vrijstellingCost: m.rules_vrijstelling_cost,
	vrijstellingExams: m.rules_vrijstelling_exams,

	bezwaarOpen: m.plan_bezwaar_open,
	bezwaarClosed: m.plan_bezwaar_closed,
	bezwaarWaiting: m.plan_sent_waiting,
	bezwaarCall: m.rules_bezwaar_call,
	bezwaarWrite: m.rules_bezwaar_write,
	bezwaarContents: m.rules_bezwaar_contents,
	bezwaarWhere: m.rules_bezwaar_where,
	bezwaarCopy: m.rules_bezwaar_copy,
	bezwaarWeeks: m.rules_bezwaar_weeks,
	bezwaarAllowed: m.rules_bezwaar_allowed,
	bezwaarHeard: m.rules_bezwaar_heard,
	bezwaarAnswer: m.rules_bezwaar_answer,
	bezwaarLonger: m.rules_bezwaar_longer,
	bezwaarHolds: m.rules_bezwaar_holds,
	bezwaarCourt: m.rules_bezwaar_court,

	oldText: m.plan_old_text,
	oldLanguage: m.plan_old_language,
	oldKnm: m.plan_old_knm,
	oldOna: m.plan_old_ona,
	oldCourse: m.plan_old_course,
	oldDay: m.plan_old_duo,
	oldDuo: m.rules_old_duo,
	oldBoeteLetter: m.rules_old_boete_letter,
	oldBoeteGemeente: m.rules_old_boete_gemeente,
	oldBoeteNew: m.rules_old_boete_new,
} as const;

export type LineKey = keyof typeof ruleText;

/** The facts that a sentence needs: a slot for each of its gaps. */
export type LineSlots<Key extends LineKey> = SlotsOf<Parameters<(typeof ruleText)[Key]>[0]>;
