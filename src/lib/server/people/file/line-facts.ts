import { type Day, dayAfter, isBefore } from '#lib/law/day.ts';
import { isBsn, nineDigits } from '../../crypto/bsn.ts';
import type { ProblemKey } from '../../errors.ts';
import { isMailAddress } from '../../notices/notices.ts';
import type { DayReader } from '../../spreadsheets/spreadsheets.ts';
import { bounds } from '../bounds.ts';
import type { PersonFacts } from '../change.ts';
import type { GroepReason } from '../groep-history.ts';
import { plainName } from '../plain-name.ts';
import type { Column } from './columns.ts';
import type { WrittenLine } from './reading.ts';
import * as words from './words.ts';

/** Why a line is left out, besides what is asked of a form too. */
export type LineWhy =
	| ProblemKey
	| 'formula'
	| 'doubleInFile'
	| 'otherPerson'
	| 'notAGemeente'
	| 'notALanguage'
	| 'notASituation'
	| 'notYesOrNo'
	| 'klantmanagerUnknown'
	| 'klantmanagerSeveral'
	| 'klantmanagerNotYours';

/** A problem of a line; `column` is null where it is the line as a whole. */
export interface LineProblem {
	readonly column: Column | null;
	readonly why: LineWhy;
	/** The other line of the file with the same BSN. */
	readonly otherLine?: number;
}

/** What a line says. An empty cell says nothing: what the portal knows stays as it is. */
export interface Said {
	readonly bsn: string;
	readonly facts: Partial<PersonFacts> & Pick<PersonFacts, 'familyName' | 'bornOn'>;
	readonly groepChangedOn: Day | null;
	readonly groepReason: GroepReason | null;
}

/** What holds for a whole file. */
export interface Reading {
	readonly today: Day;
	readonly dayWritten: DayReader;
	/** Where people may be brought in. */
	readonly gemeenten: readonly { readonly gemeentecode: string; readonly name: string }[];
}

