import * as course from '#lib/server/course/course.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import { sheetAnswer } from '../../../../../../hooks/sheet-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params: { kind } }) => {
	staff(locals);
	return sheetAnswer('lesuren', kind, await course.template(kind));
});
