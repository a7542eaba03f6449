import { readMessage } from '../catalogue/message.ts';
import { maximumLength } from '../catalogue/rules.ts';
import { guarded } from './cell.ts';
import { columns, titleOf } from './columns.ts';
import type { Line } from './columns.ts';
import { dutchBeside, formsOf } from './forms.ts';
import { noteOn } from './note.ts';
import { entriesIn, versionOf } from './standing.ts';
import type { Entry, Texts, SheetLanguage } from './standing.ts';

/** Which messages: all, those without a translation, those not approved, those whose review no longer holds. */
export type Selection = 'all' | 'missing' | 'unreviewed' | 'stale';

/** The spreadsheet of a language: its titles, and one line per message and plural form. */
export function linesOf(
	texts: Texts,
	language: SheetLanguage,
	selection: Selection,
): readonly (readonly string[])[] {
	const lines = entriesIn(texts, language)
		.filter((entry) => isSelected[selection](entry))
		.flatMap((entry) => linesOfEntry(texts, language, entry));
	const cells = lines.map((line) => columns.map((column) => guarded(line[column])));
	return [columns.map((column) => titleOf(column, language)), ...cells];
}

const isSelected = {
	all: () => true,
	missing: ({ source }) => source === undefined,
	unreviewed: ({ standing }) => standing !== 'approved',
	stale: ({ standing }) => standing === 'stale',
} satisfies Record<Selection, (entry: Entry) => boolean>;

function linesOfEntry(
	{ catalogues }: Texts,
	language: SheetLanguage,
	entry: Entry,
): readonly Line[] {
	const { key, dutch, source, review, standing } = entry;
	const read = readMessage(dutch);
	if (typeof read === 'string') return [];
	const length = maximumLength(read);
	return formsOf(source, dutch, language).map(({ form, text }) => ({
		key,
		'plural form': form,
		Dutch: dutchBeside(form, dutch),
		English: dutchBeside(form, catalogues.en[key]),
		translation: text,
		'back-translation': backOf(review?.backTranslation, form),
		state: standing,
		translator: review?.translator ?? '',
		reader: review?.reader ?? '',
		'maximum length': length === null ? '' : String(length),
		note: noteOn(read, language),
		version: versionOf(entry),
	}));
}

function backOf(back: NonNullable<Entry['review']>['backTranslation'], form: string): string {
	if (typeof back === 'string') return form === '' ? back : '';
	return back?.[form] ?? '';
}
