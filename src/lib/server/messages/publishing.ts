import { eq } from 'drizzle-orm';
import { type Day, isBefore } from '#lib/law/day.ts';
import { permitted, type Staff } from '../access/access.ts';
import type { Bringable } from '../agenda/kinds.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { Conflict, done, NotFound, type Outcome, type ProblemKey, refused } from '../errors.ts';
import { isId } from '../id.ts';
import * as notices from '../notices/notices.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import * as proofs from '../proofs/proofs.ts';
import { attach, expectKnown, orDiscard } from './attachments.ts';
import { factsOf, type LetterAction, type Topic } from './kinds.ts';
import { opened, seal } from './sealed.ts';

type Row = Schema['letters']['$inferSelect'];

/** A letter as it is published; `id` is made with the page, so that publishing twice is one letter. */
export interface NewLetter {
	readonly id: string;
	readonly topic: Topic;
	readonly action: LetterAction;
	readonly doOn: Day | null;
	readonly doAt: string | null;
	readonly place: string | null;
	readonly paper: Bringable | null;
	readonly words: string | null;
	readonly files: readonly Blob[];
}

/**
 * Publishes a letter to a person: a PDF, and what it asks in a sentence that stands in both languages. Facts that the
 * sentence has no place for are left out. Refused for a fact that is missing, a day that is over, and without a PDF.
 * Throws Conflict where the id is of another letter, or of this one with other contents.
 */
export async function publish(
	actor: Staff,
	personId: string,
	letter: NewLetter,
	{ now, today }: Moment,
): Promise<Outcome<string>> {
	permitted(actor, 'letter.publish', await people.find(actor, personId));
	const { action, id, topic } = letter;
	if (!isId(id)) throw new NotFound();
	const wrong = problemsOf(letter, today);
	if (wrong) return refused(wrong);
	const { portal } = actor;
	const stored = await proofs.store(portal, letter.files);
	if (!stored.ok) return stored;
	let kept: readonly proofs.Stored[] = [];
	const { t } = portal.store;
	const place = { table: 'letters', column: 'words', row: id } as const;
	const writing = portal.store.write(now, async (tx, log): Promise<Outcome<string>> => {
		await people.takeTurn(t, tx, personId);
		const about = { actor: actor.id, subject: id, personId };
		const [known] = await tx.select().from(t.letters).where(eq(t.letters.id, id));
		if (known && known.personId !== personId) throw new Conflict();
		if (known && !isSame(portal, known, letter)) throw new Conflict();
		if (known) await expectKnown(tx, t, { letterId: id }, stored.value);
		const isPaper = stored.value.every(({ pageCount }) => pageCount !== null);
		if (known || !isPaper) {
			log({ ...about, action: known ? 'letter.again' : 'letter.refuse' });
			return known ? done(id) : refused({ photo: 'fileKind' });
		}
		await tx.insert(t.letters).values({
			...{ id, personId, topic, action, ...factsIn(letter) },
			wordsSealed: letter.words === null ? null : seal(portal, place, letter.words),
			publishedBy: actor.id,
			publishedAt: now,
		});
		await attach(tx, log, t, { letterId: id, personId }, stored.value, now);
		kept = stored.value;
		await notices.add(tx, t, {
			...{ personId, kind: 'letterNew', subject: id, fact: `letter:${id}` },
			at: now,
			expiresAt: now + notices.usualLife,
		});
		log({ ...about, action: 'letter.publish', detail: { action } });
		return done(id);
	});
	const outcome = await orDiscard(portal, stored.value, writing);
	await proofs.discardOthers(portal, stored.value, kept);
	return outcome;
}

/** Whether a letter that came again says what the one that was published says. */
function isSame(portal: Portal, known: Row, letter: NewLetter): boolean {
	const place = { table: 'letters', column: 'words', row: known.id } as const;
	const words = known.wordsSealed === null ? null : opened(portal, place, known.wordsSealed);
	const facts = factsIn(letter);
	return (
		known.topic === letter.topic &&
		known.action === letter.action &&
		words === letter.words &&
		(['doOn', 'doAt', 'place', 'paper'] as const).every((fact) => known[fact] === facts[fact])
	);
}

type Facts = Pick<NewLetter, 'doOn' | 'doAt' | 'place' | 'paper'>;

function factsIn(letter: NewLetter): Facts {
	const wanted: readonly (keyof Facts)[] = factsOf[letter.action];
	const only = <K extends keyof Facts>(key: K) => (wanted.includes(key) ? letter[key] : null);
	return { doOn: only('doOn'), doAt: only('doAt'), place: only('place'), paper: only('paper') };
}

function problemsOf(letter: NewLetter, today: Day): Record<string, ProblemKey> | null {
	const missing = factsOf[letter.action].filter((fact) => letter[fact] === null);
	const facts = factsIn(letter);
	const wrong: Record<string, ProblemKey> = Object.fromEntries(
		missing.map((fact) => [fact, 'missing' as const]),
	);
	if (facts.doOn !== null && isBefore(facts.doOn, today)) wrong['doOn'] = 'dayInPast';
	if (letter.files.length === 0) wrong['photo'] = 'missing';
	return Object.keys(wrong).length > 0 ? wrong : null;
}
