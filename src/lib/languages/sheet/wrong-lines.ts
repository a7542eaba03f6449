/** What can be wrong with the lines of one message. */

import { checkMessage } from '../catalogue.ts';
import { messageHash } from '../freshness.ts';
import type { Review } from '../freshness.ts';
import { saying } from './fault.ts';
import type { Fault } from './fault.ts';
import { dutchBeside } from './forms.ts';
import type { Given } from './grid.ts';
import { versionOf } from './standing.ts';
import type { Entry, SheetLanguage, Texts } from './standing.ts';

/** Each form of the message once. */
export function wrongPlaces(
	entry: Entry,
	lines: readonly Given[],
	forms: readonly string[],
): readonly Fault[] {
	const seen = new Map<string, number>();
	const wrong = lines.flatMap(({ line, at }): Fault[] => {
		const form = at['plural form'];
		const before = seen.get(form);
		if (before === undefined) seen.set(form, line);
		if (!forms.includes(form)) {
			const wanted = forms.join() === '' ? 'it stays empty' : `it is ${forms.join(', ')}`;
			return [
				{ line, column: 'plural form', says: `"${form}" is no form of this message: ${wanted}.` },
			];
		}
		if (before === undefined) return [];
		return [
			{
				line,
				column: 'key',
				says: `${entry.key} ${form} stands in line ${before} already: keep one of the two.`,
			},
		];
	});
	const missing = forms.filter((form) => !seen.has(form));
	if (missing.length === 0 || wrong.length > 0) return wrong;
	const says = `The form ${missing.join(', ')} is missing: give all lines of a message, or none.`;
	return [{ line: lines[0]?.line ?? 0, column: 'plural form', says }];
}

/** The Dutch of now, in the line it belongs to: a column that was sorted by itself is found here too. */
export function wrongSources(entry: Entry, lines: readonly Given[]): readonly Fault[] {
	return lines.flatMap(({ line, at }): Fault[] => {
		const [mark, dutch] = at.version.split('.');
		if (mark !== 'v' || at.version.split('.').length !== 4)
			return [
				{ line, column: 'version', says: 'The version is not that of the export: put it back.' },
			];
		if (dutch !== versionOf(entry).split('.')[1])
			return [
				{
					line,
					column: 'Dutch',
					says: 'The Dutch has changed since the export: export again, and carry your text over.',
				},
			];
		const words = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
		if (words(at.Dutch) === words(dutchBeside(at['plural form'], entry.dutch))) return [];
		return [
			{
				line,
				column: 'Dutch',
				says: 'This is not the Dutch of this key: the column is for reading, put it back.',
			},
		];
	});
}

/** The rules of the catalogue, said at the line whose text they speak of. */
export function wrongTexts(
	{ catalogues, allowances }: Texts,
	language: SheetLanguage,
	key: string,
	text: unknown,
	lines: readonly Given[],
): readonly Fault[] {
	const candidate = { ...catalogues, [language]: { ...catalogues[language], [key]: text } };
	const first = lines[0]?.line ?? 0;
	return (
		checkMessage(candidate, language, key, allowances)
			// What an empty text lacks is said once: that it is empty.
			.filter(({ detail }) => !detail.startsWith('"" '))
			.flatMap((finding): Fault[] => {
				const own = lines.filter(({ at }) =>
					finding.rule === 'blank'
						? at.translation !== at.translation.trim() || at.translation === ''
						: isAbout(finding.detail, at.translation),
				);
				const where = own.length > 0 ? own.map(({ line }) => line) : [first];
				return where.map((line) => ({ line, column: 'translation', says: saying(finding) }));
			})
			.filter(
				(fault, index, all) =>
					all.findIndex((each) => each.line === fault.line && each.says === fault.says) === index,
			)
	);
}

function isAbout(detail: string, text: string): boolean {
	return (
		text !== '' && (detail === text || detail.includes(`"${text}"`) || detail.endsWith(`: ${text}`))
	);
}

/** What was changed here must not have been changed elsewhere since the export. */
export function wrongVersions(
	entry: Entry,
	lines: readonly Given[],
	change: { readonly text: unknown; readonly review: Review | undefined },
): readonly Fault[] {
	const [, , sourceNow, reviewNow] = versionOf(entry).split('.');
	const isTextChanged = messageHash(change.text) !== messageHash(entry.source);
	const isReviewChanged = change.review !== entry.review;
	return lines.flatMap(({ line, at }): Fault[] => {
		const [, , source, review] = at.version.split('.');
		if (isTextChanged && source !== sourceNow)
			return [
				{
					line,
					column: 'translation',
					says: 'The translation was changed since the export: export again, and carry your text over.',
				},
			];
		if (isReviewChanged && review !== reviewNow)
			return [
				{
					line,
					column: 'state',
					says: 'The state was changed since the export: export again, and carry yours over.',
				},
			];
		return [];
	});
}
