import { error } from '@sveltejs/kit';
import { personas } from '#lib/server/demo/personas.ts';
import { all, gemeente } from '#lib/server/tenants/tenants.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => {
	if (!locals.settings.DEMO) error(404);
	const tenants = all().map((tenant) => ({
		id: tenant.id,
		name: tenant.name,
		isHere: tenant.id === locals.portal.tenant.id,
		address: `http://${tenant.hosts.at(-1)}:${url.port}/demo`,
		people: personas
			.filter((persona) => persona.tenantId === tenant.id)
			.map((persona) => ({
				key: persona.key,
				name: persona.name,
				situation: persona.kind === 'resident' ? persona.situation : null,
				roles: persona.kind === 'staff' ? persona.roles : [],
				isSchool: persona.kind === 'partner',
				place:
					persona.kind === 'resident' ? (gemeente(tenant, persona.gemeentecode)?.name ?? '') : '',
			})),
	}));
	return { tenants };
};
