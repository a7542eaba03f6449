import { m } from '#lib/paraglide/messages.js';
import type { ParcelReason } from '#lib/server/parcels/outcome.ts';

type ReasonLabel = (inputs?: Record<never, never>, options?: { locale?: never }) => string;

/** Why something of a phone did not simply arrive, and what to do. */
export const parcelReasonLabel = {
	incomplete: m.parcel_incomplete,
	wrongDay: m.parcel_wrong_day,
	otherAnswers: m.parcel_other_answers,
	photos: m.parcel_photos,
	noPlan: m.problem_no_plan,
	gone: m.parcel_gone,
	over: m.parcel_over,
	newerAnswer: m.parcel_newer_answer,
	notUnderstood: m.parcel_not_understood,
	tooLarge: m.parcel_too_large,
	tooMuch: m.parcel_too_much,
} satisfies Record<ParcelReason, ReasonLabel>;
