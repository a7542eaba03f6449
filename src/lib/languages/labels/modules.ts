import { m } from '#lib/paraglide/messages.js';
import type { ExamOutcome, Module, StepKind, StepSource } from '#lib/server/modules/modules.ts';
import type { Label } from '#lib/ui/message.ts';

/** The modules and their steps, as staff call them. */
export const moduleLabel = {
	arrival: m.modules_arrival,
	intake: m.modules_intake,
	lessons: m.modules_lessons,
	pvt: m.modules_pvt,
	moduleMap: m.modules_map,
	exams: m.modules_exams,
	zRoute: m.modules_z_route,
	closing: m.modules_closing,
} satisfies Record<Module, Label>;

export const stepKindLabel = {
	linked: m.modules_step_linked,
	regeldag: m.modules_step_regeldag,
	tenancySigned: m.modules_step_tenancy,
	benefitAsked: m.modules_step_benefit_asked,
	benefitBegan: m.modules_step_benefit,
	begeleidingBegan: m.modules_step_begeleiding,
	oproep: m.modules_step_oproep,
	leerbaarheidstoets: m.modules_step_leerbaarheidstoets,
	intakeTalk: m.modules_step_intake_talk,
	heardAlone: m.modules_step_heard_alone,
	intakeCompleted: m.modules_step_intake_done,
	intakeInAbsence: m.modules_step_intake_absent,
	offered: m.modules_step_offered,
	lessonsBegan: m.modules_step_lessons,
	taalschakeltrajectBegan: m.modules_step_taalschakel,
	pvtHours: m.modules_step_pvt_hours,
	pvtActivity: m.modules_step_pvt_activity,
	pvtSigned: m.modules_step_pvt_signed,
	moduleMapTheme: m.modules_step_map_theme,
	moduleMapPractice: m.modules_step_map_practice,
	moduleMapEindgesprek: m.modules_step_map_talk,
	examPlanned: m.modules_step_exam_planned,
	exam: m.modules_step_exam,
	eindgesprekPlanned: m.modules_step_talk_planned,
	eindgesprekHeld: m.modules_step_talk_held,
	diploma: m.modules_step_diploma,
	certificate: m.modules_step_certificate,
	workTrackEnded: m.modules_step_track_ended,
	aftercareEnds: m.modules_step_aftercare,
} satisfies Record<StepKind, Label>;

export const sourceLabel = {
	gemeente: m.modules_source_gemeente,
	school: m.modules_source_school,
	duo: m.modules_source_duo,
	coa: m.modules_source_coa,
	partner: m.modules_source_partner,
} satisfies Record<StepSource, Label>;

export const outcomeLabel = {
	geslaagd: m.modules_passed,
	gezakt: m.modules_failed,
} satisfies Record<ExamOutcome, Label>;
