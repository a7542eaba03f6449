import type { Day } from '#lib/law/day.ts';
import type { Groep, GroepDetail, Stelsel } from '#lib/law/groep.ts';
import type { Leerroute, Niveau } from '#lib/law/leerroute.ts';

/**
 * Everything about one inburgeraar that the law asks for, and nothing more: no name, no BSN, no illness.
 * A fact that is not known is left out.
 */
export type Facts = {
	readonly stelsel: Stelsel;
	/** DUO's main group, which decides. It can change (SS124, SS125). */
	readonly groep: Groep;
	readonly detail?: GroepDetail | undefined;
	/** First day of the duty, by DUO. Not the start of the term. */
	readonly plichtSince?: Day | undefined;
	/** Day of DUO's written notification of the duty (`datumKennisgevingInburgeringsplicht`). */
	readonly notifiedOn?: Day | undefined;
	/** Registration in the BRP of the gemeente where the person is housed: never that of an AZC. */
	readonly brpRegisteredOn?: Day | undefined;
	readonly inAzc?: boolean | undefined;
	/** Registration in this gemeente after a move from another one. */
	readonly movedInOn?: Day | undefined;
	/** Whether the college still waits for information of a third party, needed for the PIP. */
	readonly waitingForThirdParty?: boolean | undefined;
	readonly thirdPartyInformationOn?: Day | undefined;
	/** Dagtekening of the very first PIP, in whichever gemeente. */
	readonly firstDagtekeningOn?: Day | undefined;
	/** Dagtekening of the PIP that is valid now. */
	readonly dagtekeningOn?: Day | undefined;
	/** Day on which that PIP was sent, when it is known not to be the dagtekening (Awb 3:41(1)). */
	readonly bekendmakingOn?: Day | undefined;
	/** Whether that PIP has still to be sent on paper: until then it is not made known. */
	readonly waitingForLetter?: boolean | undefined;
	readonly leerroute?: Leerroute | undefined;
	readonly niveau?: Niveau | undefined;
	/** End of the term as DUO has set it, exclusive. DUO decides; it is never computed here. */
	readonly extendedUntil?: Day | undefined;
	/** Days during which the duty was interrupted, at most a year (B 2.1(2)). */
	readonly interruptionDays?: number | undefined;
	/** Hours of DUO's partial ontheffing for participation; 0 for none. */
	readonly ontheffingHours?: number | undefined;
	/** Lower norm of course hours in the PIP (R 3.16(2)). */
	readonly loweredHours?: number | undefined;
	readonly hasParticipatiewetBenefit?: boolean | undefined;
	/** First day of the right to a Participatiewet benefit. */
	readonly benefitSince?: Day | undefined;
	/** Day on which COA linked the person to this gemeente, in the AZC. */
	readonly linkedOn?: Day | undefined;
	/** The days for which the college summoned the person to the brede intake (W 14(1)). */
	readonly oproepenOn?: readonly Day[] | undefined;
	/** Day on which DUO took the leerbaarheidstoets (W 14(3), R 5.1). */
	readonly leerbaarheidstoetsOn?: Day | undefined;
	/** The talks of the brede intake that were held. */
	readonly intakeTalksOn?: readonly Day[] | undefined;
	readonly bredeIntakeCompletedOn?: Day | undefined;
	/** Day of the college's offer of a course (W 16). */
	readonly offeredOn?: Day | undefined;
	readonly taalschakeltrajectStartedOn?: Day | undefined;
	/** Day on which the participatieverklaring was signed, in person (B 3.1). */
	readonly pvtSignedOn?: Day | undefined;
	readonly moduleMapEindgesprekOn?: Day | undefined;
	readonly voortgangsgesprekkenHeldOn?: readonly Day[] | undefined;
	/** Day on which the leerroute was completed: last exam, taalschakeltraject, or eindgesprek of the Z-route. */
	readonly leerrouteCompletedOn?: Day | undefined;
	/** Day on which diploma or certificate was handed over (R 3.17, 3.18). */
	readonly certificateOn?: Day | undefined;
};

export type FactKey = keyof Facts;
