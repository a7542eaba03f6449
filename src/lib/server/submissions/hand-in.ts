import { and, eq } from 'drizzle-orm';
import { bezwaarLastDay, bezwaarTiming } from '#lib/law/bezwaar.ts';
import { permitted, type Resident } from '../access/access.ts';
import { dayOf, type Moment } from '../clock.ts';
import type { Db, Log } from '../db/store.ts';
import { Conflict, done, NotFound, type Outcome, refused } from '../errors.ts';
import { isId, newId } from '../id.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { newReceipt } from '../receipt.ts';
import { write as writeEvent } from './events.ts';
import { type AskedKind, kindOf, type SubmissionKind, type Timing } from './kinds.ts';
import { eventsIn, rowsOf } from './rows.ts';
import { seal } from './sealed.ts';
import { type Content, type Row, stateOf, type Submission, submissionOf } from './submission.ts';

/** Longest text of one's own. */
export const longestWords = 4000;

/** What is the same of everything that is handed in; `key` is made with the page. */
interface HandedIn {
	readonly key: string;
	/** In which the page was read. */
	readonly language: string;
	readonly words: string | null;
}

/** A bezwaar against a version of the own plan. What the law asks for may follow (Awb 6:6), but for why it is late. */
export interface Bezwaar extends HandedIn {
	readonly version: number;
	readonly lateReason: string | null;
	readonly address: string | null;
}

/**
 * Hands in a bezwaar. Up to the last second of the last day in the Netherlands it is in time. After that it is not
 * taken as in time: refused with `bezwaarLate` until it says why it is late, and then kept as late, for the gemeente
 * alone can say whether that is forgiven (Awb 6:11). A second bezwaar against the same plan adds its words to the first.
 */
export async function objectTo(
	actor: Resident,
	{ address, key, language, lateReason, version, words }: Bezwaar,
	moment: Moment,
): Promise<Outcome<Submission>> {
	const person = permitted(actor, 'submission.make', await people.own(actor));
	const plan = await pip.version(actor, person.id, version);
	const bekendmakingOn = pip.bekendmakingOn(plan);
	const timing = bezwaarTiming(dayOf(moment.now), bekendmakingOn);
	const lastOn = bekendmakingOn && bezwaarLastDay(bekendmakingOn);
	const content = { words, lateReason: timing === 'late' ? lateReason : null, address };
	const isUnexplained = timing === 'late' && lateReason === null;
	return inTurn(
		actor,
		person,
		{ kind: 'bezwaar', key, content, pipId: plan.id },
		moment,
		(write) =>
			isUnexplained
				? refused({ lateReason: 'bezwaarLate' })
				: write({ pipId: plan.id, timing, lastOn, language }),
	);
}

/** Hands in a complaint or a request. Refused under `words` where words are needed and none came. */
export async function ask(
	actor: Resident,
	{ key, kind, language, words }: HandedIn & { readonly kind: AskedKind },
	moment: Moment,
): Promise<Outcome<Submission>> {
	const person = permitted(actor, 'submission.make', await people.own(actor));
	if (kindOf(kind).needsWords && words === null) return refused({ words: 'missing' });
	const content = { words, lateReason: null, address: null };
	return inTurn(actor, person, { kind, key, content, pipId: null }, moment, (write) =>
		write({ pipId: null, timing: null, lastOn: null, language }),
	);
}

interface Wish {
	readonly kind: SubmissionKind;
	readonly key: string;
	readonly content: Omit<Content, 'name' | 'klantmanagerId'>;
	readonly pipId: string | null;
}

type Write = (facts: {
	readonly pipId: string | null;
	readonly timing: Timing | null;
	readonly lastOn: string | null;
	readonly language: string;
}) => Promise<Outcome<Submission>>;

/**
 * Gives what is there already before it writes: the same key again is the same submission, whatever day it has become
 * since, and of what waits there is one.
 */
