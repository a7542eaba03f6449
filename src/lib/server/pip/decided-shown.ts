import type { Slot } from '#lib/languages/slots.ts';
import * as slots from '#lib/languages/slots.ts';
import {
	type Decided,
	type Examenonderdeel,
	type Hulp,
	type Kernwaarde,
	type Last,
	LASTEN,
	type Praktijk,
	type PwBesluit,
} from './decided.ts';

/** One line of the formal part: what it says, its facts, and a flat list where it is about several things. */
export interface DecidedShown {
	readonly key: DecidedKey;
	readonly slots: Readonly<Record<string, Slot>>;
	readonly items: readonly DecidedItem[];
}

export type DecidedKey =
	| 'alfabetiseringA'
	| 'alfabetiseringAA'
	| 'opleidingAfmaken'
	| 'toestemmingA2'
	| 'examenwens'
	| 'pvtBy'
	| 'pvtMeetings'
	| 'pvtAbout'
	| 'pvtLastOn'
	| 'moduleMapBy'
	| 'moduleMapPraktijk'
	| 'moduleMapLastOn'
	| 'kindVve'
	| 'begeleiding'
	| 'ontzorgen'
	| 'ontzorgenSelf'
	| 'zelfredzaamheid'
	| 'pwBijlagen'
	| 'mandaat'
	| 'mandaatOrganisation'
	| 'contactpersoon'
	| 'contactpersoonPhone';

export interface DecidedItem {
	readonly key: ItemKey;
	readonly slots: Readonly<Record<string, Slot>>;
}

export type ItemKey = Examenonderdeel | Kernwaarde | Praktijk | Last | `bijlage-${PwBesluit}`;

/** The formal part as it reads, in the order in which one meets things; nothing for what was not decided. */
export function decidedShown(decided: Decided, leerroute: 'B' | 'O' | 'Z'): DecidedShown[] {
	return [
		...lessons(decided),
		...pvt(decided),
		...(leerroute === 'O' ? [] : moduleMap(decided)),
		...help(decided),
		...money(decided),
		...deciders(decided),
	];
}

function* lessons(decided: Decided): Iterable<DecidedShown> {
	const { alfabetisering, examenwens, magOpleidingAfmaken, toestemmingA2 } = decided;
	if (alfabetisering === 'A') yield line('alfabetiseringA');
	if (alfabetisering === 'AA') yield line('alfabetiseringAA');
	if (magOpleidingAfmaken) yield line('opleidingAfmaken');
	if (toestemmingA2.length > 0) yield line('toestemmingA2', {}, toestemmingA2.map(bare));
	if (examenwens.length > 0) yield line('examenwens', {}, examenwens.map(bare));
}

function* pvt({
	pvt: { kernwaarden, lastOn, meetings, partner },
}: Decided): Iterable<DecidedShown> {
	if (partner) yield line('pvtBy', { partner: slots.name(partner) });
	if (meetings) yield line('pvtMeetings', { count: slots.count(meetings) });
	if (kernwaarden.length > 0) yield line('pvtAbout', {}, kernwaarden.map(bare));
	if (lastOn) yield line('pvtLastOn', { lastOn: slots.day(lastOn) });
}

function* moduleMap({ moduleMap: { lastOn, partner, praktijk } }: Decided): Iterable<DecidedShown> {
	if (partner) yield line('moduleMapBy', { partner: slots.name(partner) });
	if (praktijk.length > 0) yield line('moduleMapPraktijk', {}, praktijk.map(bare));
	if (lastOn) yield line('moduleMapLastOn', { lastOn: slots.day(lastOn) });
}

function* help({ kindVve, maatschappelijkeBegeleiding }: Decided): Iterable<DecidedShown> {
	if (kindVve?.school && kindVve.firstOn) {
		const { firstOn, school } = kindVve;
		yield line('kindVve', { school: slots.name(school), firstOn: slots.day(firstOn) });
	}
	yield* by('begeleiding', maatschappelijkeBegeleiding);
}

/** Help that is agreed; as long as a draft does not say by whom and until when, nothing is. */
function* by(key: DecidedKey, its: Hulp | null): Iterable<DecidedShown> {
	if (!its?.partner || !its.lastOn) return;
	yield line(key, { partner: slots.name(its.partner), lastOn: slots.day(its.lastOn) });
}

function* money(decided: Decided): Iterable<DecidedShown> {
	const { financieleZelfredzaamheid, ontzorgen, pwBijlagen } = decided;
	if (ontzorgen.length > 0) {
		const items = ontzorgen.map(({ last, lastOn }) => ({
			key: last,
			slots: { lastOn: slots.day(lastOn) },
		}));
		yield line('ontzorgen', {}, items);
		if (ontzorgen.length < LASTEN.length) yield line('ontzorgenSelf');
	}
	yield* by('zelfredzaamheid', financieleZelfredzaamheid);
	if (pwBijlagen.length > 0) {
		const items = pwBijlagen.map(({ besluit, dagtekeningOn }) => ({
			key: `bijlage-${besluit}` as const,
			slots: { day: slots.day(dagtekeningOn) },
		}));
		yield line('pwBijlagen', {}, items);
	}
}

function* deciders({ contactpersoon, mandaat }: Decided): Iterable<DecidedShown> {
	if (mandaat) {
		const gemeente = slots.name(mandaat.gemeente);
		const { organisation } = mandaat;
		yield organisation === null
			? line('mandaat', { gemeente })
			: line('mandaatOrganisation', { gemeente, organisation: slots.name(organisation) });
	}
	if (contactpersoon) {
		const name = slots.name(contactpersoon.name);
		yield contactpersoon.phone === null
			? line('contactpersoon', { name })
			: line('contactpersoonPhone', { name, phone: slots.phone(contactpersoon.phone) });
	}
}

function line(
	key: DecidedKey,
	its: DecidedShown['slots'] = {},
	items: readonly DecidedItem[] = [],
): DecidedShown {
	return { key, slots: its, items };
}

function bare(key: ItemKey): DecidedItem {
	return { key, slots: {} };
}
