import * as timetables from '#lib/server/timetables/timetables.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import { sheetAnswer } from '../../../../../../../hooks/sheet-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params: { kind } }) => {
	staff(locals);
	return sheetAnswer('rooster', kind, await timetables.template(kind));
});
