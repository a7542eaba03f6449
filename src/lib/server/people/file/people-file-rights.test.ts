import { expect, it } from 'vitest';
import * as accounts from '../../accounts/accounts.ts';
import { NotFound } from '../../errors.ts';
import { eachEngine, staffOf } from '../../test-world.ts';
import * as people from '../people.ts';
import * as file from './people-file.ts';
import { bsnOf, csv, deskOf, line, moment } from './test-file.ts';

eachEngine('a file with people, and who may do what with it', (open) => {
	const { kept, kim, portal, shown, take, whys } = deskOf(open);

	const identity = (name: string) => ({
		issuer: 'https://login.example',
		subject: name,
		name,
		email: `${name.toLowerCase()}@gemeente.example`,
		roles: ['klantmanager'] as const,
		gemeentecodes: portal().tenant.gemeenten.map((one) => one.gemeentecode),
	});
	const tess = () => staffOf(portal(), 'tess', ['teamLead']);

	it('a team leader says, by name or address; a klantmanager only takes them', async () => {
		const bob = await accounts.ofStaff(portal(), identity('Bob'), 0);
		const ann = await accounts.ofStaff(portal(), identity('Ánn'), 0);
		if (!bob || !ann) return expect.fail('no accounts');
		const lines = [
			line(840, { Klantmanager: 'ann' }),
			line(841, { Klantmanager: 'BOB@gemeente.example' }),
			line(842),
		];
		const preview = await shown(csv(lines), tess());
		expect(preview.added.map(({ klantmanagerId }) => klantmanagerId)).toEqual([
			ann.id,
			bob.id,
			'tess',
		]);
		expect(await take(preview, [], tess())).toMatchObject({ ok: true });
		const over = await shown(csv([line(840, { Klantmanager: 'Bob' })]), tess());
		expect(over.changed).toHaveLength(1);
		expect(await take(over, [], tess())).toMatchObject({ ok: true });
		expect(await people.caseload({ ...kim(), id: bob.id })).toHaveLength(2);
		expect(whys(await shown(csv([line(843, { Klantmanager: 'Bob' })])))).toEqual([
			[2, 'klantmanager klantmanagerNotYours'],
		]);
	});

	it('is nobody who is not allowed to bring people in', async () => {
		const administrator = staffOf(portal(), 'kim', ['administrator']);
		await expect(kept(csv([line(850)]), administrator)).rejects.toThrow(NotFound);
		await expect(file.preview(administrator, 'x', moment)).rejects.toThrow(NotFound);
		const preview = await shown(csv([line(850)]));
		expect(await file.preview(tess(), preview.id, moment)).toBeNull();
		expect(await file.takeOver(tess(), preview.id, { seen: '', others: [] }, moment)).toBeNull();
		const late = { ...moment, now: moment.now + 24 * 60 * 60_000 + 1 };
		expect(await file.preview(kim(), preview.id, late)).toBeNull();
		await file.clearFiles(portal(), late.now);
		expect(await portal().store.read.select().from(portal().store.t.personFiles)).toEqual([]);
	});

	it('is sealed while it waits, and no BSN of it is in what a page shows of a wrong line', async () => {
		const preview = await shown(csv([line(860, { Geboortedatum: 'x' })]));
		const rows = await portal().store.read.select().from(portal().store.t.personFiles);
		expect(JSON.stringify(rows)).not.toContain('Haile 860');
		expect(JSON.stringify(preview.wrong)).not.toContain(bsnOf(860));
	});
});
