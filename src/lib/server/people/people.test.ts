import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as accounts from '../accounts/accounts.ts';
import { blindIndex } from '../crypto/blind-index.ts';
import { NotFound } from '../errors.ts';
import type { Portal } from '../portal.ts';
import { addPerson, eachEngine, residentOf, staffOf, system, type World } from '../test-world.ts';
import { contactOf } from './contact.ts';
import * as people from './people.ts';

const at = Date.parse('2026-11-23T10:00:00Z');

eachEngine('people', (open) => {
	let world: World;
	let portal: Portal;

	beforeEach(async () => {
		world = await open('ferm-werk');
		({ portal } = world);
	});
	afterEach(() => world.close());

	const names = async (actor: ReturnType<typeof staffOf>) =>
		(await people.caseload(actor)).map(({ givenName }) => givenName);

	describe('a BSN', () => {
		it('stands readably nowhere in the database', async () => {
			const person = await addPerson(portal, { bsn: '999990019' });
			const everything = JSON.stringify([
				await portal.store.read.select().from(portal.store.t.people),
				await portal.store.read.select().from(portal.store.t.audit),
			]);
			expect(everything).toContain(person.id);
			expect(everything).not.toContain('999990019');
			if (portal.store.engine === 'postgres') return;
			for (const file of ['portal.db', 'portal.db-wal']) {
				const bytes = await readFile(join(world.folder, '..', file), 'latin1');
				expect(bytes).not.toContain('999990019');
			}
		});

		it('comes once, also with its leading zero left out, and also when two are sent at once', async () => {
			const once = { ...newPerson('0632'), bsn: '010000021' };
			const both = await Promise.all(
				[once, { ...once, bsn: '10000021' }].map((each) => people.add(system(portal), each, at)),
			);
			expect(both.filter(({ ok }) => ok)).toHaveLength(1);
			expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, problems: { bsn: 'bsnKnown' } });
			const again = await people.add(system(portal), once, at);
			expect(again).toEqual({ ok: false, problems: { bsn: 'bsnKnown' } });
			const { t, read } = portal.store;
			expect(await read.select().from(t.people)).toHaveLength(1);
			const lines = await read.select({ action: t.audit.action }).from(t.audit);
			expect(lines.map(({ action }) => action).sort()).toEqual([
				'person.add',
				'person.duplicate',
				'person.duplicate',
			]);
		});

		it('is found by another value in another tenant, so that two databases cannot be laid side by side', async () => {
			const { keyring } = portal;
			const here = blindIndex(keyring, 'ferm-werk', '999990019');
			const person = await addPerson(portal, { bsn: '999990019' });
			expect(person.bsnIndex).toBe(here);
			expect(blindIndex(keyring, 'heerenveen', '999990019')).not.toBe(here);
		});

		it('is shown by its last two digits, to those who may read the person', async () => {
			const person = await addPerson(portal, { bsn: '999990019', klantmanagerId: 'kim' });
			expect(await people.bsnTail(staffOf(portal, 'kim'), person.id)).toBe('19');
			const colleague = staffOf(portal, 'lee');
			await expect(people.bsnTail(colleague, person.id)).rejects.toThrow(NotFound);
		});
	});

	describe('a caseload', () => {
		beforeEach(async () => {
			const of = (givenName: string, klantmanagerId: string, gemeentecode: string) =>
				addPerson(portal, { givenName, klantmanagerId, gemeentecode });
			await of('Amina', 'kim', '0632');
			await of('Bilal', 'kim', '0589');
			await of('Chen', 'lee', '0632');
		});

		it('is the own people of a klantmanager, in the own gemeenten', async () => {
			expect(await names(staffOf(portal, 'kim'))).toEqual(['Amina', 'Bilal']);
			expect(await names(staffOf(portal, 'kim', ['klantmanager'], ['0632']))).toEqual(['Amina']);
			expect(await names(staffOf(portal, 'max'))).toEqual([]);
		});

		it('is everybody in the own gemeenten of a team leader', async () => {
			expect(await names(staffOf(portal, 'tess', ['teamLead'], ['0632']))).toEqual([
				'Amina',
				'Chen',
			]);
		});

		it('is nobody for an administrator, without a role, or without a gemeente', async () => {
			expect(await names(staffOf(portal, 'kim', ['administrator']))).toEqual([]);
			expect(await names(staffOf(portal, 'kim', []))).toEqual([]);
			expect(await names(staffOf(portal, 'tess', ['teamLead'], []))).toEqual([]);
		});

		it('holds exactly whom one can open', async () => {
			const { t, read } = portal.store;
			const everybody = await read.select({ id: t.people.id }).from(t.people);
			const actors = [
				staffOf(portal, 'kim'),
				staffOf(portal, 'kim', ['klantmanager'], ['0589']),
				staffOf(portal, 'tess', ['teamLead'], ['0632']),
				staffOf(portal, 'kim', ['administrator']),
			];
			for (const actor of actors) {
				const listed = (await people.caseload(actor)).map(({ id }) => id).sort();
				const opened: string[] = [];
				for (const { id } of everybody) {
					if (await people.find(actor, id).catch(() => null)) opened.push(id);
				}
				expect(opened.sort()).toEqual(listed);
			}
		});
	});

	it('is not found where it is not, is not theirs, or is asked for by what is no id', async () => {
		const person = await addPerson(portal, { klantmanagerId: 'kim' });
		const actor = residentOf(portal, person.id);
		expect((await people.own(actor)).id).toBe(person.id);
		const other = residentOf(portal, 'A'.repeat(22));
		for (const id of [person.id, 'A'.repeat(22), '', '\u0000', `${person.id} `, "' or 1=1 --"]) {
			await expect(people.find(other, id)).rejects.toThrow(NotFound);
		}
	});

	it('is registered in the own gemeenten only', async () => {
		const kim = staffOf(portal, 'kim', ['klantmanager'], ['0632']);
		const added = await people.add(kim, newPerson('0632'), at);
		expect(added).toMatchObject({ ok: true, value: { klantmanagerId: 'kim' } });
		await expect(people.add(kim, newPerson('0589'), at)).rejects.toThrow(NotFound);
		const administrator = staffOf(portal, 'ivo', ['administrator'], ['0632']);
		await expect(people.add(administrator, newPerson('0632'), at)).rejects.toThrow(NotFound);
	});

	it('sees who opened the file, and only who may can write that down', async () => {
		const person = await addPerson(portal, { klantmanagerId: 'kim' });
		await people.logReading(staffOf(portal, 'kim'), person.id, at);
		await expect(people.logReading(staffOf(portal, 'lee'), person.id, at)).rejects.toThrow(
			NotFound,
		);
		const { t, read } = portal.store;
		const lines = (await read.select().from(t.audit)).filter(
			({ action }) => action === 'person.read',
		);
		expect(lines).toMatchObject([{ actor: 'kim', personId: person.id, at }]);
	});

	it('can always turn to their klantmanager', async () => {
		const identity = {
			issuer: 'https://login.example',
			subject: 'kim',
			name: 'Kim Post',
			email: 'kim@gemeente.example',
			roles: ['klantmanager'],
			gemeentecodes: ['0632'],
		} as const;
		const kim = await accounts.ofStaff(portal, identity, at);
		const person = await addPerson(portal, { klantmanagerId: kim?.id ?? '' });
		expect(await contactOf(residentOf(portal, person.id), person.id)).toEqual({
			name: 'Kim Post',
			email: 'kim@gemeente.example',
			phone: null,
			officeHours: null,
			speaks: [],
		});
		const orphan = await addPerson(portal, { klantmanagerId: 'gone' });
		expect(await contactOf(residentOf(portal, orphan.id), orphan.id)).toBeNull();
		await expect(contactOf(residentOf(portal, orphan.id), person.id)).rejects.toThrow(NotFound);
	});
});

const newPerson = (gemeentecode: string) =>
	({
		gemeentecode,
		givenName: 'Amina',
		familyName: 'Haile',
		bornOn: '1990-05-01',
		bsn: '999990019',
		groepDetail: 'asielstatushouder',
		plichtSinceOn: '2025-10-01',
		notifiedOn: '2025-10-06',
		brpRegisteredOn: '2025-10-20',
		movedInOn: null,
		firstDagtekeningOn: null,
		waitingForThirdPartySinceOn: null,
		thirdPartyInformationOn: null,
		ontheffingHours: null,
		loweredHours: null,
		extendedUntil: null,
		hasParticipatiewetBenefit: true,
		inAzc: false,
		language: 'ti',
		interpreter: true,
		phone: null,
		email: null,
		safeContact: false,
		...people.nothingKnown,
	}) satisfies Record<keyof people.NewPerson, unknown> as unknown as people.NewPerson;
