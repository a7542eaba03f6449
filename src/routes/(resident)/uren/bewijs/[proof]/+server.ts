import { answer, resident } from '../../../../../hooks/answer.ts';
import { picture } from '../picture.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params, request }) =>
	picture(request, resident(locals), params.proof, locals.moment),
);
