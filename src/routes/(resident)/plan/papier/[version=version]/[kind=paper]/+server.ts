import { answer, resident } from '../../../../../../hooks/answer.ts';
import { pdf } from '../../pdf.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params, url }) => {
	const actor = resident(locals);
	const { kind } = params;
	const wish = { personId: actor.personId, version: Number(params.version), kind };
	const { language, moment } = locals;
	return pdf(actor, { ...wish, language, origin: url.origin }, moment);
});
