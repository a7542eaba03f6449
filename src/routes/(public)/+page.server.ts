import { redirect } from '@sveltejs/kit';
import * as cookies from '../../hooks/cookies.ts';
import type { PageServerLoad } from './$types';

/** The front door: to where this person works or reads, or first to the choice of a language. */
export const load: PageServerLoad = ({ locals, cookies: jar }) => {
	if (locals.actor?.kind === 'staff') redirect(303, '/staf/werkvoorraad');
	if (locals.actor?.kind === 'partner') redirect(303, '/school');
	if (locals.actor) redirect(303, '/vandaag');
	redirect(303, cookies.get(jar, 'language') ? '/inloggen' : '/taal');
};
