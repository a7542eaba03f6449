import type { Day } from '#lib/law/day.ts';
import type { Resident } from '#lib/server/access/access.ts';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as sessions from '#lib/server/accounts/sessions.ts';
import type { Moment } from '#lib/server/clock.ts';
import { bsnOf } from '#lib/server/demo/bsn.ts';
import * as hours from '#lib/server/hours/hours.ts';
import type { Portal } from '#lib/server/portal.ts';
import { addPerson, addPlan } from '#lib/server/test-world.ts';

/** Something that somebody has filled in on a phone and is going to send. */
export interface Waiting {
	readonly draftId: string;
	readonly session: string;
	readonly minutes: number;
	readonly withPhoto: boolean;
}

const issuer = 'https://soak.example';
const peopleCount = 20;

/** Lays people with filled-in drafts, `count` in all; every twentieth is sent with a photo. */
export async function lay(portal: Portal, count: number, moment: Moment): Promise<Waiting[]> {
	const residents = await people(portal, moment);
	const waiting: Waiting[] = [];
	for (let nth = 0; nth < count; nth += 1) {
		const chosen = residents[nth % peopleCount];
		if (!chosen) throw new Error('nobody is left');
		const minutes = 15 * (1 + (nth % 32));
		const draftId = await filledIn(chosen.actor, minutes, nth, moment);
		waiting.push({ draftId, session: chosen.session, minutes, withPhoto: nth % 20 === 0 });
	}
	return waiting;
}

/** Lays people who are signed in. */
export async function people(portal: Portal, moment: Moment) {
	const residents: { actor: Resident; session: string }[] = [];
	for (let nth = 0; nth < peopleCount; nth += 1)
		residents.push(await resident(portal, nth, moment));
	return residents;
}

async function resident(portal: Portal, nth: number, moment: Moment) {
	const bsn = bsnOf(`soak-${nth}`);
	const person = await addPerson(portal, { bsn, language: 'ar' });
	await addPlan(portal, person.id, '2026-01-05');
	const identity = { issuer, subject: `soak-${nth}`, bsn };
	const account = await accounts.ofResident(portal, identity, moment.now);
	const actor = account && accounts.actorOf(portal, account);
	if (!account || actor?.kind !== 'resident') throw new Error('a resident has no account');
	return { actor, session: await sessions.start(portal, account, moment.now) };
}

async function filledIn(actor: Resident, minutes: number, nth: number, moment: Moment) {
	const started = await hours.startDraft(actor, moment);
	if (!started.ok) throw new Error(JSON.stringify(started.problems));
	const content: hours.Content = {
		activity: 'volunteering',
		note: null,
		organisation: `Buurthuis ${nth}`,
		doneOn: '2026-11-20' as Day,
		minutes,
		dutchSpoken: true,
		together: true,
	};
	const saved = await hours.saveStep(actor, started.value, content, moment);
	if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
	return started.value;
}
