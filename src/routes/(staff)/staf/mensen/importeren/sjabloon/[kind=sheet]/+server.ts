import { template } from '#lib/server/people/file/people-file.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import { sheetAnswer } from '../../../../../../../hooks/sheet-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params: { kind } }) => {
	staff(locals);
	return sheetAnswer('mensen', kind, await template(kind));
});
