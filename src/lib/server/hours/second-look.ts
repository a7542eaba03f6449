import { eq } from 'drizzle-orm';
import { permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db } from '../db/store.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import { act } from './act.ts';
import { longestNote } from './content.ts';
import type { CorrectionReason } from './reasons.ts';
import { isOpenSample } from './samples.ts';

/** What a second person says: in order, or taken back for a reason. */
export type Look =
	| { readonly outcome: 'inOrder' }
	| {
			readonly outcome: 'takenBack';
			readonly reason: CorrectionReason;
			readonly words: string | null;
	  };

/**
 * The look of a second person at what was drawn. Refused (`form`) when somebody looked or took it back meanwhile; not
 * found for who confirmed it.
 */
export async function lookAt(
	actor: Staff,
	eventId: string,
	look: Look,
	moment: Moment,
): Promise<Outcome<null>> {
	const { portal } = actor;
	const { hourSamples } = portal.store.t;
	const [sample] = await portal.store.read
		.select()
		.from(hourSamples)
		.where(eq(hourSamples.eventId, eventId));
	if (!sample || sample.decidedBy === actor.id) throw new NotFound();
	permitted(actor, 'hours.decide', await people.find(actor, sample.personId));
	const { entryId, personId } = sample;
	if (look.outcome === 'inOrder') {
		return portal.store.write(moment.now, async (tx, log) => {
			const added = (await isOpenSample(portal, tx, eventId)) && (await write(tx));
			const action = added ? 'hours.inOrder' : 'hours.tooLate';
			log({ actor: actor.id, action, subject: entryId, personId });
			return added ? done(null) : refused({ form: 'alreadyDecided' });
		});
	}
	const { reason, words } = look;
	if (words && words.length > longestNote) return refused({ words: 'tooLong' });
	const back = { kind: 'corrected', confirmedMinutes: 0, reason, note: words } as const;
	const taken = act(
		actor,
		entryId,
		'hours.decide',
		async (_entry, tx) =>
			(await isOpenSample(portal, tx, eventId)) ? done(back) : refused({ form: 'alreadyDecided' }),
		moment,
		async (tx) => {
			if (!(await write(tx))) throw new LookedMeanwhile();
		},
	);
	return taken.catch((problem: unknown) => {
		if (problem instanceof LookedMeanwhile) return refused({ form: 'alreadyDecided' });
		throw problem;
	});

	async function write(tx: Db): Promise<boolean> {
		const { hourSampleLooks } = portal.store.t;
		const { outcome } = look;
		const row = { eventId, outcome, lookedBy: actor.id, lookedAt: moment.now };
		const added = await tx.insert(hourSampleLooks).values(row).onConflictDoNothing().returning();
		return added.length > 0;
	}
}

/** Breaks the transaction off: on PostgreSQL a look that ended meanwhile shows only when one's own is written. */
class LookedMeanwhile extends Error {}
