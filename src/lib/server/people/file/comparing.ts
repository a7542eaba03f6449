import { createHash } from 'node:crypto';
import type { Day } from '#lib/law/day.ts';
import { may, type Staff } from '../../access/access.ts';
import type { Problems } from '../../errors.ts';
import { type Changed, differing, type PersonFacts, wrong } from '../change.ts';
import { factsOf } from '../facts-of.ts';
import { type NewPerson, nothingKnown, type Person, plainName, wrongNew } from '../people.ts';
import { type Column, columns } from './columns.ts';
import { klantmanagerIn } from './klantmanager.ts';
import { type Known, nameKey } from './known.ts';
import type { LineProblem, Said } from './line-facts.ts';
import type { WrittenLine } from './reading.ts';

/** Somebody whom the portal does not know. */
export interface Added {
	readonly line: number;
	readonly person: NewPerson;
	readonly klantmanagerId: string;
	/** Who has the same name and birthday under another BSN: then it is added only when ticked. */
	readonly double: Double | null;
}

/** Somebody who may be the same human being: in another line, or known here. */
export type Double =
	| { readonly otherLine: number }
	/** The id only where the actor may read that person. */
	| { readonly personId: string | null };

/** Somebody known of whom the file says something else. */
export interface ChangedLine {
	readonly line: number;
	readonly before: Person;
	readonly changed: Changed;
	readonly fields: readonly (keyof PersonFacts)[];
}

export interface WrongLine {
	readonly line: number;
	/** The name as the file has it. */
	readonly name: string;
	readonly problems: readonly LineProblem[];
}

/** What taking over a file comes to. */
export interface Comparison {
	readonly added: readonly Added[];
	readonly changed: readonly ChangedLine[];
	/** How many lines say what the portal knows already. */
	readonly same: number;
	readonly wrong: readonly WrongLine[];
}

/** A line with what it says, or what is wrong with it. */
export type ReadLine = { readonly written: WrittenLine } & (
	{ readonly said: Said } | { readonly wrong: readonly LineProblem[]; readonly bsn: string | null }
);

/** Compares what the lines of a file say with what is known. A line that cannot be taken is told, and the others are not. */
export function compare(
	actor: Staff,
	lines: readonly ReadLine[],
	known: Known,
	today: Day,
): Comparison {
	const read = lines.flatMap((line) => ('said' in line ? [line] : []));
	const bsnOf = (line: ReadLine) => ('said' in line ? line.said.bsn : line.bsn);
	const sameBsn = Map.groupBy(lines, bsnOf);
	const sameName = Map.groupBy(read, ({ said }) => nameKey(said.facts));
	const added: Added[] = [];
	const changed: ChangedLine[] = [];
	const wrongLines: WrongLine[] = [];
	let same = 0;
	for (const one of lines) {
		const double = doubled(one);
		const judged = 'said' in one ? (double ? [double] : judge(one)) : told(one.wrong, double);
		const { line } = one.written;
		if (judged === 'same') same += 1;
		else if ('person' in judged) added.push(judged);
		else if ('before' in judged) changed.push(judged);
		else wrongLines.push({ line, name: nameOf(one.written), problems: judged });
	}
	return { added, changed, same, wrong: wrongLines };

	function doubled(one: ReadLine): LineProblem | null {
		const bsn = bsnOf(one);
		const twin = bsn && sameBsn.get(bsn)?.find((each) => each !== one);
		return twin ? { column: 'bsn', why: 'doubleInFile', otherLine: twin.written.line } : null;
	}

	function judge(one: (typeof read)[number]): Added | ChangedLine | 'same' | LineProblem[] {
		const { said, written } = one;
		const person = known.byBsn(said.bsn);
		return person ? change(person, said, written) : add(one);
	}

	function add({ said, written }: (typeof read)[number]): Added | LineProblem[] {
		const gemeentecode = said.facts.gemeentecode ?? onlyOne(actor.gemeentecodes);
		const { groepDetail, givenName, language, plichtSinceOn } = said.facts;
		if (!gemeentecode || !groepDetail || !givenName || !language || !plichtSinceOn) {
			const asked = { gemeentecode, groepDetail, givenName, language, plichtSinceOn };
			return columns
				.filter((column) => Object.hasOwn(asked, column) && !asked[column as keyof typeof asked])
				.map((column) => ({ column, why: 'missing' }));
		}
		const must = { gemeentecode, groepDetail, givenName, language, plichtSinceOn, bsn: said.bsn };
		const person: NewPerson = { ...nothing, ...said.facts, ...must };
		const whose = klantmanagerIn(actor, known.managers, written.cells.klantmanager, gemeentecode);
		const problems = problemsAt(wrongNew(person));
		if ('why' in whose) problems.push({ column: 'klantmanager', why: whose.why });
		if ('why' in whose || problems.length > 0) return problems;
		const double = doubleOf({ said, written });
		return { line: written.line, person, klantmanagerId: whose.id ?? actor.id, double };
	}

	function change(
		before: Person,
		said: Said,
		{ cells, line }: WrittenLine,
	): ChangedLine | 'same' | LineProblem[] {
		if (!may(actor, 'person.write', before)) return [{ column: 'bsn', why: 'bsnKnown' }];
		if (isSomebodyElse(before, said)) return [{ column: 'bsn', why: 'otherPerson' }];
		const facts = { ...factsOf(before), ...said.facts, ...known.stays(before) };
		const whose = klantmanagerIn(actor, known.managers, cells.klantmanager, facts.gemeentecode);
		if ('why' in whose) return [{ column: 'klantmanager', why: whose.why }];
		const { groepChangedOn, groepReason } = said;
		const klantmanagerId = whose.id ?? before.klantmanagerId;
		const changed: Changed = { facts, groepChangedOn, groepReason, klantmanagerId };
		const fields = differing(before, facts);
		if (fields.length === 0 && klantmanagerId === before.klantmanagerId) return 'same';
		const problems = problemsAt(wrong(before, known.pipsOf(before.id), changed, today));
		return problems.length > 0 ? problems : { line, before, changed, fields };
	}

	function doubleOf({ said, written }: Pick<(typeof read)[number], 'said' | 'written'>) {
		const [namesake] = known
			.namesakes(said.facts)
			.toSorted(
				(a, b) => Number(may(actor, 'person.read', b)) - Number(may(actor, 'person.read', a)),
			);
		if (namesake) {
			return { personId: may(actor, 'person.read', namesake) ? namesake.id : null };
		}
		const twin = sameName
			.get(nameKey(said.facts))
			?.find((each) => each.written.line !== written.line);
		return twin ? { otherLine: twin.written.line } : null;
	}
}

