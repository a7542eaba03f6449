import { situationLabel } from '#lib/languages/labels/demo.ts';
import { roleLabel, schoolLabel } from '#lib/languages/labels/roles.ts';
import { gemeente, type Tenant } from '../tenants/tenants.ts';
import { personas } from './personas.ts';

/** Who lives in a tenant of the demo, one line each: name, gemeente or role, legal situation. */
export function introductions(tenant: Tenant): string[] {
	return personas
		.filter(({ tenantId }) => tenantId === tenant.id)
		.map((persona) => {
			if (persona.kind === 'staff') {
				return `${persona.name}: ${persona.roles.map((role) => roleLabel[role]()).join(', ')}`;
			}
			if (persona.kind === 'partner') return `${persona.name}: ${schoolLabel()}`;
			const place = gemeente(tenant, persona.gemeentecode)?.name ?? '';
			const situation = situationLabel[persona.situation]({}, { locale: 'nl' });
			return `${persona.name} (${place}): ${situation}`;
		});
}
