import { statement } from '#lib/server/paper/statement-paper.ts';
import { answer, staff } from '../../../../../../../../hooks/answer.ts';
import { pdfAnswer } from '../../../../../../../(resident)/plan/papier/pdf.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params, url }) => {
	const reading = { personId: params.id, language: 'nl', origin: url.origin } as const;
	const bytes = await statement(staff(locals), reading, locals.moment);
	return pdfAnswer(bytes, 'urenoverzicht.pdf');
});
