import type { OfferedLanguage } from '#lib/languages/languages.ts';
import { addDays } from '#lib/law/day.ts';
import {
	type Action,
	type Helper,
	permitted,
	type Resident,
	type System,
} from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Moment } from '../clock.ts';
import * as hours from '../hours/hours.ts';
import * as messages from '../messages/messages.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import * as translations from '../translations/translations.ts';
import type { HelperScope } from './scopes.ts';

const daysAhead = 28;
const threadsShown = 10;

/** What a helper sees of something planned: not whether the person comes, nor why not. */
export type OccurrenceSeen = Pick<
	agenda.Occurrence,
	'key' | 'kind' | 'on' | 'at' | 'ends' | 'minutes' | 'place' | 'address' | 'isCancelled' | 'was'
>;

/** What a helper sees of the hours: the totals and each entry, without proofs, reasons or questions. */
export interface HoursSeen {
	readonly overview: Pick<hours.Overview, 'norm' | 'totals'>;
	readonly entries: readonly Pick<
		hours.ListedEntry,
		'id' | 'activity' | 'doneOn' | 'state' | 'declaredMinutes' | 'confirmedMinutes'
	>[];
}

/** The plan that holds now, as the person reads it; null where there is none. */
export interface PlanSeen {
	readonly plan: pip.PlanShown | null;
	readonly ownWords: translations.OwnWordsRead;
}

/** What a helper sees of the messages: what letters ask and until when, and the words of the newest threads. */
export interface MessagesSeen {
	readonly letters: readonly Pick<
		messages.Letter,
		'id' | 'topic' | 'action' | 'doOn' | 'doAt' | 'place' | 'paper' | 'words' | 'publishedOn'
	>[];
	readonly threads: readonly {
		readonly id: string;
		readonly topic: messages.Topic;
		readonly messages: readonly Pick<messages.Message, 'id' | 'by' | 'words' | 'sentOn'>[];
	}[];
}

/** What is planned from today on, four weeks. That it was looked at is logged, and the person reads that. */
export async function agendaOf(
	actor: Helper,
	moment: Moment,
): Promise<{ readonly planned: readonly OccurrenceSeen[] }> {
	const { id, system } = await lookAt(actor, 'agenda', moment);
	const until = addDays(moment.today, daysAhead);
	const planned = await agenda.of(system, id, { from: moment.today, until });
	return { planned: planned.map(occurrenceSeen) };
}

/** The hours, logged as above. */
export async function hoursOf(actor: Helper, moment: Moment): Promise<HoursSeen> {
	const { id, system } = await lookAt(actor, 'hours', moment);
	const { norm, totals } = await hours.overview(system, id, moment);
	const listed = await hours.list(system, id);
	return { overview: { norm, totals }, entries: listed.map(entrySeen) };
}

/** The plan, logged as above, as it reads in this language beside Dutch. */
export async function planOf(
	actor: Helper,
	language: OfferedLanguage,
	moment: Moment,
): Promise<PlanSeen> {
	const { id, person, system } = await lookAt(actor, 'plan', moment);
	const pips = await pip.of(system, id);
	const { current } = pips;
	const versions = current === null ? [] : [current];
	return {
		plan: current && pip.shown(person, pips, current, language, moment.today),
		ownWords: await translations.forReading(system, id, language, versions),
	};
}

/**
 * The letters and the newest threads, logged as above, without the files beside them. They are read as the person's own,
 * and stay unread.
 */
export async function messagesOf(actor: Helper, moment: Moment): Promise<MessagesSeen> {
	const { id } = await lookAt(actor, 'messages', moment);
	const asPerson: Resident = {
		kind: 'resident',
		id: `helper:${actor.id}`,
		personId: id,
		portal: actor.portal,
	};
	const letters = await messages.letters(asPerson, id, moment);
	const rows = (await messages.threads(asPerson, id, moment)).slice(0, threadsShown);
	const threads = await Promise.all(
		rows.map((row) => messages.thread(asPerson, id, row.id, moment)),
	);
	return { letters: letters.map(letterSeen), threads: threads.map(threadSeen) };
}

const actionOf = {
	agenda: 'look.agenda',
	hours: 'look.hours',
	plan: 'look.plan',
	messages: 'look.messages',
} as const satisfies Record<HelperScope, Action>;

/**
 * The person, when this helper may look at this; otherwise not found. From here on the portal reads in its own name, as
 * no rule but this one lets a helper in, and gives only what is picked above.
 */
async function lookAt(actor: Helper, what: HelperScope, { now }: Moment) {
	const { id: helperId, personId, portal } = actor;
	const system: System = { kind: 'system', id: `helper:${helperId}`, portal };
	const person = permitted(actor, actionOf[what], await people.find(system, personId));
	await portal.store.write(now, async (_tx, log) => {
		log({ actor: helperId, action: 'helper.look', subject: helperId, personId, detail: { what } });
	});
	return { id: person.id, person, system };
}

function occurrenceSeen(one: agenda.Occurrence): OccurrenceSeen {
	const { address, at, ends, isCancelled, key, kind, minutes, on, place, was } = one;
	return { address, at, ends, isCancelled, key, kind, minutes, on, place, was };
}

function entrySeen(entry: hours.ListedEntry): HoursSeen['entries'][number] {
	const { activity, confirmedMinutes, declaredMinutes, doneOn, id, state } = entry;
	return { activity, confirmedMinutes, declaredMinutes, doneOn, id, state };
}

function letterSeen(letter: messages.Letter): MessagesSeen['letters'][number] {
	const { action, doAt, doOn, id, paper, place, publishedOn, topic, words } = letter;
	return { action, doAt, doOn, id, paper, place, publishedOn, topic, words };
}

function threadSeen({
	id,
	messages: all,
	topic,
}: messages.Thread): MessagesSeen['threads'][number] {
	return { id, topic, messages: all.map(picked) };
}

function picked({ by, id, sentOn, words }: messages.Message) {
	return { by, id, sentOn, words };
}
