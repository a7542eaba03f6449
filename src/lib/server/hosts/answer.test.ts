import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import * as hours from '../hours/hours.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as hosts from './hosts.ts';
import { asked, by, moment, newResident, valueOf } from './test-hosts.ts';

eachEngine('what a host answers', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	const right = (entryId = '') => ({ entryId, verdict: 'right', minutes: null }) as const;
	const send = (token: string, lines: readonly hosts.SaidLine[], who = by) =>
		hosts.answer(world.portal, token, { ...who, lines }, moment);
	const said = async (id = '') => (await hosts.ofEntries(world.portal, [id])).get(id) ?? [];
	const totals = async (person: Resident) =>
		(await hours.overview(person, person.personId, moment)).totals;
	const kim = () => staffOf(world.portal, 'kim');

	it('stands beside the entry, with name and role for staff and without for the person', async () => {
		const { person, ids, token } = await asked(world);
		valueOf(await send(token, [right(ids[0])]));
		const entry = { id: ids[0] ?? '', personId: person.personId };
		const answer = { verdict: 'right', minutes: null, saidOn: '2026-11-23', organisation: null };
		expect(await hosts.ofEntry(kim(), entry)).toMatchObject([{ ...answer, by }]);
		expect(await hosts.ofEntry(person, entry)).toMatchObject([{ ...answer, by: null }]);
		const stranger = await newResident(world);
		await expect(hosts.ofEntry(stranger, entry)).rejects.toThrow(NotFound);
		await expect(hosts.ofEntry(staffOf(world.portal, 'lee'), entry)).rejects.toThrow(NotFound);
	});

	it('decides nothing: the entry waits as before', async () => {
		const { person, ids, token } = await asked(world);
		const before = await totals(person);
		valueOf(await send(token, [right(ids[0])]));
		expect(await totals(person)).toEqual(before);
		expect((await hours.entry(person, ids[0] ?? '')).state).toBe('received');
	});

	it('of another number or "not here" raises a flag in the queue, so that it is looked at alone', async () => {
		const { ids, token } = await asked(world, 3);
		const [one = '', two = '', three = ''] = ids;
		const other = { entryId: one, verdict: 'otherHours', minutes: 120 } as const;
		const notHere = { entryId: two, verdict: 'notHere', minutes: null } as const;
		valueOf(await send(token, [other, notHere, right(three)]));
		const { rows } = await hours.queue(kim());
		const flagsOf = (id: string) => rows.find((row) => row.id === id)?.flags ?? [];
		const ofHost = (id: string) => flagsOf(id).filter((flag) => flag.startsWith('host'));
		expect(ids.map(ofHost)).toEqual([['hostOtherHours'], ['hostNotHere'], []]);
		expect(rows.find(({ id }) => id === one)?.hostAnswers).toMatchObject([{ minutes: 120, by }]);
	});

	it('comes once: a replay and a second host find nothing', async () => {
		const { ids, token } = await asked(world);
		valueOf(await send(token, [right(ids[0])]));
		await expect(send(token, [right(ids[0])])).rejects.toThrow(NotFound);
		await expect(hosts.knock(world.portal, token, moment)).rejects.toThrow(NotFound);
		expect(await said(ids[0])).toHaveLength(1);
	});

	it('of two hosts who send at once, one is first', async () => {
		const { ids, token } = await asked(world);
		const notHere = { entryId: ids[0] ?? '', verdict: 'notHere', minutes: null } as const;
		const lines = [right(ids[0]), notHere, right(ids[0]), notHere];
		const sent = await Promise.allSettled(lines.map((line) => send(token, [line])));
		expect(sent.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await said(ids[0])).toHaveLength(1);
	});

	it('passes over what was taken back or decided meanwhile', async () => {
		const { person, ids, token } = await asked(world, 3);
		const [one = '', two = '', three = ''] = ids;
		valueOf(await hours.withdraw(person, one, moment));
		valueOf(await hours.confirm(kim(), two, moment));
		const { lines } = await hosts.knock(world.portal, token, moment);
		const needed = lines.filter(({ isNeeded }) => isNeeded).map(({ entryId }) => entryId);
		expect(needed).toEqual([three]);
		valueOf(await send(token, ids.map(right)));
		expect(await said(one)).toEqual([]);
		expect(await said(two)).toEqual([]);
		expect(await said(three)).toHaveLength(1);
	});

	it('may leave a line out, but not all of them', async () => {
		const { ids, token } = await asked(world, 2);
		const nothing = { ok: false, problems: { form: 'hostSaidNothing' } };
		expect(await send(token, [])).toEqual(nothing);
		valueOf(await send(token, [right(ids[1])]));
		expect(await said(ids[0])).toEqual([]);
	});

	it('is about the lines of the link alone', async () => {
		const [mine, other] = [await asked(world), await asked(world)];
		valueOf(await send(mine.token, [right(mine.ids[0]), right(other.ids[0])]));
		expect(await said(other.ids[0])).toEqual([]);
	});

	it.each([
		[null, 'missing'],
		[0, 'tooFew'],
		[-60, 'tooFew'],
		[961, 'tooMany'],
		[100, 'notAQuarter'],
		[1.5, 'notAWholeNumber'],
		[Number.NaN, 'notAWholeNumber'],
		[180, 'notAChoice'],
	])('of %o minutes is refused: %s', async (minutes, problem) => {
		const { ids, token } = await asked(world);
		const line = { entryId: ids[0] ?? '', verdict: 'otherHours', minutes } as const;
		const refused = { ok: false, problems: { [`minutes-${ids[0]}`]: problem } };
		expect(await send(token, [line])).toEqual(refused);
		expect((await hosts.knock(world.portal, token, moment)).lines[0]?.isNeeded).toBe(true);
	});

	it.each([
		['', 'missing'],
		['   ', 'missing'],
		['x'.repeat(81), 'tooLong'],
	])('under the name %o is refused', async (name, problem) => {
		const { ids, token } = await asked(world);
		const unnamed = await send(token, [right(ids[0])], { name, role: name });
		expect(unnamed).toEqual({ ok: false, problems: { name: problem, role: problem } });
	});

	it('keeps a hostile name as it is, sealed, and out of the audit chain', async () => {
		const { ids, token, person } = await asked(world);
		const name = '<img src=x onerror=alert(1)>';
		const who = { name, role: `'; drop table host_answers; -- {"a":1}` };
		valueOf(await send(token, [right(ids[0])], who));
		const entry = { id: ids[0] ?? '', personId: person.personId };
		expect(await hosts.ofEntry(kim(), entry)).toMatchObject([{ by: who }]);
		const { read, t } = world.portal.store;
		const kept = [await read.select().from(t.hostAnswers), await read.select().from(t.audit)];
		expect(JSON.stringify(kept)).not.toMatch(/onerror|drop table|Gerda/);
	});

	it('stays: it is neither changed nor taken away', async () => {
		const { ids, token } = await asked(world);
		valueOf(await send(token, [right(ids[0])]));
		const { store } = world.portal;
		for (const command of [
			sql`update host_answers set verdict = 'right'`,
			sql`delete from host_answers`,
		]) {
			await expect(store.touch((tx) => tx.run(command))).rejects.toThrow();
		}
		expect(await said(ids[0])).toHaveLength(1);
	});
});
