/**
 * What somebody says about an agreement of the plan: that it is understood, that it is not, or that they want to talk
 * about it. It is a receipt for reading and a question to the klantmanager. It is no signature, and no rule of the
 * law, no sum and no decision reads it: nobody is ever held to it.
 */
import { and, eq } from 'drizzle-orm';
import { type Actor, permitted, type Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';

export { open, type OpenAnswers, type OpenRow, settle } from './waiting.ts';
export { firstReadings, read } from './readings.ts';

export type Understanding = Schema['understandings']['$inferSelect'];
export type Answer = Understanding['answer'];

/** The answers, in the order in which a page offers them. */
export const answers = ['understood', 'notUnderstood', 'talk'] as const satisfies readonly Answer[];

/** An answer about an agreement of the plan. */
export interface Said {
	readonly agreementId: string;
	readonly answer: Answer;
	readonly saidAt?: number;
}

/**
 * Says it of one agreement of the plan that holds now; of any other it is not found. The last answer counts and
 * waits anew; the same answer again while it waits changes nothing. `saidAt` (ms UTC) is for what was said on a phone
 * without a connection: refused (`form`) when something else was said since.
 */
export async function say(
	actor: Resident,
	{ agreementId, answer, saidAt }: Said,
	{ now }: Moment,
): Promise<Outcome<null>> {
	const { id: personId } = permitted(actor, 'understanding.say', await people.own(actor));
	const current = await pip.current(actor, personId);
	if (!current?.content.agreements.some(({ id }) => id === agreementId)) throw new NotFound();
	const { understandings } = actor.portal.store.t;
	return actor.portal.store.write(now, async (tx, log) => {
		const about = { actor: actor.id, subject: agreementId, personId };
		const [last] = await tx
			.select()
			.from(understandings)
			.where(
				and(eq(understandings.personId, personId), eq(understandings.agreementId, agreementId)),
			);
		if (last?.answer === answer && last.pipId === current.id && last.settledAt === null) {
			log({ ...about, action: 'understanding.repeat' });
			return done(null);
		}
		if (last && saidAt !== undefined && last.at > saidAt) {
			log({ ...about, action: 'understanding.refuse' });
			return refused({ form: 'changedMeanwhile' });
		}
		const said = { pipId: current.id, answer, at: saidAt ?? now, settledAt: null, settledBy: null };
		await tx
			.insert(understandings)
			.values({ id: newId(), personId, agreementId, ...said })
			.onConflictDoUpdate({
				target: [understandings.personId, understandings.agreementId],
				set: said,
			});
		log({ ...about, action: 'understanding.say', detail: { answer } });
		return done(null);
	});
}

/** Everything the person said, the last answer of each agreement; also of agreements that are gone since. */
export async function of(actor: Actor, personId: string): Promise<Understanding[]> {
	permitted(actor, 'understanding.read', await people.find(actor, personId));
	const { t, read: db } = actor.portal.store;
	return db
		.select()
		.from(t.understandings)
		.where(eq(t.understandings.personId, personId))
		.orderBy(t.understandings.at, t.understandings.id);
}
