import { answer, staff } from '../../../../../hooks/answer.ts';
import { proofFile } from '../../../../(resident)/uren/bewijs/proof-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params, request }) =>
	proofFile(request, staff(locals), params.proof, locals.moment),
);
