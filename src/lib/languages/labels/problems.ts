import { m } from '#lib/paraglide/messages.js';
import type { ProblemKey, Problems } from '#lib/server/errors.ts';

type ProblemLabel = (inputs?: Record<never, never>, options?: { locale?: never }) => string;

/** Why a field was refused, and what to do. */
export const problemLabel = {
	missing: m.problem_missing,
	tooLong: m.problem_too_long,
	notADay: m.problem_not_a_day,
	notAWholeNumber: m.problem_not_a_whole_number,
	notAQuarter: m.problem_not_a_quarter,
	future: m.problem_future,
	tooMany: m.problem_too_many,
	tooFew: m.problem_too_few,
	notABsn: m.problem_not_a_bsn,
	notAPhone: m.problem_not_a_phone,
	bsnKnown: m.problem_bsn_known,
	notAChoice: m.problem_not_a_choice,
	fileTooLarge: m.problem_file_too_large,
	fileTooManyPixels: m.problem_file_too_many_pixels,
	fileKind: m.problem_file_kind,
	fileDamaged: m.problem_file_damaged,
	fileSlow: m.problem_file_slow,
	photosTooMany: m.problem_photos_too_many,
	changedMeanwhile: m.problem_changed_meanwhile,
	alreadyDecided: m.problem_already_decided,
	niveauNotOnO: m.problem_niveau_not_on_o,
	niveauNotOnZ: m.problem_niveau_not_on_z,
	niveauNotInFirst: m.problem_niveau_not_in_first,
	mapNotOnO: m.problem_map_not_on_o,
	pvtTooFew: m.problem_pvt_too_few,
	mapTooFew: m.problem_map_too_few,
	courseHoursOnlyAsiel: m.problem_course_hours_only_asiel,
	courseHoursMissing: m.problem_course_hours_missing,
	courseHoursTooFew: m.problem_course_hours_too_few,
	talksMissing: m.problem_talks_missing,
	agreementDiffers: m.problem_agreement_differs,
	changeReasonMissing: m.problem_change_reason_missing,
	dagtekeningNotToday: m.problem_dagtekening_not_today,
	dagtekeningBeforeMove: m.problem_dagtekening_before_move,
	noAgreements: m.problem_no_agreements,
	dagtekeningBeforeDuty: m.problem_dagtekening_before_duty,
	dagtekeningBeforePrevious: m.problem_dagtekening_before_previous,
	wisselenTooLate: m.problem_wisselen_too_late,
	wisselenTooEarly: m.problem_wisselen_too_early,
	afschalenHours: m.problem_afschalen_hours,
	afschalenEffort: m.problem_afschalen_effort,
	firstPlanBeforeLaw: m.problem_first_plan_before_law,
	formerPlanAfterMove: m.problem_former_plan_after_move,
	extensionShortensTerm: m.problem_extension_shortens_term,
	wi2013: m.problem_wi2013,
	noPlan: m.problem_no_plan,
	beforePlan: m.problem_before_plan,
} satisfies Record<ProblemKey, ProblemLabel>;

/** The sentence of each refused field. */
export function problemLabels(
	problems: Problems | undefined,
): Record<string, (typeof problemLabel)[ProblemKey]> {
	return Object.fromEntries(
		Object.entries(problems ?? {}).map(([field, key]) => [field, problemLabel[key]]),
	);
}
