import { json } from '@sveltejs/kit';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import { answer } from '../../../../hooks/answer.ts';
import { placeOf } from '../../../(public)/activeren/toestel/enrolling.ts';
import { adding } from '../adding.ts';
import type { RequestHandler } from './$types';

/** What another device of the person is asked to make. */
export const POST: RequestHandler = answer(async (event) => {
	const { moment, portal } = event.locals;
	return json(await waysIn.askToAdd(portal, adding(event.locals), placeOf(event), moment.now));
});
