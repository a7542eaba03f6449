import { bezwaarLetter } from '#lib/server/paper/submission-paper.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import { pdfAnswer } from '../../../plan/papier/pdf.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params, url }) => {
	const actor = resident(locals);
	const reading = { language: locals.language, origin: url.origin };
	const version = Number(params.version);
	return pdfAnswer(await bezwaarLetter(actor, version, reading, locals.moment), 'brief.pdf');
});
