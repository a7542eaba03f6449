import { createHmac } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import { type Day, day } from '#lib/law/day.ts';
import { type Actor, permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Portal } from '../portal.ts';
import * as people from '../people/people.ts';
import type { Statement } from './statement.ts';

const action = 'statement.issue';

/** What the portal remembers of an overview that it gave: enough to lay beside the paper, and no line of it. */
export interface Given {
	readonly on: Day;
	readonly lines: number;
	readonly confirmedMinutes: number;
	readonly waitingMinutes: number;
}

/**
 * Gives the check value of an overview, as `7K3M-9QTX-4B2N-0VHD`, and writes down in the audit chain that it was given.
 * The value is made of every line and total with a key of this portal, so that nobody else can make one and another
 * content has another value. It proves nothing by itself: the gemeente that gave it looks it up, see `check`. The same
 * overview on the same day has the same value, and is written down once.
 */
export async function issue(actor: Actor, statement: Statement, { now }: Moment): Promise<string> {
	const { confirmed, on, overview, personId, waiting } = statement;
	permitted(actor, 'hours.read', await people.find(actor, personId));
	const code = codeOf(actor.portal, statement);
	if (await given(actor.portal, personId, code)) return code;
	const { confirmedMinutes, waitingMinutes } = overview.totals;
	const lines = confirmed.length + waiting.length;
	const detail = { on, lines, confirmedMinutes, waitingMinutes };
	await actor.portal.store.write(now, async (_tx, log) => {
		log({ actor: actor.id, action, subject: code, personId, detail });
	});
	return code;
}

/** What was given under this value for this person, however it is typed; null when nothing was. */
export async function check(actor: Staff, personId: string, typed: string): Promise<Given | null> {
	permitted(actor, 'hours.read', await people.find(actor, personId));
	return given(actor.portal, personId, asWritten(typed));
}

/** Crockford's base 32, as of the receipt numbers: what is easily misread has no letter of its own. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function codeOf(portal: Portal, statement: Statement): string {
	const { bornOn, confirmed, course, familyName, givenName, on, parts, personId, waiting } =
		statement;
	const line = ({
		activity,
		doneOn,
		minutes,
		organisation,
		receiptNumber,
	}: (typeof confirmed)[0]) => [receiptNumber, doneOn, activity, organisation, minutes] as const;
	const lessons = course.parts.map(({ kind, minutes }) => [kind, minutes]);
	const whose = [portal.tenant.id, personId, givenName, familyName, bornOn, on];
	const written = [whose, confirmed.map(line), waiting.map(line), parts, lessons];
	const mac = createHmac('sha256', portal.keyring.blindIndexKey)
		.update(`statement|${JSON.stringify(written)}`)
		.digest();
	return inFours([...mac.subarray(0, 16)].map((byte) => letters.charAt(byte % 32)).join(''));
}

function asWritten(typed: string): string {
	const plain = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
	return inFours(plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1').replaceAll('U', 'V'));
}

const inFours = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? '';

async function given({ store }: Portal, personId: string, code: string): Promise<Given | null> {
	const { audit } = store.t;
	const here = and(eq(audit.personId, personId), eq(audit.action, action), eq(audit.subject, code));
	const rows = await store.read
		.select({ detail: audit.detail })
		.from(audit)
		.where(here)
		.orderBy(desc(audit.number))
		.limit(1);
	const [detail] = rows.map((row) => row.detail);
	if (!detail) return null;
	return {
		on: day(String(detail['on'])),
		lines: Number(detail['lines']),
		confirmedMinutes: Number(detail['confirmedMinutes']),
		waitingMinutes: Number(detail['waitingMinutes']),
	};
}
