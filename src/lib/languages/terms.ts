/**
 * The official words that stand in Dutch in every language, because people meet them on letters. Each is translated
 * in `messages/terms.json`, explained in the catalogues (`labels/words.ts`), and has a card of its own.
 */
export const glossaryTerms = [
	'PIP',
	'leerroute',
	'B1-route',
	'onderwijsroute',
	'Z-route',
	'brede intake',
	'leerbaarheidstoets',
	'voortgangsgesprek',
	'PVT',
	'participatieverklaring',
	'MAP',
	'KNM',
	'vrijwilligerswerk',
	'participatie-uren',
	'bewijs',
	'klantmanager',
	'gemeente',
	'termijn',
	'boete',
	'ontzorgen',
	'maatschappelijke begeleiding',
	'taalschool',
	'les',
	'afspraak',
	'examen',
	'inburgering',
	'taalschakeltraject',
	'eindgesprek',
	'taalmaatje',
	'stage',
	'werkgever',
	'cv',
	'dagtekening',
	'besluit',
	'bezwaar',
	'oproep',
	'aanmaning',
	'machtiging',
	'verlenging',
	'ontheffing',
	'vrijstelling',
	'Juridisch Loket',
	'uitkering',
	'toeslag',
	'huur',
	'lening',
	'zorgverzekering',
	'eigen risico',
	'huisarts',
	'spoedeisende hulp',
	'kinderopvang',
	'VVE',
	'DigiD',
	'DUO',
	'IND',
	'COA',
	'AZC',
	'BRP',
	'BSN',
	'verblijfsvergunning',
	'tolk',
] as const;

export type GlossaryTerm = (typeof glossaryTerms)[number];

/** Levels of the language exam: they need no translation. */
type NameLikeTerm = 'A1' | 'A2' | 'B1';

export type Term = GlossaryTerm | NameLikeTerm;

/** The term in an address: 'brede intake' is 'brede-intake'. */
export function slugOf(term: GlossaryTerm): string {
	return term.toLowerCase().replaceAll(' ', '-');
}

/** The term of an address, or undefined for one that is none. */
export function termOf(slug: string): GlossaryTerm | undefined {
	return glossaryTerms.find((term) => slugOf(term) === slug);
}
