import { isReviewed } from '#lib/languages/review.ts';
import { fill, isSentenceId, type SentenceId, sentence } from '#lib/languages/sentences.ts';
import type { Language } from '#lib/languages/languages.ts';
import type { Slot } from '#lib/languages/slots.ts';
import { bezwaarLastDay } from '#lib/law/bezwaar.ts';
import { type Day, day, dayBefore, isBefore } from '#lib/law/day.ts';
import type { Leerroute, Niveau } from '#lib/law/leerroute.ts';
import { inburgeringstermijn } from '#lib/law/termijn.ts';
import type { Person } from '../people/people.ts';
import { type Agreement, isOwnWords, type Party, type PipContent } from './content.ts';
import { factsOf } from './facts.ts';
import { type NormShown, normsShown } from './norms-shown.ts';
import type { Pips } from './versions.ts';

/** A plan as somebody reads it. Days are the last ones that count, as people say them. */
export interface PlanShown {
	readonly version: number;
	readonly dagtekeningOn: Day;
	readonly leerroute: Leerroute;
	readonly niveau: Niveau | null;
	readonly termijn: { readonly from: Day; readonly lastOn: Day; readonly isExtended: boolean };
	readonly bezwaar: { readonly lastOn: Day; readonly isOpen: boolean };
	readonly norms: readonly NormShown[];
	readonly parties: readonly {
		readonly party: Party;
		readonly agreements: readonly AgreementShown[];
	}[];
}

/** A sentence of the catalogue with its facts, or the klantmanager's own words in Dutch. */
export type AgreementShown =
	| {
			readonly id: string;
			readonly sentence: SentenceId;
			readonly slots: Readonly<Record<string, Slot>>;
			/** Whether a native speaker approved the sentence in the language it is read in. */
			readonly isReviewed: boolean;
	  }
	| { readonly id: string; readonly dutch: string };

/** A published version, as it reads in this language today. */
export function shown(
	person: Person,
	pips: Pips,
	pip: { readonly version: number; readonly dagtekeningOn: string; readonly content: PipContent },
	language: Language,
	today: Day,
): PlanShown {
	const { content, version } = pip;
	const dagtekeningOn = day(pip.dagtekeningOn);
	const facts = factsOf(person, pips);
	const termijn = inburgeringstermijn({
		firstDagtekening: facts.firstDagtekeningOn ?? dagtekeningOn,
		extendedUntil: facts.extendedUntil,
	});
	const lastOn = bezwaarLastDay(dagtekeningOn);
	return {
		version,
		dagtekeningOn,
		leerroute: content.leerroute,
		niveau: content.niveau ?? (content.leerroute === 'Z' ? null : 'B1'),
		termijn: {
			from: termijn.from,
			lastOn: dayBefore(termijn.until),
			isExtended: termijn.isExtended,
		},
		bezwaar: { lastOn, isOpen: !isBefore(lastOn, today) },
		norms: normsShown(facts, content, dagtekeningOn),
		parties: PARTIES.map((party) => ({
			party,
			agreements: content.agreements
				.filter((agreement) => partyOf(agreement) === party)
				.map((agreement) => agreementShown(agreement, language)),
		})).filter(({ agreements }) => agreements.length > 0),
	};
}

/** A draft as the person would read it if it were published today. */
export function preview(
	person: Person,
	pips: Pips,
	content: PipContent,
	language: Language,
	today: Day,
): PlanShown {
	const version = (pips.current?.version ?? 0) + 1;
	return shown(person, pips, { version, dagtekeningOn: today, content }, language, today);
}

/** One agreement, typed and ready to be said. Throws `RangeError` for a stored one that is no sentence. */
export function agreementShown(agreement: Agreement, language: Language): AgreementShown {
	const { id } = agreement;
	if (isOwnWords(agreement)) return { id, dutch: agreement.dutch };
	const said = sentence(agreement.sentence);
	const filled = fill(agreement.sentence, agreement.slots);
	if (!said || !filled?.ok || !isSentenceId(agreement.sentence)) {
		throw new RangeError(`Not an agreement: ${agreement.sentence}`);
	}
	return {
		id,
		sentence: agreement.sentence,
		slots: filled.slots,
		isReviewed: isReviewed(said.key, language),
	};
}

function partyOf(agreement: Agreement): Party | undefined {
	return isOwnWords(agreement) ? agreement.party : sentence(agreement.sentence)?.party;
}

const PARTIES = ['you', 'gemeente', 'school', 'partner'] as const satisfies readonly Party[];
