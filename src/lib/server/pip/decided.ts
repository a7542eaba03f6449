/**
 * What the college decides in a PIP besides leerroute and hours: the formal part (Wet inburgering 2021, art. 15).
 * Everything is a day, a name or a word of a closed list, so that it reads in every language on the day it is published.
 */
export interface Decided {
	/** DUO's `indicatorAlfabetiseringsonderwijs`: lessons in reading and writing as part of the leerroute (W 16). */
	readonly alfabetisering: Alfabetisering;
	/** DUO's `indicatorMagOpleidingAfmaken`: first finish a training that does not exempt (B 5.4(2)). */
	readonly magOpleidingAfmaken: boolean;
	/** The skills that may be finished at A2 on the B1-route; empty for all four or none (B 5.5(1)). */
	readonly toestemmingA2: readonly Vaardigheid[];
	/** Exams that somebody on the Z-route wishes to take (B 3.14(7)). */
	readonly examenwens: readonly Examenonderdeel[];
	/** What the PVT is made of; its hours stand in `pvtHours` (W 15(1)c, B 3.1). */
	readonly pvt: PvtInvulling;
	/** What the MAP is made of; its hours stand in `moduleMapHours` (W 15(1)c, B 3.2). */
	readonly moduleMap: ModuleMapInvulling;
	/** The agreement about voorschoolse educatie for a child, where there is one (W 15(1)d). */
	readonly kindVve: KindVve | null;
	/** Help of a partner in the first time, for an asielstatushouder (W 13, B 5.1). */
	readonly maatschappelijkeBegeleiding: Hulp | null;
	/** Help towards handling money oneself, beside ontzorgen (Pw 56a). */
	readonly financieleZelfredzaamheid: Hulp | null;
	/** The fixed costs that the gemeente pays out of the benefit, each with its last day (Pw 56a). */
	readonly ontzorgen: readonly Ontzorgd[];
	/** Decisions under the Participatiewet that form the PIP together with this one (W 15(3)). */
	readonly pwBijlagen: readonly PwBijlage[];
	/** Who decided, and on whose behalf (Awb 10:10). */
	readonly mandaat: Mandaat | null;
	/** Whom to turn to, as DUO knows it too. */
	readonly contactpersoon: Contactpersoon | null;
}

/** A: never learnt to read and write. AA: reads another script. */
export const ALFABETISERINGEN = ['NVT', 'A', 'AA'] as const;
export type Alfabetisering = (typeof ALFABETISERINGEN)[number];

/** Lezen, luisteren, schrijven, spreken: DUO's codes. */
export const VAARDIGHEDEN = ['LE', 'LU', 'SC', 'SP'] as const;
export type Vaardigheid = (typeof VAARDIGHEDEN)[number];

export const EXAMENONDERDELEN = [...VAARDIGHEDEN, 'KNM'] as const;
export type Examenonderdeel = (typeof EXAMENONDERDELEN)[number];

/** The PVT has an activity about at least one of these (B 3.1). */
export const KERNWAARDEN = [
	'vrijheid',
	'gelijkwaardigheid',
	'solidariteit',
	'participatie',
] as const;
export type Kernwaarde = (typeof KERNWAARDEN)[number];

/** In what the practical hours of the MAP may consist (R 3.1). */
export const PRAKTIJKEN = ['werk', 'stage', 'vrijwilligerswerk', 'werkbezoek'] as const;
export type Praktijk = (typeof PRAKTIJKEN)[number];

/** The fixed costs of the article (Pw 56a). */
export const LASTEN = ['huur', 'gas', 'water', 'elektra', 'zorgverzekering'] as const;
export type Last = (typeof LASTEN)[number];

/** What a decision under the Participatiewet is about: the right to benefit, its duties, or ontzorgen (W 15(3)). */
export const PW_BESLUITEN = ['recht', 'plichten', 'ontzorgen'] as const;
export type PwBesluit = (typeof PW_BESLUITEN)[number];

/** `partner` gives it; `lastOn` is the day on which it is meant to be done. Null is not agreed yet. */
export interface PvtInvulling {
	readonly partner: string | null;
	readonly meetings: number | null;
	readonly kernwaarden: readonly Kernwaarde[];
	readonly lastOn: string | null;
}

export interface ModuleMapInvulling {
	readonly partner: string | null;
	readonly praktijk: readonly Praktijk[];
	readonly lastOn: string | null;
}

/** Null is not agreed yet: then the plan cannot be published. */
export interface KindVve {
	readonly school: string | null;
	readonly firstOn: string | null;
}

/** Help by a partner, `lastOn` included. Null is not agreed yet: then the plan cannot be published. */
export interface Hulp {
	readonly partner: string | null;
	readonly lastOn: string | null;
}

export interface Ontzorgd {
	readonly last: Last;
	readonly lastOn: string;
}

export interface PwBijlage {
	readonly besluit: PwBesluit;
	readonly dagtekeningOn: string;
}

/** `organisation` decides on behalf of the college of `gemeente`; null where the gemeente does so itself. */
export interface Mandaat {
	readonly gemeente: string;
	readonly organisation: string | null;
}

export interface Contactpersoon {
	readonly name: string;
	readonly phone: string | null;
}

/** A formal part in which nothing was decided yet. */
export const nothingDecided: Decided = {
	alfabetisering: 'NVT',
	magOpleidingAfmaken: false,
	toestemmingA2: [],
	examenwens: [],
	pvt: { partner: null, meetings: null, kernwaarden: [], lastOn: null },
	moduleMap: { partner: null, praktijk: [], lastOn: null },
	kindVve: null,
	maatschappelijkeBegeleiding: null,
	financieleZelfredzaamheid: null,
	ontzorgen: [],
	pwBijlagen: [],
	mandaat: null,
	contactpersoon: null,
};
