import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** The front door: to where this person works or reads, or first to the choice of a language. */
export const load: PageServerLoad = ({ locals, cookies }) => {
	if (locals.actor?.kind === 'staff') redirect(303, '/staf/werkvoorraad');
	if (locals.actor) redirect(303, '/vandaag');
	redirect(303, cookies.get('language-chosen') ? '/inloggen' : '/taal');
};
