import { NotFound } from '#lib/server/errors.ts';
import * as recordings from '#lib/server/recordings/recordings.ts';
import * as translations from '#lib/server/translations/translations.ts';
import { answer } from '../../../../../../hooks/answer.ts';
import { answerSound } from '../../../../opname/sound.ts';
import { knock } from '../../bearer.ts';
import type { RequestHandler } from './$types';

/** For whoever has the link: a recording of its own texts and no other. */
export const GET: RequestHandler = answer((event) =>
	answerSound(event.request, async () => {
		const { link, state } = await knock(event);
		const { portal } = event.locals;
		const recording = await recordings.find(portal, event.params.recording);
		const isTheirs = await translations.isSpokenHere(portal, link, recording);
		if (state !== 'open' || !isTheirs) throw new NotFound();
		return recordings.soundOf(portal, recording);
	}),
);
