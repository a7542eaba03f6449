import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { NotFound } from '../errors.ts';
import { addPerson, addPlan, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as statements from './statement.ts';
import { layLedger, manyHours } from './test-ledger.ts';

const moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: day('2026-11-23') };

eachEngine('the check value of an overview', (open) => {
	let world: World;
	let personId: string;
	beforeEach(async () => {
		world = await open();
		personId = (await addPerson(world.portal, { klantmanagerId: 'anna' })).id;
		await addPlan(world.portal, personId, '2026-01-05');
		await layLedger(world.portal, personId, manyHours(3));
	});
	afterEach(() => world.close());

	const person = () => residentOf(world.portal, personId);
	const anna = () => staffOf(world.portal, 'anna');
	const now = () => statements.of(person(), personId, moment);

	it('is found back by the gemeente that gave it, as somebody reads it out', async () => {
		const code = await statements.issue(person(), await now(), moment);
		expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
		const given = { on: moment.today, lines: 3, confirmedMinutes: 90, waitingMinutes: 0 };
		const read = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
		for (const typed of [code, ` ${read} `]) {
			expect(await statements.check(anna(), personId, typed)).toEqual(given);
		}
		for (const other of ['', '0000-0000-0000-0000', `${code}X`, '%', "' or 1=1 --"]) {
			expect(await statements.check(anna(), personId, other)).toBeNull();
		}
	});

	it('is the same for the same overview, and written down once', async () => {
		const first = await statements.issue(person(), await now(), moment);
		expect(await statements.issue(anna(), await now(), moment)).toBe(first);
		const { store } = world.portal;
		const lines = (await store.read.select().from(store.t.audit)).filter(
			({ action }) => action === 'statement.issue',
		);
		expect(lines).toMatchObject([{ subject: first, personId, actor: person().id }]);
		expect(JSON.stringify(lines)).not.toContain('Haile');
	});

	it('is another one for whatever else it says', async () => {
		const stand = await now();
		const [line, ...rest] = stand.confirmed;
		if (!line) throw new Error('no line');
		const changed: Partial<statements.Statement>[] = [
			{ on: day('2026-11-24') },
			{ familyName: 'Haile 2' },
			{ bornOn: '1990-05-02' },
			{ confirmed: [{ ...line, minutes: line.minutes + 15 }, ...rest] },
			{ confirmed: [{ ...line, organisation: 'Elders' }, ...rest] },
			{ confirmed: [{ ...line, doneOn: day('2026-03-03') }, ...rest] },
			{ confirmed: [{ ...line, receiptNumber: 'X' }, ...rest] },
			{ confirmed: rest },
			{ waiting: [line] },
			{ parts: [] },
			{ course: { ...stand.course, parts: [{ kind: 'nt2', minutes: 60 }] } },
		];
		const codes = new Set([await statements.issue(person(), stand, moment)]);
		for (const one of changed) {
			codes.add(await statements.issue(person(), { ...stand, ...one }, moment));
		}
		expect(codes.size).toBe(changed.length + 1);
	});

	it('cannot be made with the key of another portal', async () => {
		const code = await statements.issue(person(), await now(), moment);
		const other = await open();
		const portal = { ...world.portal, keyring: other.portal.keyring };
		expect(await statements.issue({ ...person(), portal }, await now(), moment)).not.toBe(code);
		await other.close();
	});

	it('of somebody else is not found', async () => {
		const code = await statements.issue(person(), await now(), moment);
		const other = await addPerson(world.portal, { klantmanagerId: 'anna' });
		expect(await statements.check(anna(), other.id, code)).toBeNull();
		const bart = staffOf(world.portal, 'bart');
		await expect(statements.check(bart, personId, code)).rejects.toThrow(NotFound);
		await expect(statements.issue(bart, await now(), moment)).rejects.toThrow(NotFound);
	});

	it('can be given without a plan, and after the law of 2013', async () => {
		const { id } = await addPerson(world.portal, { plichtSinceOn: day('2021-06-01') });
		const somebody = residentOf(world.portal, id);
		const empty = await statements.of(somebody, id, moment);
		expect(empty).toMatchObject({ confirmed: [], waiting: [], parts: [] });
		expect(await statements.issue(somebody, empty, moment)).toMatch(/^.{19}$/);
	});
});
