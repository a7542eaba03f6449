import { json } from '@sveltejs/kit';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import { answer } from '../../../../../hooks/answer.ts';
import { enrolling, placeOf } from '../enrolling.ts';
import type { RequestHandler } from './$types';

/** What the device is asked to make. */
export const POST: RequestHandler = answer(async (event) => {
	const { moment, portal } = event.locals;
	return json(await waysIn.askToAdd(portal, enrolling(event.locals), placeOf(event), moment.now));
});
