import { m } from '#lib/paraglide/messages.js';
import type { ExamOutcome, Module, StepKind, StepSource } from '#lib/server/modules/modules.ts';
import type { Label } from '#lib/ui/message.ts';

/** The modules and their steps, as staff call them. */
export const moduleLabel = {
	pvt: m.modules_pvt,
	moduleMap: m.modules_map,
	exams: m.modules_exams,
	zRoute: m.modules_z_route,
} satisfies Record<Module, Label>;

export const stepKindLabel = {
	pvtSigned: m.modules_step_pvt_signed,
	moduleMapPractice: m.modules_step_map_practice,
	moduleMapEindgesprek: m.modules_step_map_talk,
	exam: m.modules_step_exam,
	eindgesprekPlanned: m.modules_step_talk_planned,
	eindgesprekHeld: m.modules_step_talk_held,
} satisfies Record<StepKind, Label>;

export const sourceLabel = {
	gemeente: m.modules_source_gemeente,
	school: m.modules_source_school,
	duo: m.modules_source_duo,
} satisfies Record<StepSource, Label>;

export const outcomeLabel = {
	geslaagd: m.modules_passed,
	gezakt: m.modules_failed,
} satisfies Record<ExamOutcome, Label>;
