import { randomInt, timingSafeEqual } from 'node:crypto';
import { isOffered, type OfferedLanguage } from '#lib/languages/languages.ts';
import { text } from '#lib/languages/message.ts';
import { name } from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import { and, count, desc, eq, lt, sql } from 'drizzle-orm';
import { permitted, type Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import type { Db } from '../db/store.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as notices from '../notices/notices.ts';
import * as people from '../people/people.ts';
import { opened, seal } from './sealed.ts';

const minute = 60_000;
/** A code is good so long, in milliseconds. */
const goodFor = 15 * minute;
/** So often one can be wrong, and so many are sent to somebody in a day: a guess is right once in 40,000 days. */
const mostAttempts = 5;
const mostADay = 5;
const dayLong = 24 * 60 * minute;

/** By what a code can go out. */
export type CodeChannel = notices.AtOnce['channel'];

/**
 * Sends six digits to a new phone or mailbox; the one before of that channel counts no more. Refused for veilig contact,
 * for which nothing goes out, for a number that can get no SMS, after five in a day, and when it could not be sent.
 */
export async function sendCode(
	actor: Resident,
	{ channel, to }: { readonly channel: CodeChannel; readonly to: string },
	channels: notices.Channels,
	{ now }: Moment,
): Promise<Outcome<null>> {
	const person = permitted(actor, 'contact.change', await people.own(actor));
	if (person.safeContact) return refused({ to: 'feedSafeContact' });
	if (channel === 'sms' && notices.mobileNumber(to) === null) return refused({ to: 'notAPhone' });
	const { portal } = actor;
	const { contactCodes: t } = portal.store.t;
	const [id, code] = [newId(), String(randomInt(1_000_000)).padStart(6, '0')];
	const outcome = await portal.store.write(now, async (tx, log) => {
		await people.takeTurn(portal.store.t, tx, person.id);
		const mine = eq(t.personId, person.id);
		await tx.delete(t).where(and(mine, lt(t.sentAt, now - dayLong)));
		const [sent] = await tx.select({ number: count() }).from(t).where(mine);
		const isTooMany = (sent?.number ?? 0) >= mostADay;
		const action = isTooMany ? 'contact.code.refuse' : 'contact.code';
		log({ actor: actor.id, action, subject: person.id, personId: person.id, detail: { channel } });
		if (isTooMany) return refused({ to: 'codesTooMany' });
		await tx.insert(t).values({
			...{ id, personId: person.id, channel, attempts: 0, sentAt: now },
			addressSealed: seal(portal, 'contact_codes', id, to),
			codeSealed: seal(portal, 'contact_codes', id, code, 'code'),
		});
		return done(null);
	});
	if (!outcome.ok) return outcome;
	const isSent = await notices.sendAtOnce(
		portal,
		channels,
		letterOf(person, channel, to, code),
		now,
	);
	return isSent ? done(null) : refused({ to: 'codeNotSent' });
}

/**
 * With the code that came there, the new phone or mailbox is the person's. Refused for a wrong one, and with `codeOver`
 * after a quarter of an hour or five wrong ones: then a new one is asked.
 */
export async function confirmCode(
	actor: Resident,
	{ channel, code }: { readonly channel: CodeChannel; readonly code: string },
	{ now }: Moment,
): Promise<Outcome<null>> {
	const person = permitted(actor, 'contact.change', await people.own(actor));
	const { portal } = actor;
	const { contactCodes: t } = portal.store.t;
	return portal.store.write(now, async (tx, log) => {
		const about = { actor: actor.id, subject: person.id, personId: person.id, detail: { channel } };
		await people.takeTurn(portal.store.t, tx, person.id);
		const waiting = await waitingIn(actor, tx, channel, now);
		if (!waiting) {
			log({ ...about, action: 'contact.code.over' });
			return refused({ code: 'codeOver' });
		}
		const { addressSealed, codeSealed, id } = waiting;
		if (!isSame(opened(portal, 'contact_codes', id, codeSealed, 'code'), digitsOf(code))) {
			await tx
				.update(t)
				.set({ attempts: sql`${t.attempts} + 1` })
				.where(eq(t.id, id));
			log({ ...about, action: 'contact.code.wrong' });
			return refused({ code: 'codeWrong' });
		}
		await tx.update(t).set({ usedAt: now }).where(eq(t.id, id));
		await take(actor, tx, channel, opened(portal, 'contact_codes', id, addressSealed), now);
		log({ ...about, action: 'contact.change' });
		return done(null);
	});
}

/** The code and nothing else, to where it has to be shown that it arrives. */
function letterOf(
	person: people.Person,
	channel: CodeChannel,
	to: string,
	code: string,
): notices.AtOnce {
	const language: OfferedLanguage = isOffered(person.language) ? person.language : 'nl';
	const facts = { code: name(code) };
	return {
		person: { ...person, ...(channel === 'sms' ? { phone: to } : { email: to }) },
		channel,
		words: {
			language,
			own: text(m.access_code_text, facts, language),
			dutch: text(m.access_code_text, facts, 'nl'),
		},
		subject: {
			language,
			own: text(m.access_code_subject, {}, language),
			dutch: text(m.access_code_subject, {}, 'nl'),
		},
	};
}

/** The newest code of the channel, where it still counts. */
async function waitingIn(
	{ personId, portal }: Resident,
	tx: Db,
	channel: CodeChannel,
	now: number,
) {
	const { contactCodes: t } = portal.store.t;
	const [newest] = await tx
		.select()
		.from(t)
		.where(and(eq(t.personId, personId), eq(t.channel, channel)))
		.orderBy(desc(t.sentAt), desc(t.id))
		.limit(1);
	const counts =
		newest &&
		newest.usedAt === null &&
		newest.attempts < mostAttempts &&
		now < newest.sentAt + goodFor;
	return counts ? newest : null;
}

async function take(
	{ personId, portal }: Resident,
	tx: Db,
	channel: CodeChannel,
	address: string,
	now: number,
) {
	const { people: p, personContacts: c }: Schema = portal.store.t;
	const key = notices.addressKey(portal, address);
	const verified =
		channel === 'sms'
			? { phoneKey: key, phoneVerifiedAt: now }
			: { emailKey: key, emailVerifiedAt: now };
	await tx
		.update(p)
		.set({
			...(channel === 'sms' ? { phone: address } : { email: address }),
			revision: sql`${p.revision} + 1`,
		})
		.where(eq(p.id, personId));
	await tx
		.insert(c)
		.values({ personId, ...verified })
		.onConflictDoUpdate({ target: c.personId, set: verified });
}

/** Digits as any of our keyboards types them, without what people put between them. */
function digitsOf(typed: string): string {
	return typed
		.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
		.replace(/\D/g, '');
}

function isSame(known: string, typed: string): boolean {
	const [a, b] = [Buffer.from(known), Buffer.from(typed)];
	return a.length === b.length && timingSafeEqual(a, b);
}
