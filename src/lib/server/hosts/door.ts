import { and, asc, eq, gt, isNull } from 'drizzle-orm';
import { day, type Day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { NotFound } from '../errors.ts';
import type { Portal } from '../portal.ts';
import * as people from '../people/people.ts';
import { policyFor, type Tenant } from '../tenants/tenants.ts';
import { isOpen } from './open-entries.ts';
import { hashOf, isToken } from './secrets.ts';

/** All that a host sees of one declaration. */
export interface HostLine {
	readonly entryId: string;
	readonly activity: string;
	readonly doneOn: Day;
	readonly minutes: number;
	/** Not after it was taken back or decided. */
	readonly isNeeded: boolean;
}

/** All that a host sees: no BSN, no plan, no photo, and the family name where the gemeente says so. */
export interface HostPage {
	readonly linkId: string;
	readonly personId: string;
	readonly name: string;
	readonly lines: readonly HostLine[];
}

/**
 * What the link with this token opens. Unknown, used, revoked and ended are one and the same: NotFound, after the
 * same one question to the database.
 */
export async function knock(portal: Portal, token: string, { now }: Moment): Promise<HostPage> {
	const { t, read } = portal.store;
	const [found] = isToken(token)
		? await read
				.select({ linkId: t.hostLinks.id, person: t.people })
				.from(t.hostLinks)
				.innerJoin(t.people, eq(t.people.id, t.hostLinks.personId))
				.where(and(eq(t.hostLinks.tokenHash, hashOf(token)), alive(t, now)))
		: [];
	if (!found) throw new NotFound();
	const { linkId, person } = found;
	const rows = await read
		.select({ line: t.hostLines, entry: t.hourEntries })
		.from(t.hostLines)
		.innerJoin(t.hourEntries, eq(t.hourEntries.id, t.hostLines.entryId))
		.where(eq(t.hostLines.linkId, linkId))
		.orderBy(asc(t.hourEntries.doneOn), asc(t.hourEntries.id));
	const lines = rows.map(({ line, entry }): HostLine => ({
		entryId: entry.id,
		activity: entry.activity,
		doneOn: day(entry.doneOn),
		minutes: entry.declaredMinutes,
		isNeeded: isOpen(entry) && line.contentHash === entry.contentHash,
	}));
	return { linkId, personId: person.id, name: nameFor(portal, person), lines };
}

/** Whether a host reads the family name of this person too. */
export async function seesFamilyName(actor: Resident): Promise<boolean> {
	return showsFamilyName(actor.portal.tenant, await people.own(actor));
}

/** Links that may be answered. */
export function alive({ hostLinks: t }: Schema, now: number) {
	return and(isNull(t.usedAt), isNull(t.revokedAt), gt(t.endsAt, now));
}

function nameFor({ tenant }: Portal, person: Schema['people']['$inferSelect']): string {
	const { givenName, familyName } = person;
	return showsFamilyName(tenant, person) ? `${givenName} ${familyName}` : givenName;
}

/** As long as a gemeente did not say otherwise, the given name is enough. */
function showsFamilyName(tenant: Tenant, { gemeentecode }: { readonly gemeentecode: string }) {
	return policyFor(tenant, gemeentecode).hostSeesFamilyName ?? false;
}
