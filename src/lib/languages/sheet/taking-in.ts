import type { Catalogue } from '../catalogue.ts';
import type { Review } from '../freshness.ts';
import type { Reviews } from '../review.ts';
import type { Column } from './columns.ts';
import type { Fault } from './fault.ts';
import { formsOf, withTexts } from './forms.ts';
import { readGrid } from './grid.ts';
import type { Given, Grid } from './grid.ts';
import { reviewAfter } from './review-line.ts';
import type { Bringing, Claim } from './review-line.ts';
import { entryOf } from './standing.ts';
import type { SheetLanguage, Texts } from './standing.ts';
import { wrongPlaces, wrongSources, wrongTexts, wrongVersions } from './wrong-lines.ts';

/** One message as it becomes. */
type Change = { readonly key: string; readonly text: unknown; readonly review: Review | undefined };

/** The catalogue and the reviews as they become; or everything that is wrong, by line. */
export type TakenIn =
	| {
			readonly ok: true;
			readonly catalogue: Catalogue;
			readonly reviews: Reviews;
			/** How many messages have another text, and how many another review. */
			readonly texts: number;
			readonly reviewed: number;
	  }
	| { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Brings the lines of a spreadsheet into a catalogue: all, or none when one is wrong. A message has all its lines or
 * none; one that nobody translated yet may stay empty. What did not change stays the very same object.
 */
export function takeIn(
	grid: Grid,
	texts: Texts,
	language: SheetLanguage,
	bringing: Bringing,
): TakenIn {
	const { given, faults } = readGrid(grid, language);
	const messages = Map.groupBy(given, ({ at }) => at.key);
	const taken = [...messages].map(([key, lines]) =>
		takeMessage(texts, language, key, lines, bringing),
	);
	const all = [...faults, ...taken.flatMap((each) => each.faults)];
	const none: Fault = { line: 1, column: 'key', says: 'There is no line under the titles.' };
	if (all.length === 0 && given.length === 0) return { ok: false, faults: [none] };
	if (all.length > 0) return { ok: false, faults: all.toSorted((a, b) => a.line - b.line) };
	return changed(
		texts,
		language,
		taken.flatMap(({ change }) => change ?? []),
	);
}

type Taken = { readonly change: Change | null; readonly faults: readonly Fault[] };

function takeMessage(
	texts: Texts,
	language: SheetLanguage,
	key: string,
	lines: readonly Given[],
	bringing: Bringing,
): Taken {
	const first = lines[0]?.line ?? 0;
	const at = (column: Column, says: string, line = first) => ({ line, column, says });
	const entry = entryOf(texts, language, key);
	if (entry === null)
		return stop(
			lines.map(({ line }) => at('key', `There is no message "${key}": put back the key.`, line)),
		);
	const forms = formsOf(entry.source, entry.dutch, language);
	const moved = [
		...wrongPlaces(
			entry,
			lines,
			forms.map(({ form }) => form),
		),
		...wrongSources(entry, lines),
	];
	if (moved.length > 0) return stop(moved);
	const written = forms.map(
		({ form }) => lines.find(({ at }) => at['plural form'] === form)?.at.translation ?? '',
	);
	if (entry.source === undefined && written.every((text) => text.trim() === '')) return stop([]);
	const text = withTexts(entry.source, entry.dutch, language, written);
	const found = wrongTexts(texts, language, key, text, lines);
	const claim = claimOf(lines);
	if ('line' in claim) return stop([...found, claim]);
	const reviewed = reviewAfter(entry, text, claim, bringing);
	if (!reviewed.ok) return stop([...found, at(reviewed.column, reviewed.says)]);
	const { review } = reviewed;
	const overtaken = wrongVersions(entry, lines, { text, review });
	const wrong = [...found, ...overtaken];
	return wrong.length > 0 ? stop(wrong) : { change: { key, text, review }, faults: [] };
}

const stop = (faults: readonly Fault[]): Taken => ({ change: null, faults });

/** One message has one review, so its lines say the same; a line may leave it to the first. */
function claimOf(lines: readonly Given[]): Claim | Fault {
	const [first] = lines;
	const { state = '', translator = '', reader = '' } = first?.at ?? {};
	for (const { line, at } of lines) {
		for (const column of ['state', 'translator', 'reader'] as const) {
			if (at[column] === '' || at[column] === first?.at[column]) continue;
			return {
				line,
				column,
				says: `The forms of one message have one ${column}: line ${first?.line ?? 0} says another.`,
			};
		}
	}
	const backs = lines.filter(({ at }) => at['back-translation'] !== '');
	const back = Object.fromEntries(
		backs.map(({ at }) => [at['plural form'], at['back-translation']]),
	);
	const backTranslation =
		backs.length === 0 ? undefined : Object.hasOwn(back, '') ? back[''] : back;
	return { state, translator, reader, backTranslation };
}

function changed(texts: Texts, language: SheetLanguage, changes: readonly Change[]): TakenIn {
	const { catalogues, reviews } = texts;
	const now = catalogues[language];
	const newTexts = changes.filter(({ key, text }) => text !== now[key]);
	const newReviews = changes.filter(({ key, review }) => review !== reviews[key]?.[language]);
	return {
		ok: true,
		catalogue:
			newTexts.length === 0
				? now
				: sorted({ ...now, ...Object.fromEntries(newTexts.map(({ key, text }) => [key, text])) }),
		reviews: newReviews.reduce(
			(all, { key, review }) => withReview(all, key, language, review),
			reviews,
		),
		texts: newTexts.length,
		reviewed: newReviews.length,
	};
}

function withReview(
	reviews: Reviews,
	key: string,
	language: SheetLanguage,
	review: Review | undefined,
): Reviews {
	const { [language]: _, ...others } = reviews[key] ?? {};
	const own = review === undefined ? others : sorted({ ...others, [language]: review });
	const { [key]: __, ...rest } = reviews;
	return Object.keys(own).length === 0 ? rest : sorted({ ...rest, [key]: own });
}

/** As the catalogues stand on disk: the schema first, then by key. */
function sorted<T extends object>(record: T): T {
	const byKey = ([a]: [string, unknown], [b]: [string, unknown]) =>
		a === '$schema' ? -1 : b === '$schema' ? 1 : a < b ? -1 : 1;
	return Object.fromEntries(Object.entries(record).toSorted(byKey)) as T;
}
