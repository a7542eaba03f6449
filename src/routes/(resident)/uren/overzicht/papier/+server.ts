import { statement } from '#lib/server/paper/statement-paper.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import { pdfAnswer } from '../../../plan/papier/pdf.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, url }) => {
	const actor = resident(locals);
	const { language, moment } = locals;
	const reading = { personId: actor.personId, language, origin: url.origin };
	return pdfAnswer(await statement(actor, reading, moment), 'urenoverzicht.pdf');
});
