import { agendaKindLabel, bringLabel, interpreterLabel } from '#lib/languages/labels/agenda.ts';
import { isOffered, type OfferedLanguage, isLanguage } from '#lib/languages/languages.ts';
import { type Message, type SlotsOf, text } from '#lib/languages/message.ts';
import * as slots from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Occurrence } from '../agenda/agenda.ts';
import type { FeedLanguages } from './languages.ts';

/** The languages in which a calendar speaks, the mother tongue first. */
export function tongues(languages: FeedLanguages, own: string): readonly OfferedLanguage[] {
	const tag: OfferedLanguage = isOffered(own) ? own : 'nl';
	if (languages === 'dutch' || tag === 'nl') return ['nl'];
	return languages === 'own' ? [tag] : [tag, 'nl'];
}

/** What a calendar is called among the others of a phone. */
export function nameIn(languages: readonly OfferedLanguage[]): string {
	return inEach(m.feed_calendar_name, {}, languages);
}

/** The title of an appointment; without content only that it is one, and whether it is off. */
export function titleOf(
	{ isCancelled, kind, subject }: Occurrence,
	languages: readonly OfferedLanguage[],
	showsContent: boolean,
): string {
	const what = showsContent ? agendaKindLabel[kind] : m.agenda_kind_appointment;
	const titles = languages.map((language) => {
		const title = text(what, {}, language);
		return isCancelled ? `${text(m.agenda_off, {}, language)}: ${title}` : title;
	});
	const own = showsContent && subject !== null ? [subject] : [];
	return [...titles, ...own].join(' · ');
}

/** Who is there and what to bring, a line for each language. */
export function wordsOf(
	{ bring, interpreter, interpreterLanguage, withWhom }: Occurrence,
	languages: readonly OfferedLanguage[],
): string {
	const each = languages.map((language) => {
		const who =
			withWhom === null ? [] : [text(m.agenda_who, { name: slots.name(withWhom) }, language)];
		const things = bring.map((one) => text(bringLabel[one], {}, language));
		const take =
			things.length === 0 ? [] : [`${text(m.agenda_bring, {}, language)} ${things.join(', ')}`];
		return [...who, ...interpreterIn(language), ...take].join('\n');
	});
	return each.filter((words) => words !== '').join('\n\n');

	function interpreterIn(language: OfferedLanguage): string[] {
		if (interpreter === 'none' || !interpreterLanguage || !isLanguage(interpreterLanguage))
			return [];
		const spoken = { language: slots.language(interpreterLanguage) };
		return [text(interpreterLabel[interpreter], spoken, language)];
	}
}

function inEach<Inputs extends Record<string, unknown>>(
	message: Message<Inputs>,
	given: SlotsOf<Inputs>,
	languages: readonly OfferedLanguage[],
): string {
	return [...new Set(languages.map((language) => text(message, given, language)))].join(' · ');
}
