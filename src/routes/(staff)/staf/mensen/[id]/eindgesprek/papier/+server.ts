import { dossier } from '#lib/server/paper/dossier-paper.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import { pdfAnswer } from '../../../../../../(resident)/plan/papier/pdf.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params, url }) => {
	const reading = { personId: params.id, language: 'nl', origin: url.origin } as const;
	const bytes = await dossier(staff(locals), reading, locals.moment);
	return pdfAnswer(bytes, 'eindgesprek.pdf');
});
