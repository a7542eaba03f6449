import { count, like } from 'drizzle-orm';
import { addDays, type Day, daysBetween, day } from '#lib/law/day.ts';
import type { Staff, System } from '../access/access.ts';
import * as accounts from '../accounts/accounts.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import type { Settings } from '../settings.ts';
import { type Laid, planAgenda } from './agenda.ts';
import { bsnOf } from './bsn.ts';
import { bornOnOf, circumstancesOf, liveTogether } from './circumstances.ts';
import { nearTheEnd } from './closing.ts';
import { keepDiary } from './diary.ts';
import { reportToDuo } from './duo.ts';
import { declareSome } from './entries.ts';
import { madeUp, type MadeUp } from './crowd.ts';
import { type Persona, personas, type ResidentPersona, type StaffPersona } from './personas.ts';
import { writeMessages } from './messages.ts';
import { publishPlan } from './plans.ts';
import { sayProgress } from './progress.ts';
import { holdTalks } from './progress-talks.ts';
import { proposeSome } from './proposals.ts';
import { randomFrom } from './random.ts';
import { pupils, reportLessons } from './lessons.ts';
import { holdTaalcafe } from './taalcafe.ts';
import { hangPoster, hostConfirms } from './hosts.ts';
import { handInSome } from './submissions.ts';
import { issuerOf } from './settings.ts';
import { type Story, story } from './situations.ts';
import { halfway, recordSteps } from './steps.ts';
import { talkFirst } from './talks.ts';
import { ownWordsOf, translateOwnWords } from './translations.ts';

const crowdSize = 100;

/**
 * Lays the demo world into an empty portal, through the same use cases as people use: the staff, the named people
 * who each stand for a legal situation, and a crowd. Gives the number of people; 0 where there were people already.
 */
export async function seed(portal: Portal, settings: Settings, today: Day): Promise<number> {
	if (await hasPeople(portal)) {
		await moveAccounts(portal, issuerOf(settings));
		return 0;
	}
	const here = personas.filter((persona) => persona.tenantId === portal.tenant.id);
	const issuer = issuerOf(settings);
	const staff = new Map<string, Staff>();
	for (const persona of here.filter(isStaff)) {
		staff.set(persona.key, await addStaff(portal, persona, issuer, today));
	}
	const random = randomFrom(2022);
	const world: Laying = { portal, today, issuer, staff, random, talks: new Map(), laid: [] };
	for (const persona of here.filter(isResident)) await addNamed(world, persona);
	for (let nth = 1; nth <= crowdSize; nth += 1) await addMadeUp(world, nth);
	for (const manager of [...staff.values()].slice(0, 1)) await hangPoster(manager, today);
	await planAgenda(world, world.laid);
	await holdTaalcafe(portal, today, world.laid);
	await holdTalks(portal, world.laid, today);
	await writeMessages(portal, world.laid, today);
	await liveTogether(world.laid, today);
	return here.filter(isResident).length + crowdSize;
}

interface Laying {
	readonly portal: Portal;
	readonly today: Day;
	readonly issuer: string;
	readonly staff: ReadonlyMap<string, Staff>;
	readonly random: ReturnType<typeof randomFrom>;
	/** How many talks were planned in whose caseload. */
	readonly talks: Map<string, number>;
	/** Who is there already. */
	readonly laid: Laid[];
}

const isStaff = (persona: Persona): persona is StaffPersona => persona.kind === 'staff';
const isResident = (persona: Persona): persona is ResidentPersona => persona.kind === 'resident';

/** Eleven o'clock in the morning UTC of a day. */
export const morningOf = (on: Day) => Date.parse(`${on}T11:00:00Z`);

/** The provider's name holds the port; on another port the same people still have the same accounts. */
async function moveAccounts(portal: Portal, issuer: string) {
	const { accounts: t } = portal.store.t;
	await portal.store.touch((tx) =>
		tx.update(t).set({ issuer }).where(like(t.issuer, 'http://127.0.0.1:%/demo/oidc')),
	);
}

async function hasPeople(portal: Portal): Promise<boolean> {
	const { t, read } = portal.store;
	const [row] = await read.select({ n: count() }).from(t.people);
	return (row?.n ?? 0) > 0;
}

async function addStaff(
	portal: Portal,
	persona: StaffPersona,
	issuer: string,
	today: Day,
): Promise<Staff> {
	const now = morningOf(addDays(today, -1000));
	const identity = { ...persona, issuer, subject: persona.key, email: null };
	const account = await accounts.ofStaff(portal, identity, now);
	if (!account) throw new Error(`${persona.key} has no role`);
	const actor = accounts.actorOf(portal, account);
	if (actor.kind !== 'staff') throw new Error(`${persona.key} is no staff`);
	const { phone, officeHours } = persona;
	await accounts.sayHowToReach(actor, { phone, officeHours }, now);
	return actor;
}

