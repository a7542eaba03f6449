import { m } from '#lib/paraglide/messages.js';
import type {
	NeutralText,
	NoticeChannel,
	NoticeGroup,
	NoticeKind,
} from '#lib/server/notices/kinds.ts';
import type { DeliveryState, SendingError } from '#lib/server/notices/states.ts';
import type { Label } from '#lib/ui/message.ts';

/** The five texts that leave the portal; what they are about is read after signing in. */
export const neutralText = {
	message: m.notice_text_message,
	change: m.notice_text_change,
	tomorrow: m.notice_text_tomorrow,
	soon: m.notice_text_soon,
	answer: m.notice_text_answer,
} satisfies Record<NeutralText, Label>;

/** The e-mail to who chose the portal for decisions. */
export const officialMail = {
	subject: m.notice_official_subject,
	words: m.notice_official_text,
} as const satisfies Record<string, Label>;

/** What a notice was about, for who is signed in. */
export const noticeLabel = {
	agendaNew: m.notice_kind_agenda_new,
	agendaMoved: m.notice_kind_agenda_moved,
	agendaCancelled: m.notice_kind_agenda_cancelled,
	timetableChanged: m.notice_kind_timetable_changed,
	talkPlanned: m.notice_kind_talk_planned,
	talkReport: m.notice_kind_talk_report,
	talkMoved: m.notice_kind_agenda_moved,
	talkCancelled: m.notice_kind_agenda_cancelled,
	reminderDay: m.notice_kind_reminder,
	reminderHour: m.notice_kind_reminder,
	hoursDecided: m.notice_kind_hours_decided,
	hoursAsked: m.notice_kind_hours_asked,
	proposalDecided: m.notice_kind_proposal_decided,
	proposalAsked: m.notice_kind_proposal_asked,
	questionAnswered: m.notice_kind_question_answered,
	submissionAnswered: m.notice_kind_submission_answered,
	planSent: m.notice_kind_plan_sent,
	messageNew: m.notice_kind_message_new,
	letterNew: m.notice_kind_official_letter,
	deviceNew: m.notice_kind_device_new,
	accessLetter: m.notice_kind_access_letter,
	accessEnded: m.notice_kind_access_ended,
	officialLetter: m.notice_kind_official_letter,
} satisfies Record<NoticeKind, Label>;

export const noticeGroupLabel = {
	reminders: m.notice_group_reminders,
	agenda: m.notice_group_agenda,
	hours: m.notice_group_hours,
	plan: m.notice_group_plan,
	messages: m.notice_group_messages,
} satisfies Record<NoticeGroup, Label>;

export const noticeChannelLabel = {
	sms: m.notice_channel_sms,
	email: m.notice_channel_email,
	push: m.notice_channel_push,
} satisfies Record<NoticeChannel, Label>;

/** What became of a delivery, for the mailbox of the demo. */
export const deliveryStateLabel = {
	waiting: m.demo_mail_waiting,
	leased: m.demo_mail_waiting,
	sent: m.demo_mail_sent,
	void: m.demo_mail_void,
	dead: m.demo_mail_dead,
} satisfies Record<DeliveryState, Label>;

/** Why a delivery did not go out, for administrators. */
export const sendingErrorLabel = {
	unreachable: m.admin_notices_unreachable,
	slow: m.admin_notices_slow,
	refused: m.admin_notices_refused,
	busy: m.admin_notices_busy,
	wrongAnswer: m.admin_notices_wrong_answer,
	notAllowed: m.admin_notices_not_allowed,
	workerLost: m.admin_notices_worker_lost,
	broken: m.admin_notices_broken,
	addressGone: m.admin_notices_address_gone,
	addressChanged: m.admin_notices_address_changed,
	switchedOff: m.admin_notices_switched_off,
	expired: m.admin_notices_expired,
} satisfies Record<SendingError, Label>;
