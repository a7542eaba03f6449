import { desc, eq } from 'drizzle-orm';
import type { Action, Actor } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db, Log } from '../db/store.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { permittedRow } from './entry.ts';
import { append, type EntryRow, type Happening } from './ledger.ts';
import { openNote } from './note.ts';

/** What happens, which may depend on the entry as it stands at that moment. */
export type Decide = (entry: EntryRow, tx: Db) => Outcome<Happening> | Promise<Outcome<Happening>>;

/** What is written in the same transaction as the line that was added. */
export type Alongside = (tx: Db, log: Log, entry: EntryRow, eventId: string) => Promise<void>;

/**
 * Lets something happen to an entry, in one short transaction. Refused (`form`) when somebody was first; the very same thing by the same person again is done
 * already, so that a second tap on a slow phone is no problem.
 */
export async function act(
	actor: Actor,
	entryId: string,
	action: Action,
	decide: Decide,
	moment: Moment,
	alongside: Alongside = async () => {},
): Promise<Outcome<null>> {
	await permittedRow(actor, entryId, action);
	const { store } = actor.portal;
	const { hourEntries } = store.t;
	return store.write(moment.now, async (tx, log) => {
		const [entry] = await tx.select().from(hourEntries).where(eq(hourEntries.id, entryId));
		if (!entry) throw new NotFound();
		const { personId } = entry;
		const decided = await decide(entry, tx);
		if (!decided.ok) {
			log({ actor: actor.id, action: 'hours.refused', subject: entryId, personId });
			return decided;
		}
		const happening = decided.value;
		const added = await append(tx, log, actor, entry, happening, moment.now);
		if (added !== null) {
			await alongside(tx, log, entry, added);
			return done(null);
		}
		// On PostgreSQL the other transaction may have ended after this entry was read: it is read anew.
		const [present] = await tx.select().from(hourEntries).where(eq(hourEntries.id, entryId));
		const isRepeat = present !== undefined && (await lastWas(tx, actor, present, happening));
		const known = isRepeat ? 'hours.repeated' : 'hours.tooLate';
		log({ actor: actor.id, action: known, subject: entryId, personId });
		return isRepeat ? done(null) : refused({ form: 'alreadyDecided' });
	});
}

async function lastWas(tx: Db, actor: Actor, entry: EntryRow, happening: Happening) {
	const { hourEvents } = actor.portal.store.t;
	const [last] = await tx
		.select()
		.from(hourEvents)
		.where(eq(hourEvents.entryId, entry.id))
		.orderBy(desc(hourEvents.number))
		.limit(1);
	return (
		last?.kind === happening.kind &&
		last.actor === actor.id &&
		last.reason === (happening.reason ?? null) &&
		last.undoes === (happening.undoes?.number ?? null) &&
		entry.confirmedMinutes === happening.confirmedMinutes &&
		openNote(actor.portal, 'hour_events', last.id, last.noteSealed) === (happening.note ?? null)
	);
}
