import type { NoticeKind } from '#lib/server/notices/notices.ts';

/** Where somebody reads what a notice was about; the subject is the id of the thing. */
const links = {
	agendaNew: occurrencePath,
	agendaMoved: occurrencePath,
	agendaCancelled: occurrencePath,
	timetableChanged: () => '/agenda',
	reminderDay: () => '/agenda',
	reminderHour: () => '/agenda',
	talkPlanned: talkPath,
	talkReport: (talk) => `/agenda/gesprek/${talk}/verslag`,
	talkMoved: () => '/vandaag',
	talkCancelled: () => '/vandaag',
	hoursDecided: (entry) => `/uren/${entry}`,
	hoursAsked: (entry) => `/uren/${entry}`,
	proposalDecided: (proposal) => `/uren/voorstel/${proposal}`,
	proposalAsked: (proposal) => `/uren/voorstel/${proposal}`,
	questionAnswered: () => '/plan',
	submissionAnswered: (submission) => `/ingediend/${submission}`,
	planSent: () => '/plan',
	messageNew: (thread) => `/berichten/${thread}`,
	letterNew: (letter) => `/berichten/brief/${letter}`,
	deviceNew: () => '/mijn-toegang',
	accessLetter: () => '/mijn-toegang',
	accessEnded: () => '/mijn-toegang',
	officialLetter: () => '/plan',
} as const satisfies Record<NoticeKind, (subject: string) => string>;

/** The address of the page, inside the portal. */
export function linkOf(kind: NoticeKind, subject: string): string {
	return links[kind](subject);
}

/** What is planned is named by its occurrence. */
function occurrencePath(key: string): string {
	return `/agenda/${key}`;
}

/** A talk that stands in the agenda is named by its occurrence; one about a plan that comes by the person. */
function talkPath(subject: string): string {
	const [item, on] = subject.split('.');
	return on === undefined ? '/vandaag' : `/agenda/gesprek/${item}`;
}
