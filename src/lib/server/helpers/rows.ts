import { and, eq, gt, isNull } from 'drizzle-orm';
import * as envelope from '../crypto/envelope.ts';
import type { Schema } from '../db/schema.ts';
import type { Portal } from '../portal.ts';

export type Row = Schema['helpers']['$inferSelect'];

/** Helpers who may look along now. */
export function working({ helpers: t }: Schema, now: number) {
	return and(isNull(t.endedAt), gt(t.endsAt, now));
}

/** Links that let somebody in now: not used, and of a helper who may look along. */
export function open(t: Schema, now: number) {
	return and(working(t, now), isNull(t.helpers.enteredAt), gt(t.helpers.linkEndsAt, now));
}

/** Of the person's own rows. */
export function mine({ helpers: t }: Schema, personId: string) {
	return eq(t.personId, personId);
}

export function sealName(portal: Portal, id: string, name: string): string {
	return envelope.seal(portal.keyring, name, aad(portal, id));
}

export function nameOf(portal: Portal, { id, nameSealed }: Pick<Row, 'id' | 'nameSealed'>): string {
	return envelope.openText(portal.keyring, nameSealed, aad(portal, id));
}

function aad({ tenant }: Portal, row: string): string {
	return envelope.aadOf({ tenant: tenant.id, table: 'helpers', column: 'name', row });
}
