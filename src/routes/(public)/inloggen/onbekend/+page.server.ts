import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
	hasFailed: url.searchParams.get('reden') === 'mislukt',
});
