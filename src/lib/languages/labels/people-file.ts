import { m } from '#lib/paraglide/messages.js';
import type { ProblemKey } from '#lib/server/errors.ts';
import type { Column, LineProblem, LineWhy } from '#lib/server/people/file/people-file.ts';
import type { Label } from '#lib/ui/message.ts';
import { personFieldLabel } from './people.ts';
import { problemLabel } from './problems.ts';

/** The columns of a file with people, by what a form calls them. */
const columnLabel = {
	...personFieldLabel,
	bsn: m.people_import_column_bsn,
	klantmanager: m.people_import_column_klantmanager,
} satisfies Record<Column, Label>;

/** What only a line of such a file can have wrong, or what it says in another way than a form. */
const own: Partial<Record<LineWhy, Label>> = {
	formula: m.sheet_formula,
	missing: m.people_import_why_empty,
	notADay: m.people_import_why_day,
	notABsn: m.people_import_why_bsn,
	bsnKnown: m.people_import_why_known,
	otherPerson: m.people_import_why_other_person,
	notAGemeente: m.people_import_why_gemeente,
	notALanguage: m.people_import_why_language,
	notASituation: m.people_import_why_situation,
	notYesOrNo: m.people_import_why_yes_no,
	klantmanagerUnknown: m.people_import_why_klantmanager,
	klantmanagerSeveral: m.people_import_why_klantmanagers,
	klantmanagerNotYours: m.people_import_why_not_yours,
};

/** The word that a column wants, where it is one of a list. */
const choices: Partial<Record<Column, Label>> = {
	groepDetail: m.people_import_why_groep,
	groepReason: m.people_import_why_reason,
	canRead: m.people_import_why_reading,
};

/** Why a line was left out, in Dutch. */
export function peopleProblemText({ column, otherLine, why }: LineProblem): string {
	const reason = reasonText(column, why, otherLine);
	return column === null ? reason : m.sheet_cell({ column: columnLabel[column](), why: reason });
}

function reasonText(column: Column | null, why: LineWhy, otherLine = 0): string {
	if (why === 'doubleInFile') return m.people_import_why_double({ line: String(otherLine) });
	const choice = why === 'notAChoice' && column ? choices[column] : undefined;
	const label = choice ?? own[why] ?? problemLabel[why as ProblemKey];
	return label({});
}
