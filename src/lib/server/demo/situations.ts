import { addDays, addMonths, type Day, day } from '#lib/law/day.ts';
import type { GroepDetail } from '#lib/law/groep.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import type { Circumstances, NewPerson } from '../people/people.ts';
import type { Situation } from './personas.ts';

/** What is known of somebody of the demo, and when which plan was published. */
export interface Story {
	readonly facts: Omit<
		NewPerson,
		| 'gemeentecode'
		| 'givenName'
		| 'familyName'
		| 'bornOn'
		| 'bsn'
		| 'language'
		| 'phone'
		| 'email'
		| 'safeContact'
		| keyof Circumstances
	>;
	readonly plan: { readonly leerroute: Leerroute; readonly on: Day } | null;
	/** How many entries of hours, over the months since the plan. */
	readonly entries: number;
}

/** The story of a legal situation, laid around `today`. */
export function story(situation: Situation, today: Day): Story {
	switch (situation) {
		case 'asielZ':
			return told('asielstatushouder', today, { months: 14, route: 'Z', entries: 46 });
		case 'asielB1':
			return told('asielstatushouder', today, { months: 8, route: 'B', entries: 9 });
		case 'gezinB1':
			return told('gezinshereniger', today, { months: 6, route: 'B', entries: 4, benefit: false });
		case 'nareizigerO':
			return told('nareiziger', today, { months: 10, route: 'O', entries: 0 });
		case 'asielO':
			return told('asielstatushouder', today, { months: 7, route: 'O', entries: 5 });
		case 'gezinZ':
			return told('gezinsvormer', today, { months: 9, route: 'Z', entries: 6, benefit: false });
		case 'gezinO':
			return told('gezinsvormer', today, { months: 11, route: 'O', entries: 4, benefit: false });
		case 'lowered': {
			const plain = told('asielstatushouder', today, { months: 15, route: 'Z', entries: 20 });
			return { ...plain, facts: { ...plain.facts, ontheffingHours: 300 } };
		}
		case 'extended': {
			const plain = told('asielstatushouder', today, { months: 33, route: 'B', entries: 12 });
			const until = addMonths(addDays(plain.plan?.on ?? today, 1), 42);
			return { ...plain, facts: { ...plain.facts, extendedUntil: until } };
		}
		case 'noHours':
			return told('asielstatushouder', today, { months: 5, route: 'Z', entries: 0 });
		case 'newPlan':
			return told('asielstatushouder', today, { months: 3, route: 'Z', entries: 0 });
		case 'almostDone':
			return told('asielstatushouder', today, { months: 32, route: 'Z', entries: 0 });
		case 'azc': {
			const plain = told('asielstatushouder', today, { months: 2, route: null, entries: 0 });
			return { ...plain, facts: { ...plain.facts, brpRegisteredOn: null, inAzc: true } };
		}
		case 'wi2013': {
			const plain = told('asielstatushouder', today, { months: 14, route: null, entries: 0 });
			const since = day('2021-09-01');
			return {
				...plain,
				facts: { ...plain.facts, plichtSinceOn: since, notifiedOn: since, brpRegisteredOn: since },
			};
		}
		default:
			return situation satisfies never;
	}
}

interface Telling {
	/** How long ago DUO's letter came. */
	readonly months: number;
	readonly route: Leerroute | null;
	readonly entries: number;
	readonly benefit?: boolean;
}

/** Somebody whose plan came nine weeks after DUO's letter. */
export function told(detail: GroepDetail, today: Day, telling: Telling): Story {
	const notifiedOn = addMonths(today, -telling.months);
	const { route, entries, benefit = true } = telling;
	return {
		facts: {
			groepDetail: detail,
			plichtSinceOn: addDays(notifiedOn, -6),
			notifiedOn,
			brpRegisteredOn: addDays(notifiedOn, -3),
			movedInOn: null,
			firstDagtekeningOn: null,
			waitingForThirdPartySinceOn: null,
			thirdPartyInformationOn: null,
			ontheffingHours: null,
			loweredHours: null,
			extendedUntil: null,
			hasParticipatiewetBenefit: benefit,
			inAzc: false,
			interpreter: true,
		},
		plan: route === null ? null : { leerroute: route, on: addDays(notifiedOn, 63) },
		entries,
	};
}
