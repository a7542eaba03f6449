import { afterAll, beforeAll, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Moment } from '../clock.ts';
import { NotFound } from '../errors.ts';
import * as pip from '../pip/pip.ts';
import { addPerson, eachEngine, staffOf, type World } from '../test-world.ts';
import { groepHistory } from './groep-history.ts';
import { tryingAs } from './test-change.ts';

const moment: Moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: day('2026-11-23') };

eachEngine('a change of the groep', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	const kim = () => staffOf(world.portal, 'kim');
	const somebody = () => addPerson(world.portal, { klantmanagerId: 'kim' });
	const tried: ReturnType<typeof tryingAs> = (...input) => tryingAs(kim(), moment)(...input);

	it('asks since when and why', async () => {
		const person = await somebody();
		const groepDetail = 'gezinshereniger';
		expect(await tried(person, { groepDetail })).toEqual({
			ok: false,
			problems: { groepChangedOn: 'missing', groepReason: 'missing' },
		});
		const tomorrow = { groepChangedOn: day('2026-11-24'), groepReason: 'other' } as const;
		expect(await tried(person, { groepDetail }, tomorrow)).toEqual({
			ok: false,
			problems: { groepChangedOn: 'future' },
		});
		expect(await groepHistory(kim(), person.id)).toEqual([]);
	});

	it('stands in the history, the newest first', async () => {
		const person = await somebody();
		const toNareiziger = {
			groepChangedOn: day('2026-06-01'),
			groepReason: 'correction',
		} as const;
		const nareiziger = await tried(person, { groepDetail: 'nareiziger' }, toNareiziger);
		if (!nareiziger.ok) expect.fail(JSON.stringify(nareiziger.problems));
		const none = { first: null, current: null };
		expect(pip.factsOf(nareiziger.value, none).groep).toBe('asielstatushouder');
		const renounced = {
			groepChangedOn: day('2026-11-02'),
			groepReason: 'renouncedAsylumRights',
		} as const;
		const later = tryingAs(kim(), { ...moment, now: moment.now + 1000 });
		const left = await later(nareiziger.value, { groepDetail: 'gezinshereniger' }, renounced);
		if (!left.ok) expect.fail(JSON.stringify(left.problems));
		expect(pip.factsOf(left.value, none).groep).toBe('gezinsmigrant');
		expect(await groepHistory(kim(), person.id)).toMatchObject([
			{
				fromDetail: 'nareiziger',
				toDetail: 'gezinshereniger',
				changedOn: '2026-11-02',
				reason: 'renouncedAsylumRights',
				changedBy: 'kim',
			},
			{ fromDetail: 'asielstatushouder', toDetail: 'nareiziger', reason: 'correction' },
		]);
		await expect(groepHistory(staffOf(world.portal, 'lee'), person.id)).rejects.toThrow(NotFound);
	});

	it('leaves no line when the groep stays, whatever day and reason say', async () => {
		const person = await somebody();
		const said = { groepChangedOn: day('2026-06-01'), groepReason: 'other' } as const;
		expect(await tried(person, { phone: '1' }, said)).toMatchObject({ ok: true });
		expect(await groepHistory(kim(), person.id)).toEqual([]);
	});

	it('has a history that nobody can rewrite', async () => {
		const person = await somebody();
		const said = { groepChangedOn: day('2026-06-01'), groepReason: 'indDecision' } as const;
		await tried(person, { groepDetail: 'overig' }, said);
		const { store } = world.portal;
		const { groepChanges } = store.t;
		await expect(
			store.touch((tx) => tx.update(groepChanges).set({ reason: 'other' })),
		).rejects.toThrow();
		await expect(store.touch((tx) => tx.delete(groepChanges))).rejects.toThrow();
		expect(await groepHistory(kim(), person.id)).toMatchObject([{ reason: 'indDecision' }]);
	});
});
