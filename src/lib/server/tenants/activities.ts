/**
 * In which of the two totals of lessons and activities an hour belongs: `participation` counts towards the norm of
 * the Z-route, `course` is followed at a school and never mixes with it (Besluit inburgering 2021, art. 3.14).
 */
export type HoursKind = 'participation' | 'course';

/** What a resident can have done. A tenant offers a choice of these; a new one is added here first. */
export type ActivityId =
	| 'cyclingLesson'
	| 'swimmingLesson'
	| 'gpVisit'
	| 'sportsClub'
	| 'cultureClub'
	| 'empowermentLesson'
	| 'taalhuis'
	| 'taalmaatje'
	| 'taalcafe'
	| 'budgetTraining'
	| 'volunteering'
	| 'internship'
	| 'workExperience'
	| 'workTrack'
	| 'pvt'
	| 'moduleMap'
	| 'maatschappelijkeBegeleiding'
	| 'taalles'
	| 'other';

/** `icon` is the name of a Phosphor icon, drawn in the duotone weight. */
export interface Activity {
	readonly kind: HoursKind;
	readonly icon: string;
}

/** Every activity, in the order in which it is offered. */
export const activities = {
	cyclingLesson: { kind: 'participation', icon: 'bicycle' },
	swimmingLesson: { kind: 'participation', icon: 'person-simple-swim' },
	gpVisit: { kind: 'participation', icon: 'stethoscope' },
	sportsClub: { kind: 'participation', icon: 'soccer-ball' },
	cultureClub: { kind: 'participation', icon: 'music-notes' },
	empowermentLesson: { kind: 'participation', icon: 'hands-clapping' },
	taalhuis: { kind: 'participation', icon: 'book-open-user' },
	taalmaatje: { kind: 'participation', icon: 'chats-circle' },
	taalcafe: { kind: 'participation', icon: 'coffee' },
	budgetTraining: { kind: 'participation', icon: 'wallet' },
	volunteering: { kind: 'participation', icon: 'hand-heart' },
	internship: { kind: 'participation', icon: 'briefcase' },
	workExperience: { kind: 'participation', icon: 'hard-hat' },
	workTrack: { kind: 'participation', icon: 'path' },
	pvt: { kind: 'participation', icon: 'signature' },
	moduleMap: { kind: 'participation', icon: 'identification-badge' },
	maatschappelijkeBegeleiding: { kind: 'participation', icon: 'handshake' },
	taalles: { kind: 'course', icon: 'chalkboard-teacher' },
	other: { kind: 'participation', icon: 'plus-circle' },
} as const satisfies Record<ActivityId, Activity>;

/** All ids, in the order of the table. */
export const activityIds = Object.keys(activities) as readonly ActivityId[];

/** Whether a word that came from outside names an activity. */
export function isActivityId(word: string): word is ActivityId {
	return Object.hasOwn(activities, word);
}