/** Somebody of the demo by name; who has a plan first signed in on the day it came. */
async function addNamed(world: Laying, persona: ResidentPersona) {
	const [givenName = '', ...rest] = persona.name.split(' ');
	const named = {
		givenName,
		familyName: rest.join(' '),
		language: persona.language,
		story: story(persona.situation, world.today),
	};
	await add(world, persona.key, named, persona.gemeentecode, persona.klantmanager);
	const firstIn = named.story.plan?.on;
	if (firstIn === undefined || firstIn > world.today) return;
	const identity = { issuer: world.issuer, subject: persona.key, bsn: bsnOf(persona.key) };
	await accounts.ofResident(world.portal, identity, morningOf(firstIn));
}

async function addMadeUp(world: Laying, nth: number) {
	const { portal, random, staff } = world;
	const { gemeentecode } = random.pick(portal.tenant.gemeenten);
	const able = [...staff.entries()].filter(
		([, { roles, gemeentecodes }]) =>
			roles.includes('klantmanager') && gemeentecodes.includes(gemeentecode),
	);
	const [klantmanager] = random.pick(able);
	await add(world, `crowd-${nth}`, madeUp(random, world.today), gemeentecode, klantmanager);
}

async function add(
	world: Laying,
	key: string,
	who: MadeUp,
	gemeentecode: string,
	klantmanager: string,
) {
	const { portal, today, random } = world;
	const manager = world.staff.get(klantmanager);
	if (!manager) throw new Error(`nobody is called ${klantmanager}`);
	const system: System = { kind: 'system', id: 'demo', portal };
	const { story: told, ...rest } = who;
	const usual = day(`${random.whole(1968, 2005)}-0${random.whole(1, 9)}-1${random.whole(0, 9)}`);
	const bornOn = bornOnOf(key, usual, today);
	const facts = { ...told.facts, ...circumstancesOf(key, rest.language), ...reachOf(key) };
	const input = { ...rest, ...facts, gemeentecode, bornOn, bsn: bsnOf(key) };
	const added = await people.add(system, input, registeredAt(told, today), manager.id);
	if (!added.ok) throw new Error(`${key}: ${JSON.stringify(added.problems)}`);
	const plan = told.plan && told.plan.on <= today ? told.plan : null;
	const [leerroute, since] = [plan?.leerroute ?? null, plan?.on ?? null];
	world.laid.push({ key, person: added.value, manager, leerroute, since });
	if (plan === null) {
		await recordSteps(manager, added.value, told, key, today);
		return talkFirst(world.talks, manager, added.value, today);
	}
	const words = ownWordsOf(key);
	await publishPlan(manager, added.value, plan, words?.dutch);
	await sayProgress(manager, added.value, plan.on, today);
	if (words) await translateOwnWords(manager, added.value, words, plan.on, today);
	await handInSome(manager, key, added.value, today);
	await keepDiary(portal, key, added.value, today);
	await declareSome({ manager, person: added.value, since: plan.on, ...world }, told.entries);
	await recordSteps(manager, added.value, told, key, today);
	if (key === 'amina') await halfway(manager, added.value, plan.on, today);
	if (key === 'layla') {
		await nearTheEnd(manager, added.value, plan.on);
		await reportToDuo(manager, added.value, today);
	}
	if (key === 'rahel') await proposeSome(manager, added.value, today);
	if (pupils.includes(key)) await reportLessons(manager, added.value, plan.on, today);
	if (key === 'amina') await hostConfirms(manager, added.value, today);
}

/**
 * Where the named people get their notices: a number and a mailbox that nobody has (example domains: RFC 2606). Of the crowd nothing is known, and
 * somebody of it has veilig contact.
 */
function reachOf(key: string) {
	const nth = personas.filter(isResident).findIndex((persona) => persona.key === key);
	const isNamed = nth >= 0;
	return {
		phone: isNamed ? `06-000000${String(nth + 10)}` : null,
		email: isNamed ? `${key}@post.example` : null,
		safeContact: key === 'crowd-1',
	};
}

function registeredAt(told: Story, today: Day): number {
	const { notifiedOn } = told.facts;
	return morningOf(notifiedOn && daysBetween(notifiedOn, today) > 0 ? notifiedOn : today);
}
