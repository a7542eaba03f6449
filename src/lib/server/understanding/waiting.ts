import { and, asc, count, eq, isNull, ne } from 'drizzle-orm';
import { permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { NotFound } from '../errors.ts';
import * as hours from '../hours/hours.ts';
import { isId } from '../id.ts';
import * as notices from '../notices/notices.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import type { Answer } from './understanding.ts';

/** An agreement that somebody did not understand or wants to talk about, as the version said it that they read. */
export interface OpenRow {
	readonly id: string;
	readonly personId: string;
	readonly givenName: string;
	readonly familyName: string;
	readonly answer: Exclude<Answer, 'understood'>;
	readonly at: number;
	readonly agreement: pip.AgreementShown;
}

/** How many wait in all; `rows` are the first of them. */
export interface OpenAnswers {
	readonly total: number;
	readonly rows: readonly OpenRow[];
}

const shown = 50;

/** What waits in the caseload, in one person's file when one is named; longest waiting first. */
export async function open(actor: Staff, personId?: string): Promise<OpenAnswers> {
	const { people: persons, pips, understandings } = actor.portal.store.t;
	const { read } = actor.portal.store;
	const isWaiting = and(
		ne(understandings.answer, 'understood'),
		isNull(understandings.settledAt),
		hours.inCaseload(actor),
		personId === undefined ? undefined : eq(understandings.personId, personId),
	);
	const { givenName, familyName } = persons;
	const found = await read
		.select({ said: understandings, givenName, familyName, content: pips.content })
		.from(understandings)
		.innerJoin(persons, eq(persons.id, understandings.personId))
		.innerJoin(pips, eq(pips.id, understandings.pipId))
		.where(isWaiting)
		.orderBy(asc(understandings.at), asc(understandings.id))
		.limit(shown);
	const [all] = await read
		.select({ total: count() })
		.from(understandings)
		.innerJoin(persons, eq(persons.id, understandings.personId))
		.where(isWaiting);
	const rows = found.flatMap(({ said, content, ...who }): OpenRow[] => {
		const { id, answer, at } = said;
		const agreement = content.agreements.find((each) => each.id === said.agreementId);
		if (answer === 'understood' || agreement === undefined) return [];
		const words = pip.agreementShown(agreement, 'nl');
		return [{ id, personId: said.personId, ...who, answer, at, agreement: words }];
	});
	return { total: all?.total ?? 0, rows };
}

/** It was spoken about; the person may say something again. A second tap changes nothing. */
export async function settle(actor: Staff, id: string, { now }: Moment): Promise<void> {
	const { store } = actor.portal;
	const { understandings } = store.t;
	const thisOne = eq(understandings.id, id);
	const found = isId(id) ? await store.read.select().from(understandings).where(thisOne) : [];
	const [said] = found;
	if (!said) throw new NotFound();
	const { personId } = said;
	permitted(actor, 'understanding.settle', await people.find(actor, personId));
	await store.write(now, async (tx, log) => {
		const [first] = await tx
			.update(understandings)
			.set({ settledAt: now, settledBy: actor.id })
			.where(and(thisOne, isNull(understandings.settledAt)))
			.returning();
		if (first) {
			await notices.add(tx, store.t, {
				personId,
				fact: `understanding ${id} ${first.at}`,
				kind: 'questionAnswered',
				subject: first.agreementId,
				at: now,
				expiresAt: now + notices.usualLife,
			});
		}
		log({ actor: actor.id, action: 'understanding.settle', subject: id, personId });
	});
}
