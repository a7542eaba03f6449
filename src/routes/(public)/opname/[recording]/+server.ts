import { NotFound } from '#lib/server/errors.ts';
import * as recordings from '#lib/server/recordings/recordings.ts';
import { answer } from '../../../../hooks/answer.ts';
import { answerSound } from '../sound.ts';
import type { RequestHandler } from './$types';

/** For whoever is signed in, inburgeraar or staff; what one may not hear is not there. */
export const GET: RequestHandler = answer(({ locals, params, request }) =>
	answerSound(request, async () => {
		if (!locals.actor) throw new NotFound();
		return recordings.hear(locals.actor, params.recording);
	}),
);
