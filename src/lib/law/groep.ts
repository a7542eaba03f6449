import type { Article } from '#lib/law/article.ts';
import { type Day, day, isBefore } from '#lib/law/day.ts';

/** DUO's two main groups: `asielstatushouder` (W 13(1)), and `gezinsmigrant` for gezins- en overige migranten (W 19). */
export const GROEPEN = ['asielstatushouder', 'gezinsmigrant'] as const;
export type Groep = (typeof GROEPEN)[number];

/**
 * DUO's finer group. A `nareiziger` joins a holder of an asylum permit on a regular permit (W 13(1)b);
 * DUO calls that gezinshereniger or gezinsvormer "met asielstatushouder".
 */
export type GroepDetail = keyof typeof GROEP_OF_DETAIL;

const GROEP_OF_DETAIL = {
	asielstatushouder: 'asielstatushouder',
	nareiziger: 'asielstatushouder',
	gezinsherenigerMetAsielstatushouder: 'asielstatushouder',
	gezinsvormerMetAsielstatushouder: 'asielstatushouder',
	geestelijkBedienaar: 'gezinsmigrant',
	gezinshereniger: 'gezinsmigrant',
	gezinsvormer: 'gezinsmigrant',
	overig: 'gezinsmigrant',
} as const satisfies Record<string, Groep>;

export const GROEP_DETAILS = Object.keys(GROEP_OF_DETAIL) as readonly GroepDetail[];

/**
 * The main group that belongs to a detail (W 13(1), W 19, B 1.1). What DUO has registered goes first:
 * rights of asylum stay when the purpose of stay changes, until the inburgeraar renounces them (SS124, SS125).
 */
export function groepOf(detail: GroepDetail): Groep {
	return GROEP_OF_DETAIL[detail];
}

/** Whether the person joined a holder of an asylum permit, on a regular permit (W 13(1)b). */
export function joinedAsylumHolder(detail: GroepDetail): boolean {
	return groepOf(detail) === 'asielstatushouder' && detail !== 'asielstatushouder';
}

/** The law that governs the duty: of 2021, or of 2013 for the ondertussengroep. */
export const STELSELS = ['wi2021', 'wi2013'] as const;
export type Stelsel = (typeof STELSELS)[number];

/** Entry into force of the Wet inburgering 2021. */
export const WI2021_FROM: Day = day('2022-01-01');

export const STELSEL_ARTICLE: Article = 'W 54(1)';

/** The law under which the duty arose: before 1 January 2022 the old law keeps applying (W 54(1)). */
export function stelselOf(plichtSince: Day): Stelsel {
	return isBefore(plichtSince, WI2021_FROM) ? 'wi2013' : 'wi2021';
}