/** What a line says, or every cell of it that cannot be read. */
export function saidIn(
	{ cells, unread }: WrittenLine,
	{ dayWritten, gemeenten, today }: Reading,
):
	| { readonly said: Said }
	| { readonly wrong: readonly LineProblem[]; readonly bsn: string | null } {
	const wrong: LineProblem[] = unread.map((column) => ({ column, why: 'formula' }));
	const cell = <T>(column: Column, read: (text: string) => Cell<T>): T | undefined => {
		if (unread.includes(column) || cells[column] === '') return undefined;
		const found = read(cells[column]);
		if ('value' in found) return found.value;
		wrong.push({ column, why: found.why });
		return undefined;
	};
	const one = <T>(column: Column, read: (text: string) => T | null, why: LineWhy) =>
		cell(column, (text) => value(read(text), why));
	const on = (column: Column) => one(column, dayWritten, 'notADay');
	const word = <Key extends string>(
		column: Column,
		list: Readonly<Record<Key, readonly string[]>>,
		why: LineWhy = 'notAChoice',
	) => one(column, (text) => words.meant(list, text), why);
	const isSo = (column: Column) => {
		const answer = word(column, words.yesNoWords, 'notYesOrNo');
		return answer && answer === 'yes';
	};
	const tongues = (column: Column) =>
		one(column, (text) => words.allMeant(words.languageWords, text), 'notALanguage');

	const bsn = one('bsn', bsnWritten, 'notABsn');
	const bornOn = cell('bornOn', (text) => birth(dayWritten(text), today));
	const familyName = cell('familyName', within(bounds.name));
	const extendedLastOn = on('extendedLastOn');
	const facts = {
		givenName: cell('givenName', within(bounds.name)),
		familyName,
		bornOn,
		gemeentecode: one('gemeentecode', (text) => gemeenteWritten(gemeenten, text), 'notAGemeente'),
		groepDetail: word('groepDetail', words.groepWords),
		plichtSinceOn: on('plichtSinceOn'),
		notifiedOn: on('notifiedOn'),
		brpRegisteredOn: on('brpRegisteredOn'),
		movedInOn: on('movedInOn'),
		firstDagtekeningOn: on('firstDagtekeningOn'),
		waitingForThirdPartySinceOn: on('waitingForThirdPartySinceOn'),
		thirdPartyInformationOn: on('thirdPartyInformationOn'),
		extendedUntil: extendedLastOn && dayAfter(extendedLastOn),
		ontheffingHours: cell('ontheffingHours', whole(0, bounds.hours)),
		loweredHours: cell('loweredHours', whole(1, bounds.hours)),
		inAzc: isSo('inAzc'),
		hasParticipatiewetBenefit: isSo('hasParticipatiewetBenefit'),
		language: word('language', words.languageWords, 'notALanguage'),
		speaks: tongues('speaks'),
		reads: tongues('reads'),
		otherLanguages: cell('otherLanguages', within(bounds.otherLanguages)),
		canRead: word('canRead', words.skillWords),
		interpreter: isSo('interpreter'),
		situations: one(
			'situations',
			(text) => words.allMeant(words.situationWords, text),
			'notASituation',
		),
		phone: cell('phone', (text) => within(bounds.phone)(phoneWritten(text))),
		email: one('email', (text) => (isMailAddress(text) ? text : null), 'notAnEmail'),
		safeContact: isSo('safeContact'),
	};
	const groepChangedOn = on('groepChangedOn') ?? null;
	const groepReason = word('groepReason', words.reasonWords) ?? null;
	for (const column of ['bsn', 'familyName', 'bornOn'] as const) {
		if (cells[column] === '' && !unread.includes(column)) wrong.push({ column, why: 'missing' });
	}
	if (bsn === undefined || !familyName || !bornOn || wrong.length > 0) {
		return { wrong, bsn: bsn ?? null };
	}
	return {
		said: { bsn, facts: { ...told(facts), familyName, bornOn }, groepChangedOn, groepReason },
	};
}

type Cell<T> = { readonly value: T } | { readonly why: LineWhy };

function value<T>(read: T | null, why: LineWhy): Cell<T> {
	return read === null ? { why } : { value: read };
}

const within =
	(most: number) =>
	(text: string): Cell<string> =>
		text.length > most ? { why: 'tooLong' } : { value: text };

const whole =
	(least: number, most: number) =>
	(text: string): Cell<number> => {
		if (!/^\d{1,6}$/.test(text)) return { why: 'notAWholeNumber' };
		if (Number(text) < least) return { why: 'tooFew' };
		return Number(text) > most ? { why: 'tooMany' } : { value: Number(text) };
	};

function birth(on: Day | null, today: Day): Cell<Day> {
	if (on === null) return { why: 'notADay' };
	return isBefore(today, on) ? { why: 'future' } : { value: on };
}

/** Programs that keep numbers write `999990019.0`, and leave a zero at the start away. */
function bsnWritten(text: string): string | null {
	const digits = text.replace(/[.,]0$/, '').replaceAll(/[\s.]/g, '');
	return isBsn(digits) ? nineDigits(digits) : null;
}

function phoneWritten(text: string): string {
	return /^6\d{8}$/.test(text) ? `0${text}` : text;
}

function gemeenteWritten(gemeenten: Reading['gemeenten'], text: string): string | null {
	const found = gemeenten.find(
		({ gemeentecode, name }) =>
			gemeentecode === text.padStart(4, '0') || plainName(name) === plainName(text),
	);
	return found?.gemeentecode ?? null;
}

function told(facts: { readonly [Key in keyof PersonFacts]?: PersonFacts[Key] | undefined }) {
	const said = Object.entries(facts).filter(([, fact]) => fact !== undefined);
	return Object.fromEntries(said) as Partial<PersonFacts>;
}
