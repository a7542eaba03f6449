import { answer, resident } from '../../../../../hooks/answer.ts';
import { proofFile } from '../proof-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params, request }) =>
	proofFile(request, resident(locals), params.proof, locals.moment),
);