/** Tells one comparison from another, so that what is taken over is what was shown. */
export function fingerprint({ added, changed }: Comparison): string {
	const text = JSON.stringify([
		added.map(({ double, klantmanagerId, person }) => [person, klantmanagerId, double]),
		changed.map(({ before, changed: to }) => [before.id, before.revision, to]),
	]);
	return createHash('sha256').update(text).digest('base64url');
}

/** Of somebody of whom nothing else is said. */
const nothing = {
	notifiedOn: null,
	brpRegisteredOn: null,
	movedInOn: null,
	firstDagtekeningOn: null,
	waitingForThirdPartySinceOn: null,
	thirdPartyInformationOn: null,
	ontheffingHours: null,
	loweredHours: null,
	extendedUntil: null,
	hasParticipatiewetBenefit: false,
	inAzc: false,
	interpreter: false,
	phone: null,
	email: null,
	safeContact: false,
	...nothingKnown,
} as const satisfies Partial<NewPerson>;

/** A slip is in one of the names or the birthday; in two of them it is in the BSN, which is that of a relative. */
function isSomebodyElse(before: Person, { facts: { bornOn, familyName, givenName } }: Said) {
	const differ = [
		bornOn !== before.bornOn,
		plainName(familyName) !== plainName(before.familyName),
		givenName !== undefined && plainName(givenName) !== plainName(before.givenName),
	];
	return differ.filter(Boolean).length > 1;
}

function told(problems: readonly LineProblem[], double: LineProblem | null): LineProblem[] {
	return double ? [...problems, double] : [...problems];
}

function onlyOne(codes: readonly string[]): string | undefined {
	return codes.length === 1 ? codes[0] : undefined;
}

function nameOf({ cells }: WrittenLine): string {
	return [cells.givenName, cells.familyName].filter((text) => text !== '').join(' ');
}

function problemsAt(problems: Problems | null): LineProblem[] {
	return Object.entries(problems ?? {}).map(([field, why]) => {
		const named = field === 'extendedUntil' ? 'extendedLastOn' : field;
		const column: Column | null = columns.find((each) => each === named) ?? null;
		return { column, why };
	});
}
