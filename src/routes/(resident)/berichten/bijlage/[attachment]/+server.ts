import * as messages from '#lib/server/messages/messages.ts';
import { answer, resident } from '../../../../../hooks/answer.ts';
import { fileAnswer } from '../../../../../hooks/file-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = answer(async ({ locals, params, request }) =>
	fileAnswer(request, `bijlage-${params.attachment}`, () =>
		messages.readAttachment(resident(locals), params.attachment, locals.moment),
	),
);
