import { bezwaarLastDay, bezwaarTiming } from '#lib/law/bezwaar.ts';
import { type Day, day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import * as pip from '../pip/pip.ts';
import type { Timing } from './kinds.ts';
import { own } from './reading.ts';

/** A decision to which somebody can object: a published version of the plan (W 15, Awb 1:3). */
export interface Decision {
	readonly version: number;
	readonly dagtekeningOn: Day;
	/** Null as long as the decision has not gone out. */
	readonly lastOn: Day | null;
	/** How a bezwaar would stand that is handed in now. */
	readonly timing: Timing;
	/** The bezwaar that stands against it already; null where there is none. */
	readonly submissionId: string | null;
}

/** The decisions about somebody that the portal holds, the newest first. What becomes of hours is none by itself. */
export async function decisions(actor: Resident, moment: Moment): Promise<Decision[]> {
	const handedIn = await own(actor);
	return (await pip.versions(actor, actor.personId)).map((plan): Decision => {
		const bekendmakingOn = pip.bekendmakingOn(plan);
		const standing = handedIn.find(
			({ pipId, state }) => pipId === plan.id && state !== 'withdrawn',
		);
		return {
			version: plan.version,
			dagtekeningOn: day(plan.dagtekeningOn),
			lastOn: bekendmakingOn && bezwaarLastDay(bekendmakingOn),
			timing: bezwaarTiming(dayOf(moment.now), bekendmakingOn),
			submissionId: standing?.id ?? null,
		};
	});
}
