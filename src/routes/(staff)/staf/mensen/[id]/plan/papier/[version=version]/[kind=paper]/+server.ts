import { isOffered } from '#lib/languages/languages.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../../../../../hooks/answer.ts';
import { pdf } from '../../../../../../../../(resident)/plan/papier/pdf.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params, url }) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	const language = isOffered(person.language) ? person.language : 'nl';
	const { id: personId } = person;
	const wish = { personId, version: Number(params.version), kind: params.kind };
	return pdf(actor, { ...wish, language, origin: url.origin }, locals.moment);
});
