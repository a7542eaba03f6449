import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, dayBefore } from '#lib/law/day.ts';
import { isOverdue } from '#lib/law/step.ts';
import * as law from '#lib/law/timeline.ts';
import * as modules from '../modules/modules.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { read } from '../settings.ts';
import { policyFor } from '../tenants/tenants.ts';
import { anyWorld, residentOf, system, type World } from '../test-world.ts';
import * as talks from '../talks/talks.ts';
import * as timeline from '../timeline/timeline.ts';
import { personas } from './personas.ts';
import { seed } from './seed.ts';

const settings = read({ DEMO: '1', DEMO_TODAY: '2026-11-23' });
const today = day('2026-11-23');
const moment = { now: Date.parse('2026-11-23T10:00:00Z'), today };

/**
 * The days of the law for the people who each stand for a situation, counted by hand from DUO's letter and the PIP nine
 * weeks later: the last day of the term (W 11, W 12), until when one can change route (B 5.4), from when one can ask more
 * time (B 4.5), and by when the offer had to be there (R 4.1(1)g). Null where the law gives the person no such day.
 */
const days = {
	amina: ['2028-11-25', '2027-05-25', '2028-05-26', '2026-02-25'],
	selam: ['2029-05-25', '2027-11-25', '2028-11-26', '2026-08-25'],
	elif: ['2029-07-25', '2028-01-25', '2029-01-26', null],
	farid: ['2029-03-27', '2027-09-27', '2028-09-28', '2026-06-27'],
	joy: ['2029-04-27', '2027-10-27', '2028-10-28', null],
	yonas: [null, null, null, null],
	karim: ['2028-10-25', '2027-04-25', '2028-04-26', '2026-01-25'],
	dawit: [null, null, null, null],
	zahra: ['2027-10-26', '2025-10-26', '2027-04-27', '2024-07-26'],
	hala: ['2029-05-25', '2027-11-25', '2028-11-26', '2026-08-25'],
} as const satisfies Record<string, readonly (string | null)[]>;

describe.each(['heerenveen', 'ferm-werk'])('the timelines of %s', (tenantId) => {
	let world: World;
	beforeAll(async () => {
		world = await anyWorld(tenantId);
		await seed(world.portal, settings, today);
	}, 300_000);
	afterAll(() => world.close());

	const here = personas.flatMap((one) =>
		one.kind === 'resident' && one.tenantId === tenantId ? [one] : [],
	);

	async function personOf(name: string): Promise<people.Person> {
		const [givenName, ...rest] = name.split(' ');
		const { t, read: db } = world.portal.store;
		const found = await db
			.select()
			.from(t.people)
			.where(eq(t.people.familyName, rest.join(' ')));
		const person = found.find((one) => one.givenName === givenName);
		if (!person) throw new Error(`nobody is called ${name}`);
		return person;
	}

	async function shown(person: people.Person) {
		const resident = residentOf(world.portal, person.id);
		return timeline.of(resident, person.id, moment);
	}

	it.each(here)('$key sees every step of the law on its day, and no other', async ({ name }) => {
		const person = await personOf(name);
		const actor = system(world.portal);
		const pips = await pip.of(actor, person.id);
		const recorded = modules.factsIn(await modules.steps(actor, person.id));
		const talked = { voortgangsgesprekkenHeldOn: await talks.heldOn(world.portal, person.id) };
		const facts = pip.factsOf(person, pips, { ...recorded, ...talked });
		const policy = policyFor(world.portal.tenant, person.gemeentecode);
		const perYear = pips.current?.content.voortgangsgesprekken;
		const chosen =
			perYear === undefined ? policy : { ...policy, voortgangsgesprekkenPerYear: perYear };
		const wanted = law.timeline(facts, chosen, today).map((step) => ({
			key: `${step.key} ${step.nth ?? ''}`,
			state: isOverdue(step, today) ? 'late' : step.state,
			article: step.kind === 'legal' ? step.article : null,
			day: step.on ?? step.doneOn ?? (step.until === undefined ? null : dayBefore(step.until)),
		}));
		const entries = timeline.entriesOf(await shown(person)).flatMap((entry) => {
			const { article, state, what, when } = entry;
			if (what.kind !== 'step') return [];
			const last = 'on' in when ? when.on : 'lastOn' in when ? when.lastOn : null;
			return [{ key: `${what.key} ${what.nth ?? ''}`, state, article, day: last }];
		});
		const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key);
		expect(entries.toSorted(byKey)).toEqual(wanted.toSorted(byKey));
	});

	it.each(here.filter(({ key }) => key in days))(
		'$key has the days of the law',
		async (persona) => {
			const line = await shown(await personOf(persona.name));
			const entry = (id: string) => timeline.entriesOf(line).find((one) => one.id === id);
			const lastOf = (id: string) => {
				const when = entry(id)?.when;
				return when && 'lastOn' in when ? when.lastOn : null;
			};
			const ask = entry('verlenging')?.when;
			const offer = entry('offer');
			const isThere = offer !== undefined;
			const [end, wisselen, from, offered] = days[persona.key as keyof typeof days];
			expect(lastOf('termijn')).toBe(end);
			expect(lastOf('wisselen')).toBe(wisselen);
			expect(ask && 'from' in ask ? ask.from : null).toBe(from);
			expect(isThere).toBe(offered !== null);
			if (offer?.state === 'late') expect(lastOf('offer')).toBe(offered);
			if (offer?.state === 'done') expect((offer.placeOn ?? '') <= (offered ?? '')).toBe(true);
		},
	);
});
