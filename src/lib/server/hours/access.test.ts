import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import * as proofs from '../proofs/proofs.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import {
	content,
	declared,
	moment,
	newResident,
	photo,
	startedDraft,
	totals,
} from './test-hours.ts';

eachEngine('hours of somebody else', (open) => {
	let world: World;
	let resident: Resident;

	beforeEach(async () => {
		world = await open();
		resident = await newResident(world);
	});
	afterEach(() => world.close());

	it('does not exist for anybody else', async () => {
		const { id } = await declared(resident, {}, [await photo()]);
		const [proof] = (await hours.entry(resident, id)).proofs;
		const draft = await startedDraft(resident);
		const neighbour = await newResident(world);
		const others = [
			staffOf(world.portal, 'robin'),
			staffOf(world.portal, 'lead', ['teamLead'], ['0085']),
			staffOf(world.portal, 'kim', ['administrator']),
		];
		for (const actor of [neighbour, ...others]) {
			await expect(hours.entry(actor, id)).rejects.toThrow(NotFound);
			await expect(proofs.read(actor, proof?.id ?? '', moment)).rejects.toThrow(NotFound);
			await expect(hours.list(actor, resident.personId)).rejects.toThrow(NotFound);
		}
		for (const actor of others) {
			await expect(hours.confirm(actor, id, moment)).rejects.toThrow(NotFound);
			expect(await hours.queue(actor)).toEqual({ toDecide: 0, asked: 0, rows: [], askedRows: [] });
		}
		await expect(hours.draft(neighbour, draft)).rejects.toThrow(NotFound);
		await expect(hours.saveStep(neighbour, draft, content, moment)).rejects.toThrow(NotFound);
		await expect(hours.declare(neighbour, draft, [], moment)).rejects.toThrow(NotFound);
		await expect(hours.declare(neighbour, id, [], moment)).rejects.toThrow(NotFound);
		await expect(hours.declareAs(neighbour, id, content, [], moment)).rejects.toThrow(NotFound);
		await expect(hours.withdraw(neighbour, id, moment)).rejects.toThrow(NotFound);
		const text = { text: 'x', photos: [] };
		await expect(hours.answer(neighbour, id, text, moment)).rejects.toThrow(NotFound);
		expect(await totals(resident)).toMatchObject({ waitingMinutes: 180 });
	});
});
