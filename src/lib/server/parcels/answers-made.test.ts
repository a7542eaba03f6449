import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import { at, lessons } from '../agenda/test-agenda.ts';
import { newId } from '../id.ts';
import * as pip from '../pip/pip.ts';
import { addPerson, addPlan, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as understanding from '../understanding/understanding.ts';
import type { Made } from './made.ts';
import { sealed, type Sealed, sent } from './test-parcels.ts';

const early = at('2026-10-01');
const nine = at('2026-10-12', '09:00').now;
const minutes = (count: number) => nine + count * 60_000;
const noon = at('2026-10-12', '12:00');

eachEngine('answers of phones', (open) => {
	let world: World;
	let amina: Resident;
	let occurrence: string;
	beforeAll(async () => {
		world = await open();
	});
	beforeEach(async () => {
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna' });
		const agreements = [{ id: `of-${id}`, sentence: 'pvt', slots: { hours: 12 } }] as const;
		await addPlan(world.portal, id, '2026-03-02', { agreements });
		amina = residentOf(world.portal, id);
		const anna = staffOf(world.portal, 'anna');
		const planned = await agenda.plan(anna, { personId: id }, lessons, early);
		occurrence = `${planned.ok ? planned.value : ''}.2026-10-13`;
	});
	afterAll(() => world.close());

	const made = (madeAt: number) => sealed(amina, { kind: 'form', madeAt });
	const send = (one: Sealed, what: Made) => sent(amina, one, () => what, noon);
	const received = { outcome: 'received', receipt: null, reason: null, withoutPhotos: false };
	const refusal = { outcome: 'refused', receipt: null, at: null, withoutPhotos: false };

	describe('about coming', () => {
		const come = (): Made => ({ kind: 'coming', occurrence, key: 'k.come', reason: null });
		const ill = (): Made => ({ kind: 'coming', occurrence, key: 'k.ill', reason: 'ill' });
		const said = async () => (await agenda.one(amina, amina.personId, occurrence)).answer;

		it('count from when they were given, also when they come in another order', async () => {
			const [first, second] = [await made(minutes(1)), await made(minutes(2))];
			const page = `/agenda/${occurrence}`;
			expect(await send(second, ill())).toEqual({ ...received, at: page });
			expect(await send(first, come())).toEqual({ ...refusal, reason: 'newerAnswer' });
			expect(await said()).toMatchObject({ number: 1, isComing: false, saidAt: minutes(2) });
		});

		it('that come one after the other both count', async () => {
			const [first, second] = [await made(minutes(1)), await made(minutes(2))];
			expect(await send(first, come())).toMatchObject(received);
			expect(await send(second, ill())).toMatchObject(received);
			expect(await said()).toMatchObject({ number: 2, isComing: false });
		});

		it('give way to what was said online since, and are not given again', async () => {
			const one = await made(minutes(1));
			const outcome = await send(one, come());
			const { personId } = amina;
			const online = { personId, occurrence, isComing: false, reason: 'ill', key: 'o' } as const;
			await agenda.answer(amina, online, noon);
			expect(await send(one, come())).toEqual(outcome);
			expect(await send(await made(minutes(3)), { ...come(), key: 'l.come' } as Made)).toEqual({
				...refusal,
				reason: 'newerAnswer',
			});
			expect(await said()).toMatchObject({ number: 2, isComing: false });
		});

		it('are not given again where the process ended before the phone heard of it', async () => {
			const one = await made(minutes(1));
			const { portal } = amina;
			const write: typeof portal.store.write = async (now, work) => {
				await portal.store.write(now, work);
				throw new Error('the end');
			};
			const ending = { ...amina, portal: { ...portal, store: { ...portal.store, write } } };
			const say = { ...come(), key: 'e.come' } as Made;
			await expect(sent(ending, one, () => say, noon)).rejects.toThrow('the end');
			const { personId } = amina;
			const online = { personId, occurrence, isComing: false, reason: 'ill', key: 'e' } as const;
			await agenda.answer(amina, online, noon);
			expect(await send(one, say)).toMatchObject(received);
			expect(await said()).toMatchObject({ number: 2, isComing: false });
		});

		it('that got through when they were sent the first time are received', async () => {
			const { personId } = amina;
			const page = { personId, occurrence, isComing: true, reason: null, key: 'k.come' };
			await agenda.answer(amina, page, noon);
			expect(await send(await made(minutes(1)), come())).toMatchObject(received);
			expect(await said()).toMatchObject({ number: 1 });
		});

		it('are refused for what is over, gone or of somebody else', async () => {
			const late = at('2026-10-14');
			const over = await sent(amina, await made(minutes(1)), come, late);
			expect(over).toEqual({ ...refusal, reason: 'over' });
			const nothing = { ...come(), occurrence: 'A.2026-10-13' } as Made;
			expect(await send(await made(1), nothing)).toEqual({ ...refusal, reason: 'gone' });
		});
	});

	describe('about an agreement', () => {
		const say = (answer: understanding.Answer): Made => ({
			kind: 'understanding',
			version: 1,
			number: 1,
			answer,
		});
		const said = async () => (await understanding.of(amina, amina.personId))[0];

		it('count from when they were given, once', async () => {
			const one = await made(minutes(1));
			const outcome = await send(one, say('talk'));
			expect(outcome).toEqual({ ...received, at: '/plan#afspraak-1' });
			const agreementId = `of-${amina.personId}`;
			await understanding.say(amina, { agreementId, answer: 'understood' }, noon);
			// The answer to the phone was lost: it sends again, and undoes nothing.
			expect(await send(one, say('talk'))).toEqual(outcome);
			expect(await said()).toMatchObject({ answer: 'understood' });
			const older = await send(await made(minutes(2)), say('talk'));
			expect(older).toEqual({ ...refusal, reason: 'newerAnswer' });
		});

		it('that it is understood are refused where it says something else by now', async () => {
			const one = await made(minutes(1));
			const [first] = await pip.versions(amina, amina.personId);
			const { sending: _, ...row } = first ?? expect.fail('no plan');
			const changed = row.content.agreements.map((each) => ({ ...each, slots: { hours: 30 } }));
			const content = { ...row.content, agreements: changed } as typeof row.content;
			const { store } = amina.portal;
			await store.touch((tx) =>
				tx.insert(store.t.pips).values({ ...row, id: newId(), version: 2, content }),
			);
			expect(await send(one, say('understood'))).toEqual({ ...refusal, reason: 'gone' });
			expect(await said()).toBeUndefined();
			expect(await send(await made(minutes(1)), say('talk'))).toMatchObject(received);
		});

		it('are refused when the agreement is not there', async () => {
			const other = { ...say('talk'), number: 7 } as Made;
			expect(await send(await made(1), other)).toEqual({ ...refusal, reason: 'gone' });
		});
	});
});
