import type { OfferedLanguage } from '../languages.ts';

/** What kind of fact fills a gap of a sentence; each has a field of its own in the editor. `money` is typed in whole euros. */
export type SlotKind = 'day' | 'hours' | 'count' | 'money' | 'name' | 'phone';

/** What an agreement is about: decides its picture and with which number of the plan it must agree. */
export type Topic =
	| 'lessons'
	| 'money'
	| 'pvt'
	| 'moduleMap'
	| 'knm'
	| 'exams'
	| 'hours'
	| 'eindgesprek'
	| 'vve'
	| 'voortgangsgesprek'
	| 'ontzorgen'
	| 'contact'
	| 'begeleiding'
	| 'activity'
	| 'arrange';

type Party = 'you' | 'gemeente' | 'school' | 'partner';
type Groep = 'asielstatushouder' | 'gezinsmigrant';
type Leerroute = 'B' | 'O' | 'Z';
type Wording = (inputs: Record<string, unknown>, options?: { locale?: OfferedLanguage }) => string;

/** One agreement sentence. `groepen` and `leerroutes` say for whom it makes sense. */
export interface Sentence {
	readonly party: Party;
	readonly topic: Topic;
	readonly groepen: readonly Groep[];
	readonly leerroutes: readonly Leerroute[];
	/** Only for somebody with a Participatiewet benefit (Participatiewet art. 56a). */
	readonly onlyWithBenefit?: true;
	/** In the order in which they are asked. `…On` is a day, `lastOn` the last day that counts. */
	readonly slots: Readonly<Record<string, SlotKind>>;
	readonly key: string;
	readonly message: Wording;
}

type Described<Slots> = Omit<Sentence, 'slots' | 'message'> & {
	readonly slots: Slots;
	readonly message: (inputs: { [Name in keyof Slots]: NonNullable<unknown> }) => string;
};

/** A row of the catalogue: the compiler compares the gaps with those of the message; beyond this table every sentence is alike. */
export function described<const Slots extends Record<string, SlotKind>>(
	its: Described<Slots>,
): Sentence {
	return its as unknown as Sentence;
}

/** For whom, and on which routes, a sentence makes sense. */
export const everybody = ['asielstatushouder', 'gezinsmigrant'] as const;
export const asiel = ['asielstatushouder'] as const;
export const gezin = ['gezinsmigrant'] as const;
export const anyRoute = ['B', 'O', 'Z'] as const;
