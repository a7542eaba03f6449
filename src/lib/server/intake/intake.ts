/**
 * The brede intake as a record (W 14(3), B 5.2): what came out of the talks, beside its dated steps, which are lines of
 * `modules`. A line is never changed, the next one takes its place. It feeds the first draft of the plan and decides
 * nothing. Health stands apart, see `health`.
 */
import { isDeepStrictEqual } from 'node:util';
import { departsFromToets } from '#lib/law/intake.ts';
import { permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import { seal } from './content.ts';
import type { Intake } from './kinds.ts';
import { last } from './recorded.ts';

export * as health from './health.ts';
export { type FirstDraft, firstDraft, type Prefilled, startDraft } from './first-draft.ts';
export * from './kinds.ts';
export { oproepen } from './oproepen.ts';
export { of, type Recorded } from './recorded.ts';

/**
 * Writes it down, as a line in the place of the one the page showed. Refused with `deviationReasonMissing` where the
 * leerroute departs from the test without a reason, and with `changedMeanwhile` when somebody else was first.
 */
export async function record(
	actor: Staff,
	{ personId, intake, seen }: { personId: string; intake: Intake; seen: number },
	moment: Moment,
): Promise<Outcome<null>> {
	permitted(actor, 'intake.write', await people.find(actor, personId));
	if (departsFromToets(intake.toets, intake.leerroute) && intake.deviationReason === null) {
		return refused({ deviationReason: 'deviationReasonMissing' });
	}
	const { portal } = actor;
	const { store } = portal;
	return store.write(moment.now, async (tx, log) => {
		await people.takeTurn(store.t, tx, personId);
		const known = await last(actor, tx, personId);
		const isSame = known.number > 0 && isDeepStrictEqual(known.intake, intake);
		const isLate = !isSame && known.number !== seen;
		const verb = isSame ? 'repeat' : isLate ? 'late' : 'record';
		log({ actor: actor.id, action: `intake.${verb}`, subject: personId, personId });
		if (isLate) return refused({ form: 'changedMeanwhile' });
		if (!isSame) {
			const place = { id: newId(), personId };
			const contentSealed = seal(portal, place, intake);
			const by = { recordedBy: actor.id, recordedAt: moment.now };
			await tx.insert(store.t.intakes).values({ ...place, number: seen + 1, contentSealed, ...by });
		}
		return done(null);
	});
}
