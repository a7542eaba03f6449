import { m } from '#lib/paraglide/messages.js';
import type { HoursKind } from '#lib/law/hours.ts';
import type { LowerReason, ReportWay } from '#lib/server/duo-reports/duo-reports.ts';
import type { Label } from '#lib/ui/message.ts';

/** The kinds of hours, each a total of its own at DUO. */
export const duoKindLabel = {
	participation: m.file_duo_participation,
	course: m.file_duo_course,
	intake: m.file_duo_intake,
} satisfies Record<HoursKind, Label>;

/** How DUO was told. */
export const reportWayLabel = {
	duoPortal: m.file_duo_by_hand,
} satisfies Record<ReportWay, Label>;

/** Why DUO was told a lower total than before. */
export const lowerReasonLabel = {
	decisionCorrected: m.file_duo_reason_decision,
	schoolCorrected: m.file_duo_reason_school,
	dayOpenAgain: m.file_duo_reason_open,
	reportedWrong: m.file_duo_reason_wrong,
} satisfies Record<LowerReason, Label>;
