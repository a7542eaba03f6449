import { eq } from 'drizzle-orm';
import { permitted, type Resident } from '../access/access.ts';
import type { Db } from '../db/store.ts';
import { done, type Outcome, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { channelNames, groups, kinds, type NoticeChannel, type NoticeGroup } from './kinds.ts';
import { type QuietHours, usualQuiet } from './quiet.ts';

/** What a person wants to be told, by which channels, and when not. */
export interface Choice {
	readonly groupsOff: readonly NoticeGroup[];
	readonly channelsOff: readonly NoticeChannel[];
	readonly quiet: QuietHours | null;
	/** That in the last hour before something a reminder, or that it changed, may come in the quiet hours. */
	readonly remindsInQuiet: boolean;
}

/** What holds as long as nothing was chosen. */
export const usualChoice: Choice = {
	groupsOff: groups.filter((group) =>
		Object.values(kinds).every((kind) => kind.group !== group || !kind.isOn),
	),
	channelsOff: [],
	quiet: usualQuiet,
	remindsInQuiet: true,
};

/** What somebody chose, with whether nothing goes out at all (veilig contact), and where it would go. */
export interface ChoiceShown extends Choice {
	readonly safeContact: boolean;
	readonly phone: string | null;
	readonly email: string | null;
	readonly phones: number;
}

/** The own choice of an inburgeraar. */
export async function ownChoice(actor: Resident): Promise<ChoiceShown> {
	const person = permitted(actor, 'notice.read', await people.own(actor));
	const { read, t } = actor.portal.store;
	const { safeContact, phone, email } = person;
	const phones = await read
		.select({ id: t.pushSubscriptions.id })
		.from(t.pushSubscriptions)
		.where(eq(t.pushSubscriptions.personId, person.id));
	const choice = await choiceIn(actor.portal, read, person.id);
	return { ...choice, safeContact, phone, email, phones: phones.length };
}

/** Keeps what a person chose; refused for a time that is none. */
export async function choose(actor: Resident, chosen: Choice, now: number): Promise<Outcome<null>> {
	const { id: personId } = permitted(actor, 'notice.choose', await people.own(actor));
	const wrong = chosen.quiet && wrongTimes(chosen.quiet);
	if (wrong) return refused(wrong);
	const { noticeChoices: t } = actor.portal.store.t;
	const values = {
		groupsOff: groups.filter((group) => chosen.groupsOff.includes(group)),
		channelsOff: channelNames.filter((channel) => chosen.channelsOff.includes(channel)),
		quietFrom: chosen.quiet?.from ?? null,
		quietUntil: chosen.quiet?.until ?? null,
		remindsInQuiet: chosen.remindsInQuiet,
		changedAt: now,
	};
	return actor.portal.store.write(now, async (tx, log) => {
		await tx
			.insert(t)
			.values({ personId, ...values })
			.onConflictDoUpdate({ target: t.personId, set: values });
		log({ actor: actor.id, action: 'notice.choose', subject: personId, personId });
		return done(null);
	});
}

/**
 * Says that nothing may go out to any channel, or that it may again; false where the gemeente asked for it, which ends
 * only together. The staff can do the same on the page with the person's facts, which then has to be looked at anew.
 */
export async function sayVeiligContact(
	actor: Resident,
	safeContact: boolean,
	now: number,
): Promise<boolean> {
	permitted(actor, 'notice.choose', await people.own(actor));
	return people.saySafeContact(actor, safeContact, now);
}

/** What somebody chose, as a transaction sees it; whoever asks has checked the access. */
export async function choiceIn({ store }: Portal, tx: Db, personId: string): Promise<Choice> {
	const { noticeChoices: t } = store.t;
	const [row] = await tx.select().from(t).where(eq(t.personId, personId));
	if (!row) return usualChoice;
	const { groupsOff, channelsOff, quietFrom, quietUntil, remindsInQuiet } = row;
	const quiet = quietFrom && quietUntil ? { from: quietFrom, until: quietUntil } : null;
	return { groupsOff, channelsOff, quiet, remindsInQuiet };
}

function wrongTimes({ from, until }: QuietHours) {
	const isTime = (text: string) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
	if (!isTime(from)) return { quietFrom: 'notATime' } as const;
	return isTime(until) ? null : ({ quietUntil: 'notATime' } as const);
}
