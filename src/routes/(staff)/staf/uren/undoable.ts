import * as hours from '#lib/server/hours/hours.ts';
import { staff } from '../../../../hooks/answer.ts';

/** What this person decided a moment ago and can still undo, for any page of the desk. */
export function undoable(locals: App.Locals): Promise<hours.Undoable[]> {
	return hours.justDecided(staff(locals), locals.moment);
}
