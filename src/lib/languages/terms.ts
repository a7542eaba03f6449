/**
 * The official words that stand in Dutch in every language, because people meet them on letters.
 * The first group is explained and translated in `messages/terms.json`.
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
] as const;

export type GlossaryTerm = (typeof glossaryTerms)[number];

/** Levels of the language exam, bodies and systems: they need no translation. */
type NameLikeTerm = 'A1' | 'A2' | 'B1' | 'DUO' | 'IND' | 'COA' | 'DigiD';

export type Term = GlossaryTerm | NameLikeTerm;
