import { error, json } from '@sveltejs/kit';
import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import { placeOf } from '../../../activeren/toestel/enrolling.ts';
import { mayAsk } from '../few.ts';
import type { RequestHandler } from './$types';

/** What the device is asked to sign. */
export const POST: RequestHandler = async (event) => {
	if (!mayAsk(event)) error(429, { message: 'slow down' });
	const { moment, portal } = event.locals;
	return json(await waysIn.askToSignIn(portal, placeOf(event), moment.now));
};
