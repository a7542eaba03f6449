import { answer, staff } from '../../../../../hooks/answer.ts';
import { picture } from '../../../../(resident)/uren/bewijs/picture.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params, request }) =>
	picture(request, staff(locals), params.proof, locals.moment),
);
