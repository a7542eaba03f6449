import { type OfferedLanguage, languagesOffered } from '#lib/languages/languages.ts';
import { addMonths, type Day, day } from '#lib/law/day.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import type { Staff, System } from '#lib/server/access/access.ts';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as sessions from '#lib/server/accounts/sessions.ts';
import { bsnOf } from '#lib/server/demo/bsn.ts';
import { publishPlan } from '#lib/server/demo/plans.ts';
import { morningOf } from '#lib/server/demo/seed.ts';
import { type Story, told } from '#lib/server/demo/situations.ts';
import * as people from '#lib/server/people/people.ts';
import type { Person } from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import type { Portal } from '#lib/server/portal.ts';

const leerroutes = ['B', 'O', 'Z'] as const satisfies readonly Leerroute[];
const groepen = ['asielstatushouder', 'gezinsvormer'] as const;
const issuer = 'https://pictures.example';

/** Somebody with a plan that was changed once, and the token of a sign-in. */
export interface Sitter {
	readonly name: string;
	readonly language: OfferedLanguage;
	readonly session: string;
}

/** Lays one person for each language, leerroute and groep into an empty portal, with a plan and a changed plan. */
export async function lay(portal: Portal, today: Day): Promise<Sitter[]> {
	const manager = await addManager(portal, today);
	const sitters: Sitter[] = [];
	for (const language of languagesOffered) {
		for (const leerroute of leerroutes) {
			for (const groep of groepen) {
				const name = `${language}-${leerroute}-${groep}`;
				const benefit = groep === 'asielstatushouder';
				const story = told(groep, today, { months: 10, route: leerroute, entries: 0, benefit });
				const person = await addPerson(manager, name, language, story);
				await publishTwice(manager, person, leerroute, story, today);
				sitters.push({ name, language, session: await signIn(portal, name, today) });
			}
		}
	}
	return sitters;
}

async function addManager(portal: Portal, today: Day): Promise<Staff> {
	const { gemeenten } = portal.tenant;
	const identity = {
		issuer,
		subject: 'manager',
		name: 'Anna de Wit',
		email: null,
		roles: ['klantmanager'] as const,
		gemeentecodes: gemeenten.map(({ gemeentecode }) => gemeentecode),
	};
	const account = await accounts.ofStaff(portal, identity, morningOf(addMonths(today, -24)));
	const actor = account && accounts.actorOf(portal, account);
	if (actor?.kind !== 'staff') throw new Error('the klantmanager has no account');
	const reach = { phone: '0513-00 00 01', officeHours: '9:00–12:00' };
	await accounts.sayHowToReach(actor, reach, morningOf(today));
	return actor;
}

async function addPerson(
	manager: Staff,
	key: string,
	language: OfferedLanguage,
	{ facts }: Story,
): Promise<Person> {
	const { portal } = manager;
	const system: System = { kind: 'system', id: 'pictures', portal };
	const named = {
		givenName: 'Amina',
		familyName: 'Haddad',
		bornOn: day('1990-05-01'),
		phone: null,
		email: null,
		safeContact: false,
		...people.nothingKnown,
	};
	const gemeentecode = portal.tenant.gemeenten[0]?.gemeentecode ?? '';
	const input = { ...facts, ...named, language, gemeentecode, bsn: bsnOf(key) };
	const added = await people.add(system, input, morningOf(day('2026-01-01')), manager.id);
	if (!added.ok) throw new Error(`${key}: ${JSON.stringify(added.problems)}`);
	return added.value;
}

/** The plan as the demo's klantmanager makes it, and a change: a sentence out, own words in, and why. */
async function publishTwice(
	manager: Staff,
	person: Person,
	leerroute: Leerroute,
	{ plan }: Story,
	today: Day,
) {
	if (plan === null) throw new Error('a story without a plan');
	await publishPlan(manager, person, plan);
	const moment = { now: morningOf(today), today };
	const { revision, content } = await pip.draft(manager, person.id, today);
	const [, second] = content.agreements;
	const shorter = second ? pip.without(content, second.id) : content;
	const own = 'U belt elke maandag met de school over uw lessen.';
	const changed = {
		...pip.withOwnWords(shorter, 'you', own),
		changeReason: 'U werkt nu op maandag. Daarom is uw plan anders.',
	};
	const saved = await pip.saveDraft(manager, person.id, changed, revision, moment);
	if (!saved.ok) throw new Error(`${leerroute}: ${JSON.stringify(saved.problems)}`);
	const publication = {
		revision: saved.value.revision,
		dagtekeningOn: today,
		letterGoesToday: true,
	};
	const published = await pip.publish(manager, person.id, publication, moment);
	if (!published.ok) throw new Error(`${leerroute}: ${JSON.stringify(published.problems)}`);
}

async function signIn(portal: Portal, key: string, today: Day): Promise<string> {
	const now = morningOf(today);
	const identity = { issuer, subject: key, bsn: bsnOf(key) };
	const account = await accounts.ofResident(portal, identity, now);
	if (!account) throw new Error(`${key} has no account`);
	return sessions.start(portal, account, now);
}
