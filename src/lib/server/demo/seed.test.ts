import { count } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languagesOffered } from '#lib/languages/languages.ts';
import { contradictions } from '#lib/law/contradiction.ts';
import { day } from '#lib/law/day.ts';
import { GROEPEN, groepOf } from '#lib/law/groep.ts';
import { LEERROUTES } from '#lib/law/leerroute.ts';
import * as agenda from '../agenda/agenda.ts';
import * as accounts from '../accounts/accounts.ts';
import { isBsn } from '../crypto/bsn.ts';
import * as auditChain from '../db/audit-chain.ts';
import * as pip from '../pip/pip.ts';
import { read } from '../settings.ts';
import { eachEngine, system, type World } from '../test-world.ts';
import { all } from '../tenants/tenants.ts';
import { bsnOf } from './bsn.ts';
import { personas } from './personas.ts';
import { seed } from './seed.ts';
import { issuerOf } from './settings.ts';
import { groups } from './timetable.ts';
import { story } from './situations.ts';

const settings = read({ DEMO: '1', DEMO_TODAY: '2026-11-23' });
const today = day('2026-11-23');
const keys = [
	...personas.map(({ key }) => key),
	...Array.from({ length: 100 }, (_, n) => `crowd-${n + 1}`),
];

describe('the people of the demo', () => {
	it('stand for fourteen situations', () => {
		const situations = personas.flatMap((one) => (one.kind === 'resident' ? [one.situation] : []));
		expect([...new Set(situations)].toSorted()).toEqual([
			'almostDone',
			'asielB1',
			'asielO',
			'asielZ',
			'azc',
			'extended',
			'gezinB1',
			'gezinO',
			'gezinZ',
			'lowered',
			'nareizigerO',
			'newPlan',
			'noHours',
			'wi2013',
		]);
	});

	it('follow each leerroute in each groep, and read each language beside Dutch', () => {
		const residents = personas.filter((one) => one.kind === 'resident');
		const followed = residents.flatMap(({ situation }) => {
			const { facts, plan } = story(situation, today);
			return plan ? [`${groepOf(facts.groepDetail)} ${plan.leerroute}`] : [];
		});
		const wanted = GROEPEN.flatMap((groep) => LEERROUTES.map((route) => `${groep} ${route}`));
		expect(new Set(followed)).toEqual(new Set(wanted));
		const read = residents.map(({ language }) => language);
		expect(new Set(['nl', ...read])).toEqual(new Set(languagesOffered));
	});

	it('have a BSN that passes the eleven-proof, begins with 99, and is nobody else’s', () => {
		const numbers = keys.map(bsnOf);
		for (const number of numbers) {
			expect(number).toMatch(/^99\d{7}$/);
			expect(isBsn(number)).toBe(true);
		}
		expect(new Set(numbers).size).toBe(keys.length);
		expect(numbers).toEqual(keys.map(bsnOf));
	});

	it('live and work in a gemeente of their tenant', () => {
		for (const persona of personas) {
			const tenant = all().find(({ id }) => id === persona.tenantId);
			const codes = tenant?.gemeenten.map(({ gemeentecode }) => gemeentecode);
			const own = persona.kind === 'resident' ? [persona.gemeentecode] : persona.gemeentecodes;
			expect(own.length, persona.key).toBeGreaterThan(0);
			for (const code of own) expect(codes, persona.key).toContain(code);
		}
	});
});

describe.each(['heerenveen', 'ferm-werk'])('the demo world of %s', (tenantId) => {
	eachEngine('laid', (open) => {
		let world: World;
		let laid: number;

		beforeAll(async () => {
			world = await open(tenantId);
			laid = await seed(world.portal, settings, today);
		}, 600_000);
		afterAll(() => world.close());

		const here = personas.filter((persona) => persona.tenantId === tenantId);

		it('has its named people and a hundred others, and does not grow the second time', async () => {
			expect(laid).toBe(here.filter(({ kind }) => kind === 'resident').length + 100);
			const before = await counts();
			expect(before['people']).toBe(laid);
			expect(await seed(world.portal, settings, today)).toBe(0);
			expect(await counts()).toEqual(before);
		});

		it('lets everybody named sign in, in the own role', async () => {
			const issuer = issuerOf(settings);
			for (const persona of here) {
				const { key: subject } = persona;
				const account =
					persona.kind === 'resident'
						? await accounts.ofResident(world.portal, { issuer, subject, bsn: bsnOf(subject) }, 0)
						: persona.kind === 'partner'
							? await accounts.ofPartner(
									world.portal,
									{ ...persona, issuer, subject, email: null },
									0,
								)
							: await accounts.ofStaff(
									world.portal,
									{ ...persona, issuer, subject, email: null },
									0,
								);
				if (!account) return expect.fail(`${subject} cannot sign in`);
				const expected =
					persona.kind === 'staff' ? { roles: persona.roles } : { kind: persona.kind };
				expect(accounts.actorOf(world.portal, account)).toMatchObject(expected);
			}
		});

		it('has no two people with one BSN, and nobody whose facts the law contradicts', async () => {
			const { t, read: db } = world.portal.store;
			const everybody = await db.select().from(t.people);
			expect(new Set(everybody.map(({ bsnIndex }) => bsnIndex)).size).toBe(everybody.length);
			const actor = system(world.portal);
			for (const person of everybody) {
				const facts = pip.factsOf(person, await pip.of(actor, person.id));
				expect(contradictions(facts), `${person.givenName} ${person.familyName}`).toEqual([]);
			}
		});

		it('has lessons for who stands in a group, one moved, one off, and none around Christmas', async () => {
			const actor = system(world.portal);
			const window = { from: today, until: day('2027-01-04') };
			const everybody = await world.portal.store.read.select().from(world.portal.store.t.people);
			const pupils = groups(today).flatMap(({ kind, members }) =>
				kind === 'lesson' ? members : [],
			);
			for (const { key, name } of here.filter((one) => pupils.includes(one.key))) {
				const person = everybody.find((one) => `${one.givenName} ${one.familyName}` === name);
				const planned = await agenda.of(actor, person?.id ?? '', window);
				const lessons = planned.filter(({ kind }) => kind === 'lesson');
				const moved = lessons.filter(({ was }) => was !== null);
				expect(
					moved.map(({ reason }) => reason),
					key,
				).toEqual(['roomGone']);
				const off = lessons.filter(({ isCancelled }) => isCancelled);
				const reasons = new Set(off.map(({ on, reason }) => `${on < '2026-12-21'} ${reason}`));
				expect(reasons, key).toEqual(new Set(['true teacherAway', 'false holiday']));
				const christmas = lessons.filter(({ on }) => on >= '2026-12-21');
				expect(
					christmas.every(({ isCancelled }) => isCancelled),
					key,
				).toBe(true);
			}
		});

		it('leaves an audit chain that is whole', async () => {
			const { t, read: db } = world.portal.store;
			expect(await auditChain.firstBreak(db, t)).toBeNull();
		});

		async function counts() {
			const { t, read: db } = world.portal.store;
			const rows: Record<string, number> = {};
			for (const [name, table] of Object.entries(t)) {
				const [row] = await db.select({ n: count() }).from(table);
				rows[name] = row?.n ?? 0;
			}
			return rows;
		}
	});
});
