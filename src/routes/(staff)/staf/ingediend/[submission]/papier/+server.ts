import { receipt } from '#lib/server/paper/submission-paper.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import { pdfAnswer } from '../../../../../(resident)/plan/papier/pdf.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params, url }) => {
	const actor = staff(locals);
	const reading = { language: 'nl', origin: url.origin } as const;
	return pdfAnswer(
		await receipt(actor, params.submission, reading, locals.moment),
		'ontvangstbewijs.pdf',
	);
});
