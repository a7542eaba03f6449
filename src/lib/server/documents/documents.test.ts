import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { newId } from '../id.ts';
import * as submissions from '../submissions/submissions.ts';
import { addPerson, addPlan, anyWorld, residentOf, type World } from '../test-world.ts';
import * as documents from './documents.ts';

const moment = { now: Date.parse('2026-05-20T10:00:00Z'), today: day('2026-05-20') };

let world: World;
let mine: Resident;

beforeEach(async () => {
	world = await anyWorld();
	const { id } = await addPerson(world.portal);
	await addPlan(world.portal, id, '2026-05-11');
	mine = residentOf(world.portal, id);
});
afterEach(() => world.close());

it('holds what the person got and sent, the newest first', async () => {
	const wish = { key: newId(), language: 'ti', words: null, version: 1 };
	await submissions.objectTo(mine, { ...wish, lateReason: null, address: null }, moment);
	expect(await documents.own(mine, moment)).toMatchObject([
		{ kind: 'bezwaar', on: '2026-05-20', from: 'person', deletedOn: null },
		{ kind: 'plan', on: '2026-05-11', from: 'gemeente', href: '/plan/versie/1' },
	]);
});

it('leaves out what only the person should know of', async () => {
	for (const kind of ['speakAlone', 'safeContact'] as const) {
		await submissions.ask(mine, { kind, key: newId(), language: 'ti', words: null }, moment);
	}
	expect((await documents.own(mine, moment)).map(({ kind }) => kind)).toEqual(['plan']);
});
