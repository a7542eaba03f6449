import { isDeepStrictEqual } from 'node:util';
import { and, desc, eq } from 'drizzle-orm';
import * as agenda from '../agenda/agenda.ts';
import type { Outcome } from '../errors.ts';
import * as pip from '../pip/pip.ts';
import * as understanding from '../understanding/understanding.ts';
import { alongside, type Arrival, type Became } from './arrival.ts';
import type { Made } from './made.ts';
import type { ParcelOutcome, ParcelReason } from './outcome.ts';

type Of<K extends Made['kind']> = Arrival<Extract<Made, { kind: K }>>;

/** Keeps that somebody comes or cannot come, unless something else was said since. */
export async function coming(arrival: Of<'coming'>): Became {
	const { actor, madeAt, made, moment } = arrival;
	const { key, occurrence, reason } = made;
	const { agendaAnswers: t } = actor.portal.store.t;
	const { personId } = actor;
	const found = alongside(arrival, async (tx) => {
		const [said] = await tx
			.select()
			.from(t)
			.where(and(eq(t.personId, personId), eq(t.key, key)));
		if (!said) return null;
		const { itemId, occurrenceOn } = said;
		const same = and(eq(t.itemId, itemId), eq(t.occurrenceOn, occurrenceOn));
		const [last] = await tx
			.select()
			.from(t)
			.where(and(eq(t.personId, personId), same))
			.orderBy(desc(t.number))
			.limit(1);
		return last?.key === key ? received(`/agenda/${occurrence}`) : null;
	});
	const said = { personId, occurrence, isComing: reason === null, reason, key };
	const outcome = await agenda.answer(found.actor, { ...said, ...at(madeAt) }, moment);
	return found.outcome() ?? reasonOf(outcome);
}

/** Keeps what somebody said of an agreement, unless something else was said of it since. */
export async function understood(arrival: Of<'understanding'>): Became {
	const { actor, madeAt, made, moment } = arrival;
	const { answer, number, version } = made;
	const { content } = await pip.version(actor, actor.personId, version);
	const read = content.agreements[number - 1];
	const agreementId = read?.id ?? '';
	const current = await pip.current(actor, actor.personId);
	const holding = current?.content.agreements.find(({ id }) => id === agreementId);
	// It says something else since: that was not read yet. Who asks to talk about it is still heard.
	if (answer === 'understood' && holding && !saysTheSame(read, holding)) return 'gone';
	const { understandings: t } = actor.portal.store.t;
	const found = alongside(arrival, async (tx) => {
		const mine = and(eq(t.personId, actor.personId), eq(t.agreementId, agreementId));
		const [last] = await tx.select().from(t).where(mine);
		return last?.answer === answer ? received(`/plan#afspraak-${number}`) : null;
	});
	const outcome = await understanding.say(
		found.actor,
		{ agreementId, answer, ...at(madeAt) },
		moment,
	);
	return found.outcome() ?? reasonOf(outcome);
}

type Agreement = pip.PipContent['agreements'][number];

/** Whether two agreements say the same, whichever goal they serve. */
function saysTheSame(one: Agreement | undefined, other: Agreement): boolean {
	return isDeepStrictEqual({ ...one, goal: null }, { ...other, goal: null });
}

function received(page: string): ParcelOutcome {
	return { outcome: 'received', receipt: null, at: page, reason: null, withoutPhotos: false };
}

function at(madeAt: number | null) {
	return madeAt === null ? {} : { saidAt: madeAt };
}

function reasonOf(outcome: Outcome<unknown>): ParcelReason {
	if (outcome.ok) throw new Error('what was said is not there');
	return outcome.problems['form'] === 'changedMeanwhile' ? 'newerAnswer' : 'over';
}
