import * as waysIn from '#lib/server/ways-in/ways-in.ts';
import { codeChannels } from '../../../hooks/post.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals, cookies }) => ({
	forStaff: url.searchParams.get('voor') === 'medewerkers',
	hasKept: cookies.get('__Host-kept') !== undefined,
	hasCodes: waysIn.areCodesOffered(locals.portal, codeChannels(locals)),
	isDemo: locals.settings.DEMO,
});
