/** What a notice can be about. */
export type NoticeKind = keyof typeof kinds;

/** What a person can switch off together. */
export type NoticeGroup = 'agenda' | 'reminders' | 'hours' | 'plan' | 'messages';

export type NoticeChannel = 'push' | 'sms' | 'email';

/**
 * The only words that leave the portal, five in all: none tells what it is about, from whom it is or for whom. Which
 * of them is sent says at most that something is today or tomorrow.
 */
export type NeutralText = 'message' | 'change' | 'tomorrow' | 'soon' | 'answer';

/** Facts that the page shows after signing in, as typed slots; never a name or words of somebody. */
export interface NoticeSlots {
	/** 'YYYY-MM-DD' */
	readonly day?: string;
	/** 'HH:MM' in the Netherlands */
	readonly time?: string;
}

interface Kind {
	readonly group: NoticeGroup;
	readonly text: NeutralText;
	/** As long as the person has chosen nothing. */
	readonly isOn: boolean;
	/** May come in the quiet hours, in the last hour before what it is about, unless the person wants that not. */
	readonly mayBreakQuiet: boolean;
	/**
	 * A decision: who chose the portal for those (Awb 2:10) is told by e-mail that there is one, whatever else was
	 * switched off but veilig contact.
	 */
	readonly isOfficial: boolean;
	/** That somebody can get in by another phone: whoever switched its group off is told all the same. */
	readonly isWarning: boolean;
}

const usual = { isOn: true, mayBreakQuiet: false, isOfficial: false, isWarning: false } as const;

/** Every kind there is. */
export const kinds = {
	agendaNew: { ...usual, group: 'agenda', text: 'message' },
	agendaMoved: { ...usual, group: 'agenda', text: 'change', mayBreakQuiet: true },
	agendaCancelled: { ...usual, group: 'agenda', text: 'change', mayBreakQuiet: true },
	timetableChanged: { ...usual, group: 'agenda', text: 'change', mayBreakQuiet: true },
	talkPlanned: { ...usual, group: 'agenda', text: 'message' },
	talkReport: { ...usual, group: 'plan', text: 'message' },
	talkMoved: { ...usual, group: 'agenda', text: 'change', mayBreakQuiet: true },
	talkCancelled: { ...usual, group: 'agenda', text: 'change', mayBreakQuiet: true },
	reminderDay: { ...usual, group: 'reminders', text: 'tomorrow' },
	reminderHour: { ...usual, group: 'reminders', text: 'soon', mayBreakQuiet: true },
	hoursDecided: { ...usual, group: 'hours', text: 'answer' },
	hoursAsked: { ...usual, group: 'hours', text: 'message' },
	proposalDecided: { ...usual, group: 'hours', text: 'answer' },
	proposalAsked: { ...usual, group: 'hours', text: 'message' },
	questionAnswered: { ...usual, group: 'plan', text: 'answer' },
	submissionAnswered: { ...usual, group: 'plan', text: 'answer' },
	planSent: { ...usual, group: 'plan', text: 'message', isOfficial: true },
	messageNew: { ...usual, group: 'messages', text: 'message' },
	letterNew: { ...usual, group: 'messages', text: 'message' },
	deviceNew: { ...usual, group: 'plan', text: 'message', isWarning: true },
	accessLetter: { ...usual, group: 'plan', text: 'message', isWarning: true },
	accessEnded: { ...usual, group: 'plan', text: 'message', isWarning: true },
	officialLetter: { ...usual, group: 'plan', text: 'message', isOfficial: true },
} as const satisfies Record<string, Kind>;

/** What stands in the table about a kind. */
export function kindOf(kind: NoticeKind): Kind {
	return kinds[kind];
}

/** In the order in which a page asks about them. */
export const groups = [
	'reminders',
	'agenda',
	'hours',
	'plan',
	'messages',
] as const satisfies readonly NoticeGroup[];

export const channelNames = ['sms', 'email', 'push'] as const satisfies readonly NoticeChannel[];
