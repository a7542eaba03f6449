import { and, eq } from 'drizzle-orm';
import { type Actor, may, permitted, type Resident, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db, Log } from '../db/store.ts';
import { Conflict, done, NotFound, type Outcome, refused } from '../errors.ts';
import { isId, newId } from '../id.ts';
import * as notices from '../notices/notices.ts';
import * as people from '../people/people.ts';
import { kindOf, type SubmissionEventKind, type SubmissionKind } from './kinds.ts';
import { eventsIn } from './rows.ts';
import { opened, seal } from './sealed.ts';
import { type EventRow, mayBeAbout, type Row, stateOf, submissionOf, waits } from './submission.ts';

/** One thing that happens with a submission; `key` is made with the page. */
interface Happening {
	readonly kind: SubmissionEventKind;
	readonly key: string;
	readonly words: string | null;
}

interface Saying {
	readonly id: string;
	readonly key: string;
}

/** Adds words: the grounds that followed later, or what was forgotten. Of what was withdrawn it is not found. */
export async function add(
	actor: Resident,
	{ id, key, words }: Saying & { readonly words: string },
	moment: Moment,
): Promise<void> {
	await happen(actor, id, { kind: 'added', key, words }, moment, (events) => {
		if (stateOf(events) === 'withdrawn') throw new NotFound();
		return true;
	});
}

/** Takes it back (of a bezwaar Awb 6:21). Again changes nothing. */
export async function withdraw(
	actor: Resident,
	{ id, key }: Saying,
	moment: Moment,
): Promise<void> {
	await happen(actor, id, { kind: 'withdrawn', key, words: null }, moment, (events) =>
		events.every(({ kind }) => kind !== 'withdrawn'),
	);
}

/**
 * What the gemeente does with it here: it was passed on to who decides about it, or it is answered, with words that the
 * person reads. Refused under `words` where an answer has none. Where nothing waits any more it changes nothing.
 */
export async function settle(
	actor: Staff,
	{ id, key, words }: Saying & { readonly words: string | null },
	moment: Moment,
): Promise<Outcome<null>> {
	const row = await found(actor, id);
	const { ends } = kindOf(row.kind);
	if (ends === 'answered' && words === null) return refused({ words: 'missing' });
	await happen(actor, id, { kind: ends, key, words }, moment, waits);
	return done(null);
}

/** The row, for who may read it; a complaint is not for the klantmanager whom it may be about (Awb 9:7). */
export async function found(actor: Actor, id: string): Promise<Row> {
	if (!isId(id)) throw new NotFound();
	const { store } = actor.portal;
	const { submissions: t } = store.t;
	const [row] = await store.read.select().from(t).where(eq(t.id, id));
	if (!row) throw new NotFound();
	const person = await people.find(actor, row.personId);
	permitted(actor, readingOf(row.kind), person);
	if (mayBeAbout(actor, submissionOf(actor.portal, row, []))) throw new NotFound();
	return row;
}

/** The rule about reading one of this kind. */
export function readingOf(kind: SubmissionKind) {
	return kind === 'complaint' ? 'complaint.read' : 'submission.read';
}

/** Writes a line, numbered after the last. */
export async function write(
	actor: Resident | Staff,
	tx: Db,
	log: Log,
	{ id: submissionId, kind: what, personId }: Row,
	{ key, kind, words }: Happening,
	now: number,
): Promise<void> {
	const { portal } = actor;
	const { submissionEvents: t } = portal.store.t;
	const number = ((await eventsIn(portal, tx, submissionId)).at(-1)?.number ?? 0) + 1;
	const id = newId();
	const wordsSealed = words && seal(portal, { table: 'submission_events', row: id }, words);
	const said = { saidBy: actor.id, saidAt: now };
	await tx
		.insert(t)
		.values({ id, submissionId, personId, number, kind, wordsSealed, key, ...said });
	const detail = { kind: what, number };
	log({ actor: actor.id, action: `submission.${kind}`, subject: submissionId, personId, detail });
}

async function happen(
	actor: Resident | Staff,
	id: string,
	happening: Happening,
	{ now }: Moment,
	changes: (events: readonly EventRow[]) => boolean,
) {
	if (!isId(happening.key)) throw new NotFound();
	const row = await found(actor, id);
	const person = await people.find(actor, row.personId);
	if (actor.kind === 'resident') permitted(actor, 'submission.make', person);
	else permitted(actor, settlingOf(row.kind), person);
	const { portal } = actor;
	const { store } = portal;
	await store.write(now, async (tx, log) => {
		await people.takeTurn(store.t, tx, row.personId);
		const known = await withKey(actor, tx, row, happening);
		const events = await eventsIn(portal, tx, id);
		if (known || !changes(events)) {
			log({ actor: actor.id, action: 'submission.again', subject: id, personId: row.personId });
			return;
		}
		await write(actor, tx, log, row, happening, now);
		if (actor.kind === 'resident' || stateOf(events) === 'withdrawn') return;
		// The notices are a list too, on which whoever holds the phone sees that there is an answer, and to what.
		if (kindOf(row.kind).isSilent) return;
		await notices.add(tx, store.t, {
			...{ personId: row.personId, kind: 'submissionAnswered', subject: id },
			fact: `submission ${id} ${events.length + 1}`,
			at: now,
			expiresAt: now + notices.usualLife,
		});
	});
}

/** Who settles one of this kind. */
export function settlingOf(kind: SubmissionKind) {
	return kind === 'complaint' ? 'complaint.settle' : 'submission.settle';
}

/** Whether the actor may end it here. */
export function maySettle(actor: Actor, kind: SubmissionKind, person: people.Person): boolean {
	return may(actor, settlingOf(kind), person);
}

async function withKey(
	{ portal }: Actor,
	tx: Db,
	{ id }: Row,
	{ key, kind, words }: Happening,
): Promise<EventRow | null> {
	const { submissionEvents: t } = portal.store.t;
	const [known] = await tx
		.select()
		.from(t)
		.where(and(eq(t.submissionId, id), eq(t.key, key)));
	if (!known) return null;
	const before =
		known.wordsSealed &&
		opened(portal, { table: 'submission_events', row: known.id }, known.wordsSealed);
	if (known.kind !== kind || before !== words) throw new Conflict();
	return known;
}
