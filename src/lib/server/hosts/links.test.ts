import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound } from '../errors.ts';
import * as hours from '../hours/hours.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as hosts from './hosts.ts';
import { asked, by, declared, later, linkTo, moment, newResident, valueOf } from './test-hosts.ts';

eachEngine('a link for the host', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	const knock = (token: string, at = moment) => hosts.knock(world.portal, token, at);

	it('shows the given name, what, which day and how long, and nothing else', async () => {
		const { token, ids, person } = await asked(world);
		const { name, lines, ...rest } = await knock(token);
		expect(name).toBe('Amina');
		const line = { entryId: ids[0], activity: 'volunteering', minutes: 180, isNeeded: true };
		expect(lines).toEqual([{ ...line, doneOn: '2026-11-20' }]);
		expect(Object.keys(rest).toSorted()).toEqual(['linkId', 'personId']);
		expect(await hosts.seesFamilyName(person)).toBe(false);
	});

	it('shows the family name where the gemeente says so', async () => {
		const { token, person } = await asked(world);
		const source = { document: 'x', year: 2026, section: 'y' };
		const policy = { ...world.portal.tenant.policy, hostSeesFamilyName: { value: true, source } };
		const portal = { ...world.portal, tenant: { ...world.portal.tenant, policy } };
		expect((await hosts.knock(portal, token, moment)).name).toBe('Amina Haile');
		expect(await hosts.seesFamilyName({ ...person, portal })).toBe(true);
	});

	it('is kept as a hash of a secret of 128 bits', async () => {
		const { token } = await asked(world);
		expect(Buffer.from(token, 'base64url')).toHaveLength(16);
		const rows = await world.portal.store.read.select().from(world.portal.store.t.hostLinks);
		const audit = await world.portal.store.read.select().from(world.portal.store.t.audit);
		expect(JSON.stringify([rows, audit])).not.toContain(token);
	});

	it('works for 14 days, and then opens no more', async () => {
		const { token } = await asked(world);
		const last = { ...moment, now: later(14).now - 1 };
		expect((await knock(token, last)).lines).toHaveLength(1);
		await expect(knock(token, later(14))).rejects.toThrow(NotFound);
		const sent = hosts.answer(world.portal, token, { ...by, lines: [] }, later(14));
		await expect(sent).rejects.toThrow(NotFound);
	});

	it.each(['', 'x', 'A'.repeat(21), 'A'.repeat(22), 'A'.repeat(23), '../../../etc/passwd', '\0'])(
		'does not open with %o',
		async (token) => {
			await expect(knock(token)).rejects.toThrow(NotFound);
		},
	);

	it('does not open in another tenant, nor with a letter changed', async () => {
		const { token } = await asked(world);
		const other = await open('ferm-werk');
		await expect(hosts.knock(other.portal, token, moment)).rejects.toThrow(NotFound);
		await other.close();
		const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
		await expect(knock(changed)).rejects.toThrow(NotFound);
	});

	it('is shown again to its maker as it was, until it is revoked', async () => {
		const { person, ids, token } = await asked(world, 2);
		const [one = '', two = ''] = ids;
		expect((await hosts.linkOf(person, two, moment))?.token).toBe(token);
		await hosts.revokeLink(person, one, moment);
		await hosts.revokeLink(person, one, moment);
		expect(await hosts.linkOf(person, two, moment)).toBeNull();
		await expect(knock(token)).rejects.toThrow(NotFound);
	});

	it('ends the older link to one of its entries', async () => {
		const { person, ids, token } = await asked(world, 2);
		const newer = await linkTo(person, ids.slice(1));
		await expect(knock(token)).rejects.toThrow(NotFound);
		expect((await knock(newer)).lines.map(({ entryId }) => entryId)).toEqual(ids.slice(1));
	});

	describe('is refused', () => {
		it('without an entry, for thirteen, and for two places at once', async () => {
			const { person, ids } = await asked(world);
			const elsewhere = await declared(person, 'Bibliotheek');
			const make = (some: readonly string[]) => hosts.makeLink(person, some, moment);
			expect(await make([])).toEqual({ ok: false, problems: { entries: 'missing' } });
			const many = Array.from({ length: 13 }, (_, nth) => String(nth));
			expect(await make(many)).toEqual({ ok: false, problems: { entries: 'tooMany' } });
			const both = await make([...ids, elsewhere]);
			expect(both).toEqual({ ok: false, problems: { entries: 'notAChoice' } });
		});

		it('once it was decided, and then there is nothing to ask', async () => {
			const { person, ids } = await asked(world);
			valueOf(await hours.confirm(staffOf(world.portal, 'kim'), ids[0] ?? '', moment));
			const made = await hosts.makeLink(person, ids, moment);
			expect(made).toEqual({ ok: false, problems: { form: 'alreadyDecided' } });
			await expect(hosts.askable(person, ids[0] ?? '')).rejects.toThrow(NotFound);
		});

		it('for all but five of many that are made at once', async () => {
			const person = await newResident(world);
			const entries: string[] = [];
			for (let nth = 0; nth < 9; nth += 1) entries.push(await declared(person));
			const made = await Promise.all(entries.map((id) => hosts.makeLink(person, [id], moment)));
			expect(made.filter(({ ok }) => ok)).toHaveLength(5);
		});

		it('for the sixth that works at once, and for the twenty-first of a day', async () => {
			const person = await newResident(world);
			const entries: string[] = [];
			for (let nth = 0; nth < 6; nth += 1) entries.push(await declared(person));
			const make = (id: string, at = moment) => hosts.makeLink(person, [id], at);
			const tooMany = { ok: false, problems: { form: 'hostLinksTooMany' } };
			for (const id of entries.slice(0, 5)) valueOf(await make(id));
			const sixth = entries[5] ?? '';
			expect(await make(sixth)).toEqual(tooMany);
			for (let nth = 5; nth < 20; nth += 1) {
				await hosts.revokeLink(person, entries[0] ?? '', moment);
				valueOf(await make(entries[0] ?? ''));
			}
			await hosts.revokeLink(person, entries[0] ?? '', moment);
			expect(await make(sixth)).toEqual(tooMany);
			expect((await make(sixth, later(2))).ok).toBe(true);
		});
	});

	it('is nobody else’s to make, see or revoke', async () => {
		const { ids, token } = await asked(world);
		const stranger = await newResident(world);
		await expect(hosts.makeLink(stranger, ids, moment)).rejects.toThrow(NotFound);
		await expect(hosts.revokeLink(stranger, ids[0] ?? '', moment)).rejects.toThrow(NotFound);
		await expect(hosts.askable(stranger, ids[0] ?? '')).rejects.toThrow(NotFound);
		expect(await hosts.linkOf(stranger, ids[0] ?? '', moment)).toBeNull();
		expect((await knock(token)).lines).toHaveLength(1);
	});

	it('has lines that stay: they are neither changed nor taken away', async () => {
		await asked(world);
		const { portal } = world;
		for (const command of [
			sql`update host_lines set content_hash = 'x'`,
			sql`delete from host_lines`,
		]) {
			const tried = portal.store.touch((tx) => tx.run(command));
			await expect(tried).rejects.toThrow();
		}
	});
});
