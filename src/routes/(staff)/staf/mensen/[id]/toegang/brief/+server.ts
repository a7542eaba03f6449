import * as v from 'valibot';
import { NotFound } from '#lib/server/errors.ts';
import { activationLetter } from '#lib/server/paper/activation-paper.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../../hooks/form.ts';
import { pdfAnswer } from '../../../../../../(resident)/plan/papier/pdf.ts';
import type { RequestHandler } from './$types';

const schema = v.object({ lost: fields.ticked });

/** A new letter, as the answer itself: its code stands nowhere else, so there is no address to open it again. */
export const POST: RequestHandler = answer(async ({ locals, params, request, url }) => {
	const actor = staff(locals);
	const form = await readForm(schema, request);
	if (!form.ok) throw new NotFound();
	const wish = { personId: params.id, origin: url.origin, isLost: form.value.lost };
	return pdfAnswer(await activationLetter(actor, wish, locals.moment), 'brief.pdf');
});
