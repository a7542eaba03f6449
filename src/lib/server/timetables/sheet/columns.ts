import type { Cell } from '../../spreadsheets/spreadsheets.ts';

/** The columns of a timetable as a sheet, with the titles of the template; also as schools write them. */
export const titles = {
	number: ['nummer', 'nr', 'lesnummer'],
	on: ['datum', 'dag'],
	begin: ['begin', 'begintijd', 'start', 'starttijd', 'van'],
	end: ['einde', 'eindtijd', 'eind', 'tot'],
	minutes: ['minuten', 'duur in minuten'],
	subject: ['onderwerp', 'les', 'vak', 'activiteit'],
	place: ['plaats', 'lokaal', 'locatie'],
	address: ['adres'],
	withWhom: ['met wie', 'docent', 'begeleider'],
	off: ['gaat niet door', 'vervalt', 'status'],
} as const;

export type Column = keyof typeof titles;
export const columns = Object.keys(titles) as readonly Column[];

/** Where each column stands, and the titles that are not read; or why the titles cannot be taken. */
export type Places =
	| {
			readonly ok: true;
			readonly at: ReadonlyMap<Column, number>;
			readonly unread: readonly string[];
	  }
	| { readonly ok: false; readonly why: 'timetableColumns' | 'sheetBsn' };

/** Finds the columns. A timetable has no use for a burgerservicenummer: a file with one is refused (W 36). */
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
		} else if (at.has(column)) return { ok: false, why: 'timetableColumns' };
		else at.set(column, place);
	}
	const isWhole = at.has('on') && at.has('begin') && (at.has('end') || at.has('minutes'));
	return isWhole ? { ok: true, at, unread } : { ok: false, why: 'timetableColumns' };
}

function plain(title: string): string {
	return title.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
