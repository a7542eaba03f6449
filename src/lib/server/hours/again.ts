import { and, desc, eq, ne } from 'drizzle-orm';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { NotFound, type Outcome } from '../errors.ts';
import { offered, type PartialContent } from './content.ts';
import { saveStep, startDraft } from './draft.ts';
import { openNote } from './note.ts';
import type { ActivityId } from '../tenants/activities.ts';

/** What somebody sent last, for "the same as last time". */
export interface LastEntry {
	readonly activity: ActivityId;
	readonly organisation: string;
	readonly minutes: number;
}

/** The person's last declaration; null when there is none, or the gemeente no longer offers what was done. */
export async function last(actor: Resident): Promise<LastEntry | null> {
	const found = await lastContent(actor);
	if (found === null) return null;
	const { activity, organisation, minutes } = found;
	return { activity, organisation, minutes };
}

/**
 * Begins a new entry with the answers of the last one, all but its day, and gives its id. Refused (`form`) where
 * `startDraft` is; throws `NotFound` when there is nothing to begin from.
 */
export async function startAgain(actor: Resident, moment: Moment): Promise<Outcome<string>> {
	const content = await lastContent(actor);
	if (content === null) throw new NotFound();
	const started = await startDraft(actor, moment);
	if (!started.ok) return started;
	const saved = await saveStep(actor, started.value, content, moment);
	return saved.ok ? started : saved;
}

async function lastContent(actor: Resident) {
	const { portal, personId } = actor;
	const { hourEntries: t } = portal.store.t;
	const [row] = await portal.store.read
		.select()
		.from(t)
		.where(and(eq(t.personId, personId), ne(t.state, 'withdrawn')))
		.orderBy(desc(t.receivedAt), desc(t.id))
		.limit(1);
	const activity = row && offered(portal, row.activity)?.id;
	if (!row || !activity) return null;
	const { organisation, declaredMinutes: minutes, dutchSpoken, together } = row;
	// Own words tell of one day, but "something else" is nothing without them.
	const note =
		activity === 'other' ? openNote(portal, 'hour_entries', row.id, row.noteSealed) : null;
	return { activity, organisation, minutes, dutchSpoken, together, note } satisfies PartialContent;
}