async function inTurn(
	actor: Resident,
	person: people.Person,
	wish: Wish,
	{ now }: Moment,
	decide: (write: Write) => Promise<Outcome<Submission>> | Outcome<Submission>,
): Promise<Outcome<Submission>> {
	if (!isId(wish.key)) throw new NotFound();
	const { portal } = actor;
	const { store } = portal;
	return store.write(now, async (tx, log) => {
		await people.takeTurn(store.t, tx, person.id);
		const about = { actor: actor.id, personId: person.id, detail: { kind: wish.kind } };
		const known = await withKey(actor, tx, wish);
		if (known) {
			log({ ...about, action: 'submission.again', subject: known.id });
			return done(known);
		}
		const standing = await standingIn(actor, tx, wish);
		if (standing) return done(await addTo(actor, tx, log, standing, wish, now));
		const outcome = await decide(async (facts) => {
			const id = newId();
			const name = `${person.givenName} ${person.familyName}`;
			const { klantmanagerId } = person;
			const content: Content = { ...wish.content, name, klantmanagerId };
			const row: Row = {
				...{ id, personId: person.id, kind: wish.kind, reference: newReceipt(), key: wish.key },
				...facts,
				contentSealed: seal(portal, { table: 'submissions', row: id }, JSON.stringify(content)),
				handedInAt: now,
			};
			await tx.insert(store.t.submissions).values(row);
			const detail = { kind: wish.kind, timing: facts.timing };
			log({ ...about, action: 'submission.handIn', subject: id, detail });
			return done(submissionOf(portal, row, []));
		});
		if (!outcome.ok) log({ ...about, action: 'submission.refuse', subject: person.id });
		return outcome;
	});
}

async function withKey(actor: Resident, tx: Db, wish: Wish): Promise<Submission | null> {
	const { submissionEvents: e, submissions: s } = actor.portal.store.t;
	const isMine = and(eq(s.personId, actor.personId), eq(s.key, wish.key));
	const [row] = await tx.select().from(s).where(isMine);
	if (row) {
		const known = submissionOf(actor.portal, row, await eventsIn(actor.portal, tx, row.id));
		const isSame = row.kind === wish.kind && row.pipId === wish.pipId;
		if (!isSame || known.words !== wish.content.words) throw new Conflict();
		return known;
	}
	const [added] = await tx
		.select({ row: s })
		.from(e)
		.innerJoin(s, eq(s.id, e.submissionId))
		.where(and(eq(e.personId, actor.personId), eq(e.key, wish.key)));
	if (!added) return null;
	const events = await eventsIn(actor.portal, tx, added.row.id);
	const standing = submissionOf(actor.portal, added.row, events);
	const said = standing.events[events.findIndex(({ key }) => key === wish.key)];
	if (standing.pipId !== wish.pipId || said?.words !== wish.content.words) throw new Conflict();
	return standing;
}

/** The one that stands already: of a bezwaar that against the same plan, of a tap the one that waits. */
async function standingIn(actor: Resident, tx: Db, { kind, pipId }: Wish): Promise<Row | null> {
	if (kind !== 'bezwaar' && kindOf(kind).needsWords) return null;
	for (const { events, row } of await rowsOf(actor.portal, tx, actor.personId)) {
		if (row.kind !== kind || row.pipId !== pipId) continue;
		const state = stateOf(events);
		if (kind === 'bezwaar' ? state !== 'withdrawn' : state === 'waiting') return row;
	}
	return null;
}

async function addTo(actor: Resident, tx: Db, log: Log, row: Row, wish: Wish, now: number) {
	const { key, content } = wish;
	if (content.words !== null) {
		const event = { kind: 'added', key, words: content.words } as const;
		await writeEvent(actor, tx, log, row, event, now);
	} else {
		log({ actor: actor.id, action: 'submission.again', subject: row.id, personId: row.personId });
	}
	return submissionOf(actor.portal, row, await eventsIn(actor.portal, tx, row.id));
}
