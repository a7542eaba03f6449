import type { StoredParcel } from './database.ts';

/**
 * The forms whose answer is kept when there is no connection: their meaning stays the same when they come later. The
 * server has the same table, and asks every right again.
 */
const forms: readonly { readonly action: RegExp; readonly what: StoredParcel['what'] }[] = [
	{ action: /^\/agenda\/[\w.-]+\?\/(?:come|cannot)(?:&|$)/, what: 'absence' },
	{ action: /^\/plan\?\/say(?:&|$)/, what: 'understanding' },
	{ action: /^\/uren\/nieuw\/[\w-]{22}\/bewijs\?\/send(?:&|$)/, what: 'proof' },
];

const beginsHours = /^\/uren\/nieuw\?\/(?:start|again)(?:&|$)/;

/** What a form of the portal says, where that can be kept; null for every other. `path` is its action with its search. */
export function whatOf(path: string): StoredParcel['what'] | null {
	return forms.find(({ action }) => action.test(path))?.what ?? null;
}

/** Whether a form begins new hours, which goes on without a connection on a page of its own. */
export function isBeginOfHours(path: string): boolean {
	return beginsHours.test(path);
}

/** The fields and the files of a form; a file that was not chosen is none. */
export function partsOf(form: FormData): { fields: Record<string, string>; files: File[] } {
	const fields: Record<string, string> = {};
	const files: File[] = [];
	for (const [name, value] of form.entries()) {
		if (typeof value === 'string') fields[name] = value;
		else if (value.size > 0) files.push(value);
	}
	return { fields, files: 'without' in fields ? [] : files };
}
