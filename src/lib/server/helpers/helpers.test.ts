import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import * as agenda from '../agenda/agenda.ts';
import { NotFound } from '../errors.ts';
import * as hours from '../hours/hours.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { addPerson, addPlan, eachEngine, residentOf, type World } from '../test-world.ts';
import * as helpers from './helpers.ts';

const moment = { now: Date.parse('2026-11-23T13:30:00Z'), today: day('2026-11-23') };
const later = (ms: number) => ({ ...moment, now: moment.now + ms });
const hour = 3_600_000;

eachEngine('somebody who looks along', (open) => {
	let world: World;
	let personId: string;
	beforeEach(async () => {
		world = await open();
		personId = (await addPerson(world.portal)).id;
		await addPlan(world.portal, personId, '2026-01-05');
	});
	afterEach(() => world.close());

	const amina = () => residentOf(world.portal, personId);
	const given = (differing: Partial<Parameters<typeof helpers.letLook>[1]> = {}) => ({
		id: newId(),
		name: 'Samir',
		sees: ['agenda', 'hours'] as const,
		term: 'week' as const,
		...differing,
	});

	async function letIn(differing: Partial<Parameters<typeof helpers.letLook>[1]> = {}) {
		const made = await helpers.letLook(amina(), given(differing), moment);
		if (!made.ok) throw new Error(JSON.stringify(made.problems));
		const { link } = await helpers.one(amina(), made.value, moment);
		const { key } = await helpers.enter(world.portal, link?.token ?? '', moment);
		return { id: made.value, key };
	}

	const found = async (key: string, at = moment) => {
		const here = await helpers.find(world.portal, key, at.now);
		if (!here) throw new NotFound();
		return here.actor;
	};

	it('sees what was ticked and nothing else, and the person reads when', async () => {
		const { key } = await letIn({ sees: ['agenda'] });
		const samir = await found(key);
		expect((await helpers.agendaOf(samir, moment)).planned).toEqual([]);
		await expect(helpers.hoursOf(samir, moment)).rejects.toThrow(NotFound);
		await expect(helpers.planOf(samir, 'ti', moment)).rejects.toThrow(NotFound);
		expect(await helpers.looks(amina())).toMatchObject([
			{ name: 'Samir', what: 'agenda', on: '2026-11-23', at: '14:30' },
		]);
		const other = (await addPerson(world.portal)).id;
		expect(await helpers.looks(residentOf(world.portal, other))).toEqual([]);
	});

	it('hides no look at one thing behind many at another', async () => {
		const samir = await found((await letIn({ sees: ['agenda', 'plan'] })).key);
		await helpers.planOf(samir, 'ti', moment);
		for (let nth = 1; nth <= 55; nth += 1) await helpers.agendaOf(samir, later(nth * 1000));
		await helpers.agendaOf(samir, later(hour));
		expect((await helpers.looks(amina())).map(({ at, what }) => `${at} ${what}`)).toEqual([
			'15:30 agenda',
			'14:30 agenda',
			'14:30 plan',
		]);
	});

	it('finds nothing by any other way: no person, agenda, hours or plan', async () => {
		const { key } = await letIn({ sees: ['agenda', 'hours', 'plan'] });
		const samir = await found(key);
		expect((await helpers.planOf(samir, 'ti', moment)).plan?.version).toBe(1);
		expect((await helpers.hoursOf(samir, moment)).entries).toEqual([]);
		const window = { from: moment.today, until: day('2026-12-01') };
		await expect(people.find(samir, personId)).rejects.toThrow(NotFound);
		await expect(agenda.of(samir, personId, window)).rejects.toThrow(NotFound);
		await expect(hours.list(samir, personId)).rejects.toThrow(NotFound);
		await expect(pip.of(samir, personId)).rejects.toThrow(NotFound);
	});

	it('comes in once with a link, whoever is first, and within a day', async () => {
		const made = await helpers.letLook(amina(), given(), moment);
		const { link } = await helpers.one(amina(), made.ok ? made.value : '', moment);
		const token = link?.token ?? '';
		expect(await helpers.knock(world.portal, token, moment)).toMatchObject({ personName: 'Amina' });
		await expect(helpers.enter(world.portal, token, later(24 * hour))).rejects.toThrow(NotFound);
		const tried = await Promise.allSettled(
			Array.from({ length: 8 }, () => helpers.enter(world.portal, token, moment)),
		);
		expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		await expect(helpers.knock(world.portal, token, moment)).rejects.toThrow(NotFound);
		for (const wrong of ['', 'x', `${token}A`, 'A'.repeat(22)]) {
			await expect(helpers.knock(world.portal, wrong, moment)).rejects.toThrow(NotFound);
		}
	});

	it('is out at once: at the end, when the person ends it, with a new link, and with veilig contact', async () => {
		const { id, key } = await letIn();
		expect((await found(key, later(7 * 24 * hour - 1))).id).toBe(id);
		expect(await helpers.find(world.portal, key, moment.now + 7 * 24 * hour)).toBeNull();
		await helpers.renewLink(amina(), id, moment);
		expect(await helpers.find(world.portal, key, moment.now)).toBeNull();
		const { link } = await helpers.one(amina(), id, moment);
		const again = await helpers.enter(world.portal, link?.token ?? '', moment);
		expect((await found(again.key)).id).toBe(id);
		await helpers.end(amina(), id, moment);
		expect(await helpers.find(world.portal, again.key, moment.now)).toBeNull();
		await expect(helpers.renewLink(amina(), id, moment)).rejects.toThrow(NotFound);

		const other = await letIn();
		await people.saySafeContact(amina(), true, moment.now);
		expect(await helpers.find(world.portal, other.key, moment.now)).toBeNull();
		const refused = await helpers.letLook(amina(), given(), moment);
		expect(refused).toEqual({ ok: false, problems: { form: 'helperSafeContact' } });
		await people.saySafeContact(amina(), false, moment.now);
		expect(await helpers.find(world.portal, other.key, moment.now)).toBeNull();
	});

	it('is let in once by a form sent twice; at most five at a time, and something must be ticked', async () => {
		const same = given();
		await helpers.letLook(amina(), same, moment);
		expect(await helpers.letLook(amina(), same, moment)).toEqual({ ok: true, value: same.id });
		expect((await helpers.own(amina(), moment)).helpers).toHaveLength(1);
		const nothing = await helpers.letLook(amina(), given({ sees: [] }), moment);
		expect(nothing).toEqual({ ok: false, problems: { sees: 'missing' } });
		for (let nth = 2; nth <= 5; nth += 1) await helpers.letLook(amina(), given(), moment);
		const sixth = await helpers.letLook(amina(), given(), moment);
		expect(sixth).toEqual({ ok: false, problems: { form: 'helpersTooMany' } });
	});

	it('is nobody else’s to see, end or take over, and no key but the own one opens', async () => {
		const { id, key } = await letIn();
		const other = residentOf(world.portal, (await addPerson(world.portal)).id);
		await expect(helpers.one(other, id, moment)).rejects.toThrow(NotFound);
		await expect(helpers.end(other, id, moment)).rejects.toThrow(NotFound);
		await expect(helpers.letLook(other, given({ id }), moment)).rejects.toThrow(NotFound);
		const [, secret] = key.split('.');
		for (const wrong of ['', id, `${newId()}.${secret}`, `${id}.${'A'.repeat(43)}`, `${key}.x`]) {
			expect(await helpers.find(world.portal, wrong, moment.now)).toBeNull();
		}
	});

	it('stands in the database without a name or a secret', async () => {
		const { key } = await letIn();
		const rows = await world.portal.store.read.select().from(world.portal.store.t.helpers);
		expect(JSON.stringify(rows)).not.toMatch(/Samir/);
		expect(JSON.stringify(rows)).not.toContain(key.split('.')[1]);
	});
});
