import { createHmac } from 'node:crypto';
import { inArray } from 'drizzle-orm';
import { isBefore } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Moment } from '../clock.ts';
import { NotFound, type Outcome } from '../errors.ts';
import type { Portal } from '../portal.ts';
import { type Check, checks, type CheckKind } from './checks.ts';
import { type Content, durations, offered } from './content.ts';
import { declareAs, type Receipt } from './declare.ts';
import { firstPlanDay, standingOf } from './standing.ts';

/** Hours that the list of an activity says somebody was there, ready to be confirmed. */
export interface Prepared {
	/** The key of the occurrence. */
	readonly key: string;
	readonly content: Omit<Content, 'dutchSpoken'>;
	/** Null where it has to be asked whether Dutch was spoken. */
	readonly dutchSpoken: true | null;
}

/**
 * The activities of a group at which the actor was, by the list of who held them, and whose hours were never sent from
 * there; the newest first. Lessons, PVT and MAP are not among them: those hours are told by the school or the module, and
 * would count twice (Besluit inburgering 2021, art. 3.14).
 */
export async function prepared(actor: Resident): Promise<Prepared[]> {
	const { personId, portal } = actor;
	const allowed = firstPlanDay(await standingOf(actor, personId, 'hours.declare'));
	if (!allowed.ok) return [];
	const found = (await agenda.attended(actor, personId)).flatMap((one) => {
		const ready = preparedOf(portal, one);
		return ready && !isBefore(ready.content.doneOn, allowed.value) ? [ready] : [];
	});
	if (found.length === 0) return [];
	const { hourEntries: t } = portal.store.t;
	const ids = new Map(found.map(({ key }) => [entryIdOf(portal, key, personId), key]));
	const sent = await portal.store.read
		.select({ id: t.id })
		.from(t)
		.where(inArray(t.id, [...ids.keys()]));
	const known = new Set(sent.map(({ id }) => ids.get(id)));
	return found.filter(({ key }) => !known.has(key)).reverse();
}

/** One of them with the questions about it, as before any declaration; otherwise not found. */
export async function preparedAt(
	actor: Resident,
	key: string,
	moment: Moment,
): Promise<Prepared & { readonly checks: readonly Check[] }> {
	const ready = (await prepared(actor)).find((one) => one.key === key);
	if (!ready) throw new NotFound();
	const content = { ...ready.content, dutchSpoken: true };
	return { ...ready, checks: await checks(actor, content, moment) };
}

/**
 * Sends prepared hours, as the person says they are right. The entry has an id that follows from the occurrence and
 * the person, so that it comes once however often it is sent; sent again it gives the same receipt. Throws NotFound
 * where nothing was prepared, and Conflict for another answer than was sent before.
 */
export async function confirmAttended(
	actor: Resident,
	key: string,
	{ asked, dutchSpoken }: { readonly asked: readonly CheckKind[]; readonly dutchSpoken: boolean },
	moment: Moment,
): Promise<Outcome<Receipt>> {
	const { personId, portal } = actor;
	const all = await agenda.attended(actor, personId);
	const one = all.find(({ occurrence }) => occurrence.key === key);
	const ready = one ? preparedOf(portal, one) : null;
	if (!ready) throw new NotFound();
	const content = { ...ready.content, dutchSpoken: ready.dutchSpoken ?? dutchSpoken };
	const id = entryIdOf(portal, key, personId);
	return declareAs(actor, id, content, [], moment, { checks: asked });
}

function preparedOf(portal: Portal, { minutes, occurrence }: agenda.Attended): Prepared | null {
	const { activity, cohortId, key, kind, on, place, withWhom } = occurrence;
	const known = activity === null ? null : offered(portal, activity);
	const organisation = place ?? withWhom;
	if (kind !== 'activity' || cohortId === null || !known || organisation === null) return null;
	const whole = minutes - (minutes % durations.step);
	if (whole < durations.least || whole > durations.most) return null;
	const what = { activity: known.id, note: null, organisation, doneOn: on, minutes: whole };
	// A group is others; whether Dutch was spoken only the person can say.
	const dutchSpoken = known.criteria.dutchSpeaking === 'given' ? true : null;
	return { key, content: { ...what, together: true }, dutchSpoken };
}

/** 128 bits that follow from the occurrence and the person, and that nobody else can work out. */
function entryIdOf(portal: Portal, key: string, personId: string): string {
	return createHmac('sha256', portal.keyring.blindIndexKey)
		.update(`attended|${portal.tenant.id}|${key}|${personId}`)
		.digest()
		.subarray(0, 16)
		.toString('base64url');
}
