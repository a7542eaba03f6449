import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals, cookies }) => ({
	forStaff: url.searchParams.get('voor') === 'medewerkers',
	hasKept: cookies.get('__Host-kept') !== undefined,
	isDemo: locals.settings.DEMO,
});
