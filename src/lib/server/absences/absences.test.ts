import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import { ofStaff } from '../accounts/accounts.ts';
import type { Moment } from '../clock.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as absences from './absences.ts';

const moment: Moment = { now: Date.parse('2026-11-23T09:00:00Z'), today: day('2026-11-23') };
const throughOn = day('2026-12-04');

eachEngine('who stands in', (open) => {
	let world: World;
	let anna: Staff;
	let bart: Staff;
	let carla: Staff;
	let hodan: Resident;

	beforeEach(async () => {
		world = await open();
		[anna, bart, carla] = [await manager('anna'), await manager('bart'), await manager('carla')];
		const { id } = await addPerson(world.portal, { klantmanagerId: bart.id });
		hodan = residentOf(world.portal, id);
		expect((await absences.say(bart, { throughOn, replacedBy: anna.id }, moment)).ok).toBe(true);
	});
	afterEach(() => world.close());

	async function manager(name: string): Promise<Staff> {
		const identity = { issuer: 'test', subject: name, name, email: null };
		const granted = { roles: ['klantmanager'] as const, gemeentecodes: ['0074'] };
		const account = await ofStaff(world.portal, { ...identity, ...granted }, 0);
		return staffOf(world.portal, account?.id ?? '');
	}

	const told = async () => (await absences.whoAnswers(hodan, moment)).away;

	it('is told to the person by name, as long as that one is not away too', async () => {
		expect(await told()).toEqual({ throughOn, standIn: 'anna' });
		await absences.say(anna, { throughOn, replacedBy: carla.id }, moment);
		expect(await told()).toEqual({ throughOn, standIn: null });
		await absences.end(anna, moment);
		expect(await told()).toEqual({ throughOn, standIn: 'anna' });
	});

	it('is nobody once that one has left, or may not see the person', async () => {
		const { accounts: t } = world.portal.store.t;
		const changed = (values: Partial<typeof t.$inferInsert>) =>
			world.portal.store.touch((tx) => tx.update(t).set(values).where(eq(t.id, anna.id)));
		await changed({ disabledAt: moment.now });
		expect(await told()).toEqual({ throughOn, standIn: null });
		await changed({ disabledAt: null, gemeentecodes: ['0632'] });
		expect(await told()).toEqual({ throughOn, standIn: null });
		await changed({ roles: ['administrator'], gemeentecodes: ['0074'] });
		expect(await told()).toEqual({ throughOn, standIn: null });
	});

	it('cannot be who is away', async () => {
		expect((await absences.replacements(carla, moment)).map(({ name }) => name)).toEqual(['anna']);
		const notAChoice = { ok: false, problems: { replacedBy: 'notAChoice' } };
		const away = { throughOn, replacedBy: bart.id };
		expect(await absences.say(carla, away, moment)).toEqual(notAChoice);
	});

	it('stands in for a year at most, whatever year was typed', async () => {
		const away = (through: string) =>
			absences.say(bart, { throughOn: day(through), replacedBy: anna.id }, moment);
		const tooFar = { ok: false, problems: { throughOn: 'startTooFar' } };
		expect(await away('2062-12-04')).toEqual(tooFar);
		expect((await away('2027-11-23')).ok).toBe(true);
	});
});
