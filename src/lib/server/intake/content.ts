import * as v from 'valibot';
import { TOETS_RESULTS } from '#lib/law/intake.ts';
import { LEERROUTES } from '#lib/law/leerroute.ts';
import * as envelope from '../crypto/envelope.ts';
import { THEMES } from '../pip/pip.ts';
import type { Portal } from '../portal.ts';
import { type Intake, scores } from './kinds.ts';

interface Place {
	readonly id: string;
	readonly personId: string;
}

/** Seals a line as a whole, bound to its row and its person. */
export function seal(portal: Portal, place: Place, intake: Intake): string {
	return envelope.seal(portal.keyring, JSON.stringify(intake), aad(portal, place));
}

export function opened(portal: Portal, row: Place & { readonly contentSealed: string }): Intake {
	const text = envelope.openText(portal.keyring, row.contentSealed, aad(portal, row));
	const read: unknown = JSON.parse(text);
	return v.parse(schema, read);
}

const schema = v.strictObject({
	scores: v.strictObject({
		taal: v.nullable(v.picklist(scores.taal)),
		arbeid: v.nullable(v.picklist(scores.arbeid)),
		zelfredzaamheid: v.nullable(v.picklist(scores.zelfredzaamheid)),
	}),
	toets: v.nullable(v.picklist(TOETS_RESULTS)),
	leerroute: v.nullable(v.picklist(LEERROUTES)),
	deviationReason: v.nullable(v.string()),
	background: v.nullable(v.string()),
	hasVveChild: v.boolean(),
	wishes: v.array(v.strictObject({ theme: v.picklist(THEMES), words: v.string() })),
});

function aad({ tenant }: Portal, { id, personId }: Place): string {
	const row = `${personId}/${id}`;
	return envelope.aadOf({ tenant: tenant.id, table: 'intakes', column: 'content', row });
}
