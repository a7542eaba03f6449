import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NotFound } from '../errors.ts';
import type { Portal } from '../portal.ts';
import { addPerson, eachEngine, residentOf, staffOf, system, type World } from '../test-world.ts';
import * as accounts from './accounts.ts';

const at = Date.parse('2026-11-23T10:00:00Z');
const digid = { issuer: 'https://digid.example', subject: 'pseudonym-1', bsn: '999990019' };
const kim: accounts.StaffIdentity = {
	issuer: 'https://login.example',
	subject: 'kim',
	name: 'Kim Post',
	email: 'kim@gemeente.example',
	roles: ['klantmanager'],
	gemeentecodes: ['0074'],
};

eachEngine('an account', (open) => {
	let world: World;
	let portal: Portal;

	beforeEach(async () => {
		world = await open();
		({ portal } = world);
	});
	afterEach(() => world.close());

	const count = async () => (await portal.store.read.select().from(portal.store.t.accounts)).length;

	describe('of a resident', () => {
		it('is made at the first sign-in of somebody registered, and found at the next', async () => {
			const person = await addPerson(portal, { bsn: '999990019', language: 'ti' });
			const first = await accounts.ofResident(portal, digid, at);
			expect(first).toMatchObject({ kind: 'resident', personId: person.id, language: 'ti' });
			expect(await accounts.ofResident(portal, digid, at + 1)).toEqual(first);
			expect(await count()).toBe(1);
		});

		it('is one, also when two tabs come in for the first time at once', async () => {
			await addPerson(portal, { bsn: '999990019' });
			const both = await Promise.all([1, 2, 3].map(() => accounts.ofResident(portal, digid, at)));
			expect(new Set(both.map((one) => one?.id)).size).toBe(1);
			expect(await count()).toBe(1);
		});

		it('is not made for somebody the gemeente has not registered', async () => {
			expect(await accounts.ofResident(portal, digid, at)).toBeNull();
			expect(await count()).toBe(0);
		});

		it('is not given to a pseudonym that comes back with the BSN of somebody else', async () => {
			await addPerson(portal, { bsn: '999990019' });
			await addPerson(portal, { bsn: '999990020' });
			await accounts.ofResident(portal, digid, at);
			expect(await accounts.ofResident(portal, { ...digid, bsn: '999990020' }, at)).toBeNull();
		});

		it('is never the account of a member of staff, nor the other way round', async () => {
			await addPerson(portal, { bsn: '999990019' });
			const { issuer, subject } = kim;
			await accounts.ofStaff(portal, kim, at);
			expect(await accounts.ofResident(portal, { ...digid, issuer, subject }, at)).toBeNull();
			await accounts.ofResident(portal, digid, at);
			const asStaff = { ...kim, issuer: digid.issuer, subject: digid.subject };
			expect(await accounts.ofStaff(portal, asStaff, at)).toBeNull();
		});
	});

	describe('of a member of staff', () => {
		it('has what the identity provider grants today', async () => {
			const first = await accounts.ofStaff(portal, kim, at);
			expect(first).toMatchObject({ roles: ['klantmanager'], gemeentecodes: ['0074'] });
			const later = await accounts.ofStaff(portal, { ...kim, roles: ['teamLead'] }, at + 1);
			expect(later).toMatchObject({ id: first?.id, roles: ['teamLead'] });
			expect(await accounts.byId(portal, first?.id ?? '')).toMatchObject({ roles: ['teamLead'] });
		});

		it('is not made, and not opened, without a role', async () => {
			expect(await accounts.ofStaff(portal, { ...kim, roles: [] }, at)).toBeNull();
			expect(await count()).toBe(0);
			await accounts.ofStaff(portal, kim, at);
			expect(await accounts.ofStaff(portal, { ...kim, roles: [] }, at)).toBeNull();
		});

		it('ends as administrator when the identity provider grants that no longer', async () => {
			await accounts.ofStaff(portal, { ...kim, roles: ['administrator'] }, at);
			expect(await accounts.ofStaff(portal, kim, at)).toMatchObject({ roles: ['klantmanager'] });
			expect(await accounts.ofStaff(portal, { ...kim, roles: [] }, at)).toBeNull();
		});

		it('has no role here when none of the gemeenten is of this tenant', async () => {
			const elsewhere = { ...kim, gemeentecodes: ['0632'], roles: ['administrator'] as const };
			expect(await accounts.ofStaff(portal, elsewhere, at)).toBeNull();
			const both = await accounts.ofStaff(portal, { ...kim, gemeentecodes: ['0632', '0074'] }, at);
			expect(both?.gemeentecodes).toEqual(['0074']);
		});

		it('takes nothing from the identity but what is asked of it', async () => {
			const more = { ...kim, kind: 'resident', personId: 'amina', language: 'ar', id: 'mine' };
			const account = await accounts.ofStaff(portal, more, at);
			expect(account).toMatchObject({ kind: 'staff', personId: null, language: 'nl' });
			expect(account?.id).not.toBe('mine');
		});
	});

	describe('of an administrator whom an operator appointed', () => {
		const who = { issuer: kim.issuer, subject: kim.subject, name: kim.name };

		it('stays one, whatever the identity provider grants', async () => {
			const made = await accounts.appointAdministrator(system(portal), who, at);
			const none = { ...kim, roles: [], gemeentecodes: [] };
			for (const identity of [none, kim, none]) {
				const account = await accounts.ofStaff(portal, identity, at);
				expect(account?.id).toBe(made.id);
				const actor = accounts.actorOf(portal, account ?? made);
				expect(actor).toHaveProperty('roles', expect.arrayContaining(['administrator']));
				expect(actor).not.toHaveProperty('roles', expect.arrayContaining(['appointed']));
			}
		});

		it('may have been in before, or be appointed twice', async () => {
			const account = await accounts.ofStaff(portal, kim, at);
			for (const _ of [1, 2]) {
				const made = await accounts.appointAdministrator(system(portal), who, at);
				expect(made.id).toBe(account?.id);
			}
			expect(await accounts.ofStaff(portal, { ...kim, roles: [] }, at)).not.toBeNull();
		});

		it('is appointed by nobody else', async () => {
			const others = [
				residentOf(portal, 'amina'),
				staffOf(portal, 'kim', ['klantmanager']),
				staffOf(portal, 'tess', ['teamLead']),
			];
			for (const actor of others) {
				await expect(accounts.appointAdministrator(actor, who, at)).rejects.toThrow(NotFound);
				await expect(accounts.staff(actor)).rejects.toThrow(NotFound);
			}
			const administrator = staffOf(portal, 'ivo', ['administrator']);
			expect(await accounts.staff(administrator)).toEqual([]);
		});
	});

	it('keeps the language somebody chose, and how staff can be reached', async () => {
		await addPerson(portal, { bsn: '999990019' });
		const resident = await accounts.ofResident(portal, digid, at);
		const staff = await accounts.ofStaff(portal, kim, at);
		if (!resident || !staff) return expect.fail('there is no account');
		await accounts.chooseLanguage(accounts.actorOf(portal, resident), 'ar', at);
		expect(await accounts.byId(portal, resident.id)).toMatchObject({ language: 'ar' });
		const actor = accounts.actorOf(portal, staff);
		if (actor.kind !== 'staff') return expect.fail('no staff');
		const how = { phone: '0513-00 00 01', officeHours: '9:00–12:00' };
		await accounts.sayHowToReach(actor, how, at);
		expect(await accounts.byId(portal, staff.id)).toMatchObject(how);
		expect(await accounts.byId(portal, '\u0000')).toBeNull();
	});
});
