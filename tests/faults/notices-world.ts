import { inArray, isNull } from 'drizzle-orm';
import { day } from '#lib/law/day.ts';
import * as notices from '#lib/server/notices/notices.ts';
import * as people from '#lib/server/people/people.ts';
import type { Portal } from '#lib/server/portal.ts';
import { bsnOf } from '#lib/server/demo/bsn.ts';
import type { Gateway } from './gateway.ts';

/** Somebody with a number; `poison` is never taken, `deadly` kills whoever sends to it. */
interface Reached {
	readonly personId: string;
	readonly number: string;
	readonly kind: 'good' | 'poison' | 'deadly';
}

const good = 6;

/** Some people with a mobile number and no quiet hours, one whose number is poison and one whose number is deadly. */
export async function layPeople(portal: Portal, now: number): Promise<Reached[]> {
	const kinds = [
		...Array.from({ length: good }, () => 'good' as const),
		'poison',
		'deadly',
	] as const;
	const laid: Reached[] = [];
	for (const [nth, kind] of kinds.entries()) {
		const last = kind === 'poison' ? '99' : kind === 'deadly' ? '98' : `1${nth}`;
		const personId = await laidOne(portal, nth, `06-000000${last}`, now);
		laid.push({ personId, number: `+316000000${last}`, kind });
	}
	return laid;
}

/** Tells everybody who can be reached something new, and in the first place the other two. Gives how many facts. */
export async function tell(
	{ store }: Portal,
	everybody: readonly Reached[],
	known: number,
	now: number,
): Promise<number> {
	const told = known === 0 ? everybody : everybody.filter(({ kind }) => kind === 'good');
	const facts = told.map(({ personId, kind }, at): notices.NewNotice => ({
		personId,
		fact: `fact ${known + at}`,
		kind: 'agendaMoved',
		subject: kind,
		// The ones that never go out are first in line.
		at: kind === 'good' ? now : now - 1,
		expiresAt: now + 1000 * 24 * 60 * 60_000,
	}));
	await store.write(now, async (tx, log) => {
		await notices.addAll(tx, store.t, facts);
		log({ actor: 'test', action: 'test.facts', subject: String(known) });
	});
	return facts.length;
}

/** Whether anything still waits. */
export async function isOpen({ store }: Portal): Promise<boolean> {
	const { notices: n, noticeDeliveries: d } = store.t;
	const [unplanned] = await store.read.select().from(n).where(isNull(n.plannedAt)).limit(1);
	const waits = inArray(d.state, ['waiting', 'leased']);
	const [open] = await store.read.select().from(d).where(waits).limit(1);
	return unplanned !== undefined || open !== undefined;
}

/** What is wrong after everything went out, in sentences. */
export async function wrongs(
	{ store }: Portal,
	everybody: readonly Reached[],
	gateway: Gateway,
	facts: number,
): Promise<string[]> {
	const { notices: n, noticeDeliveries: d } = store.t;
	const all = await store.read.select().from(n);
	const deliveries = await store.read.select().from(d);
	const kindOf = new Map(everybody.map(({ personId, kind }) => [personId, kind]));
	const byNotice = Map.groupBy(deliveries, ({ noticeId }) => noticeId);
	const found: string[] = [];
	if (all.length !== facts) found.push(`${facts} facts gave ${all.length} notices`);
	for (const { id, fact, personId } of all) {
		const mine = byNotice.get(id) ?? [];
		const [only] = mine;
		if (mine.length !== 1 || !only) found.push(`${fact} has ${mine.length} deliveries`);
		else if (kindOf.get(personId) === 'good') {
			if (only.state !== 'sent') found.push(`${fact} is ${only.state} (${only.error})`);
			if (!gateway.taken.has(only.id)) found.push(`${fact} never came in`);
		} else if (only.state !== 'dead') found.push(`${fact} is ${only.state}, not given up`);
	}
	const keys = new Set(deliveries.map(({ id }) => id));
	const strange = [...gateway.taken.keys()].filter((key) => !keys.has(key)).length;
	if (strange > 0) found.push(`${strange} keys came in that no delivery has`);
	if (gateway.requests() <= gateway.taken.size) found.push('nothing was ever sent again');
	return found;
}

async function laidOne(portal: Portal, nth: number, phone: string, now: number): Promise<string> {
	const outcome = await people.add(
		{ kind: 'system', id: 'test', portal },
		{
			gemeentecode: portal.tenant.gemeenten[0]?.gemeentecode ?? '',
			givenName: 'Amina',
			familyName: `Haile ${nth}`,
			bornOn: day('1990-05-01'),
			bsn: bsnOf(`notices-${nth}`),
			groepDetail: 'asielstatushouder',
			plichtSinceOn: day('2025-10-01'),
			notifiedOn: day('2025-10-06'),
			brpRegisteredOn: day('2025-10-20'),
			movedInOn: null,
			firstDagtekeningOn: null,
			waitingForThirdPartySinceOn: null,
			thirdPartyInformationOn: null,
			ontheffingHours: null,
			loweredHours: null,
			extendedUntil: null,
			hasParticipatiewetBenefit: true,
			inAzc: false,
			language: 'ti',
			interpreter: true,
			phone,
			email: null,
			safeContact: false,
			...people.nothingKnown,
		},
		now,
		'kim',
	);
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	const { id } = outcome.value;
	const resident = { kind: 'resident', id: `account-${nth}`, personId: id, portal } as const;
	const awake = { groupsOff: [], channelsOff: [], quiet: null, remindsInQuiet: false };
	await notices.choose(resident, awake, now);
	return id;
}
