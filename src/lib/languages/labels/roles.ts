import { m } from '#lib/paraglide/messages.js';
import type { Role } from '#lib/server/access/access.ts';

/** The roles of the staff, as they call them. */
export const roleLabel = {
	klantmanager: m.role_klantmanager,
	teamLead: m.role_team_lead,
	administrator: m.role_administrator,
} satisfies Record<Role, () => string>;

/** What somebody of a partner is. */
export const schoolLabel = m.role_school;

/** What somebody is who saw the data of a person; official words, in Dutch as on their letters. */
export const readerLabel = { ...roleLabel, partner: schoolLabel } as const;
