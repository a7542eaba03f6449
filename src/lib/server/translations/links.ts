import { createHash, randomBytes } from 'node:crypto';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { done, NotFound, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import { translatedInto } from './reading.ts';
import { shelf, standing } from './shelf.ts';
import type { LinkRole } from './states.ts';
import { textsOf } from './texts.ts';

export type Link = Schema['translationLinks']['$inferSelect'];

export interface NewLink {
	readonly role: LinkRole;
	/** Whom it is for, by name: the second reader must be somebody else than the translator. */
	readonly givenTo: string;
	/** How long it stays open, in days. */
	readonly days: number;
}

const dayMs = 24 * 3_600_000;

/**
 * Makes a link to the own texts that somebody's plan has now, for one translator or reader without an account. The
 * token has 256 random bits and is given this once: kept is its SHA-256 alone, so that a stolen database opens nothing.
 */
export async function make(
	actor: Staff,
	personId: string,
	{ role, givenTo, days }: NewLink,
	{ now }: Moment,
): Promise<Outcome<{ readonly link: Link; readonly token: string }>> {
	const { portal } = actor;
	const person = permitted(actor, 'translation.manage', await people.find(actor, personId));
	const language = translatedInto(person);
	const texts = await textsOf(portal, personId);
	if (language === null || texts.length === 0) throw new NotFound();
	const rows = await shelf(portal, personId, language);
	const isTranslators = texts.some((text) =>
		isSameName(standing(rows, text).exact?.translator ?? '', givenTo),
	);
	if (role === 'reader' && isTranslators) return refused({ givenTo: 'sameTranslator' });
	const token = randomBytes(32).toString('base64url');
	const values = {
		id: newId(),
		tokenHash: hashOf(token),
		personId,
		language,
		role,
		givenTo,
		places: texts.map(({ place }) => place),
		createdBy: actor.id,
		createdAt: now,
		endsAt: now + days * dayMs,
	};
	return portal.store.write(now, async (tx, log) => {
		const [link] = await tx.insert(portal.store.t.translationLinks).values(values).returning();
		if (!link) throw new Error('the new link did not come back');
		const detail = { role, language };
		log({ actor: actor.id, action: 'translation.link', subject: link.id, personId, detail });
		return done({ link, token });
	});
}

/** The links of somebody's plan, the newest first, as staff see them. */
export async function links(actor: Staff, personId: string): Promise<Link[]> {
	permitted(actor, 'translation.manage', await people.find(actor, personId));
	const { t, read } = actor.portal.store;
	return read
		.select()
		.from(t.translationLinks)
		.where(eq(t.translationLinks.personId, personId))
		.orderBy(desc(t.translationLinks.createdAt), desc(t.translationLinks.id))
		.limit(20);
}

/** Closes a link at once; what was sent through it stays. A second tap changes nothing. */
export async function revoke(actor: Staff, personId: string, linkId: string, { now }: Moment) {
	const { portal } = actor;
	permitted(actor, 'translation.manage', await people.find(actor, personId));
	const { translationLinks } = portal.store.t;
	const thisOne = and(eq(translationLinks.id, linkId), eq(translationLinks.personId, personId));
	await portal.store.write(now, async (tx, log) => {
		const [known] = await tx.select().from(translationLinks).where(thisOne);
		if (!known) throw new NotFound();
		await tx
			.update(translationLinks)
			.set({ revokedAt: now })
			.where(and(thisOne, isNull(translationLinks.revokedAt)));
		log({ actor: actor.id, action: 'translation.link.revoke', subject: linkId, personId });
	});
}

/** The SHA-256 of a secret of 256 random bits, which needs no salt and no slowness. */
export function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}

/** One name for one person, however it was typed. */
export function isSameName(one: string, other: string): boolean {
	const bare = (name: string) =>
		name
			.normalize('NFKD')
			.replaceAll(/[^\p{L}\p{N}]/gu, '')
			.toLowerCase();
	return bare(one) !== '' && bare(one) === bare(other);
}
