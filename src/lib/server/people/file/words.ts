import { type OfferedLanguage, languages, languagesOffered } from '#lib/languages/languages.ts';
import type { GroepDetail } from '#lib/law/groep.ts';
import type { ReadingSkill, Situation } from '../circumstances.ts';
import type { GroepReason } from '../groep-history.ts';
import { plainName } from '../plain-name.ts';

/** How a file says something that is one of a closed list: first as the template explains it. */
type Words<Key extends string> = Readonly<Record<Key, readonly string[]>>;

export const groepWords: Words<GroepDetail> = {
	asielstatushouder: ['asielstatushouder', 'statushouder'],
	nareiziger: ['nareiziger'],
	gezinsherenigerMetAsielstatushouder: ['gezinshereniger met asielstatushouder'],
	gezinsvormerMetAsielstatushouder: ['gezinsvormer met asielstatushouder'],
	geestelijkBedienaar: ['geestelijk bedienaar', 'geestelijke bedienaar'],
	gezinshereniger: ['gezinshereniger'],
	gezinsvormer: ['gezinsvormer'],
	overig: ['overige migrant', 'overig'],
};

export const reasonWords: Words<GroepReason> = {
	indDecision: ['besluit van de ind', 'besluit ind', 'ind'],
	correction: ['verbetering van een fout', 'verbetering', 'correctie'],
	renouncedAsylumRights: ['deed afstand van de asielrechten', 'afstand asielrechten'],
	other: ['iets anders', 'anders'],
};

export const skillWords: Words<ReadingSkill> = {
	yes: ['ja', 'j', 'goed'],
	little: ['een beetje', 'beetje', 'weinig'],
	no: ['nee', 'n', 'niet'],
};

export const situationWords: Words<Situation> = {
	amv: ['amv'],
	largeFamily: ['groot gezin'],
	noodopvang: ['noodopvang'],
};

export const yesNoWords: Words<'yes' | 'no'> = {
	yes: ['ja', 'j', 'x', '1', 'waar', 'true'],
	no: ['nee', 'n', '0', 'onwaar', 'false'],
};

const otherNames: Partial<Words<OfferedLanguage>> = {
	ti: ['tigrigna', 'tigrinja'],
	fa: ['perzisch'],
	so: ['somali'],
};

/** The languages of the portal by their Dutch name, their own name or their tag. */
export const languageWords = Object.fromEntries(
	languagesOffered.map((tag) => {
		const { dutchName, ownName } = languages[tag];
		return [tag, [dutchName, ownName, tag, ...(otherNames[tag] ?? [])]];
	}),
) as unknown as Words<OfferedLanguage>;

/** The one of the list that these words mean; null for none. */
export function meant<Key extends string>(words: Words<Key>, text: string): Key | null {
	const keys = Object.keys(words) as Key[];
	const said = plainName(text);
	return keys.find((key) => words[key].some((word) => plainName(word) === said)) ?? null;
}

/** As `meant`, of several with a comma or the like between them, in the order of the list; null where one is unknown. */
export function allMeant<Key extends string>(words: Words<Key>, text: string): Key[] | null {
	const parts = text.split(/[,;/+]|\ben\b/).filter((part) => part.trim() !== '');
	const found = parts.map((part) => meant(words, part));
	if (found.includes(null)) return null;
	return (Object.keys(words) as Key[]).filter((key) => found.includes(key));
}
