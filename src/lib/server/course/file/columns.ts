import type { Cell } from '../../spreadsheets/spreadsheets.ts';

/** The columns of a school's file, with the titles of the template; also as schools write them. */
export const titles = {
	kenmerk: ['kenmerk'],
	familyName: ['achternaam', 'familienaam'],
	bornOn: ['geboortedatum'],
	kind: ['onderdeel', 'vak'],
	fromOn: ['van', 'datum', 'begindatum'],
	lastOn: ['tot en met', 't/m', 'tm', 'einddatum'],
	attended: ['aanwezig', 'uren aanwezig'],
	excused: ['met verlof', 'afwezig met verlof'],
	unexcused: ['zonder verlof', 'afwezig zonder verlof'],
} as const;

export type Column = keyof typeof titles;
export const columns = Object.keys(titles) as readonly Column[];

/** Without these a file cannot be read. Who it is, a name and a birthday say, or the kenmerk. */
const needed = ['kind', 'fromOn', 'attended'] as const satisfies readonly Column[];

/** Where each column stands, and the titles that are not read; or why the titles cannot be taken. */
export type Places =
	| {
			readonly ok: true;
			readonly at: ReadonlyMap<Column, number>;
			readonly unread: readonly string[];
	  }
	| { readonly ok: false; readonly why: 'sheetColumns' | 'sheetBsn' };

/**
 * Finds the columns. A file with a column for the burgerservicenummer is refused: here people are told apart without
 * it, so that it goes through no more hands than the law names (Wet inburgering 2021, art. 36).
 */
export function placesIn(titleLine: readonly Cell[]): Places {
	const written = titleLine.map((cell) => (typeof cell === 'string' ? plain(cell) : ''));
	if (written.some((title) => /\b(?:bsn|sofi(?:nummer)?|burgerservicenummer)\b/.test(title))) {
		return { ok: false, why: 'sheetBsn' };
	}
	const at = new Map<Column, number>();
	const unread: string[] = [];
	for (const [place, title] of written.entries()) {
		const column = columns.find((each) => (titles[each] as readonly string[]).includes(title));
		if (column === undefined) {
			if (title !== '') unread.push(title.slice(0, 40));
		} else if (at.has(column)) return { ok: false, why: 'sheetColumns' };
		else at.set(column, place);
	}
	const tellsWho = at.has('kenmerk') || (at.has('familyName') && at.has('bornOn'));
	const isWhole = tellsWho && needed.every((column) => at.has(column));
	return isWhole ? { ok: true, at, unread } : { ok: false, why: 'sheetColumns' };
}

function plain(title: string): string {
	return title.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
