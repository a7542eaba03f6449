import type * as agenda from '#lib/server/agenda/agenda.ts';
import { isId } from '#lib/server/id.ts';
import type { Typed } from './form.ts';

/**
 * What a list says of who was there: for each person `presence-ID`, `minutes-ID` and `seen-ID`. Of whom nothing was
 * chosen nothing is said; what is no number is refused by the use case.
 */
export function marksOf(typed: Typed): agenda.Mark[] {
	return Object.entries(typed).flatMap(([name, presence]) => {
		const personId = name.replace(/^presence-/, '');
		if (name === personId || !isId(personId)) return [];
		if (presence !== 'present' && presence !== 'absent') return [];
		const minutes = numberOf(typed[`minutes-${personId}`]);
		return [{ personId, presence, minutes, seen: numberOf(typed[`seen-${personId}`]) }];
	});
}

function numberOf(text = ''): number {
	return /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
}
