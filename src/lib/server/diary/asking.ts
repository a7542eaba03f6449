import { eq } from 'drizzle-orm';
import { type Day, day } from '#lib/law/day.ts';
import { silentWeeks } from '#lib/law/silence.ts';
import { permitted, type Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Db } from '../db/store.ts';
import * as hours from '../hours/hours.ts';
import * as people from '../people/people.ts';
import { policyFor } from '../tenants/tenants.ts';
import { lineOf, rowsOf } from './lines.ts';
import { isAsked } from './nudge.ts';

/** Whether the pages ask the person today how it goes with the hours. */
export async function asksHowItGoes(actor: Resident, { now, today }: Moment): Promise<boolean> {
	const person = permitted(actor, 'diary.keep', await people.own(actor));
	const { portal } = actor;
	const planOn = await hours.declarableSince(actor);
	if (planOn === null) return false;
	const { silentWeeks: ownWeeks } = policyFor(portal.tenant, person.gemeentecode);
	const silence = {
		planOn,
		forecast: await hours.outlook(actor, person.id, { now, today }),
		lastSentOn: await hours.lastSentOn(actor, person.id),
		answeredOn: await answeredOn(actor),
		lines: (await rowsOf(portal, portal.store.read, person.id)).map((row) => lineOf(portal, row)),
		weeks: silentWeeks(today, ownWeeks),
	};
	return isAsked(silence, today);
}

/** "It goes well" and "not now": which of the two is not kept, nor how often; the question is left for some weeks. */
export async function answerNudge(actor: Resident, { today }: Moment): Promise<void> {
	permitted(actor, 'diary.keep', await people.own(actor));
	await actor.portal.store.touch((tx) => keepAnswer(tx, actor, today));
}

/** Keeps the day of the last answer, and nothing else. */
export async function keepAnswer(tx: Db, { personId, portal }: Resident, today: Day) {
	const { nudgeAnswers: t } = portal.store.t;
	const answered = { answeredOn: today };
	await tx
		.insert(t)
		.values({ personId, ...answered })
		.onConflictDoUpdate({ target: t.personId, set: answered });
}

async function answeredOn({ personId, portal }: Resident): Promise<Day | null> {
	const { t, read } = portal.store;
	const mine = eq(t.nudgeAnswers.personId, personId);
	const [row] = await read.select().from(t.nudgeAnswers).where(mine);
	return row ? day(row.answeredOn) : null;
}
