import { globSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eq } from 'drizzle-orm';
import { day } from '#lib/law/day.ts';
import { NotFound } from '../errors.ts';
import { addPerson, eachEngine, staffOf, type World } from '../test-world.ts';
import * as health from './health.ts';

const moment = { now: Date.parse('2026-11-23T10:00:00Z'), today: day('2026-11-23') };
const words = 'Slaapt slecht; niet voor tien uur afspreken.';

eachEngine('health in the brede intake', (open) => {
	let world: World;
	let personId: string;
	beforeEach(async () => {
		world = await open();
		personId = (await addPerson(world.portal, { klantmanagerId: 'anna' })).id;
		await health.write(anna(), { personId, words, seen: 0 }, moment);
	});
	afterEach(() => world.close());

	const anna = () => staffOf(world.portal, 'anna');

	it('opens for the own klantmanager, and each time is logged', async () => {
		expect(await health.read(anna(), personId, moment)).toEqual({
			words,
			revision: 1,
			updatedOn: '2026-11-23',
		});
		const { audit } = world.portal.store.t;
		const lines = await world.portal.store.read
			.select()
			.from(audit)
			.where(eq(audit.action, 'health.read'));
		expect(lines).toMatchObject([{ actor: 'anna', personId }]);
		expect(JSON.stringify(lines)).not.toContain('Slaapt');
	});

	it('is not there for the team leader, a colleague, or the own one without the role', async () => {
		for (const somebody of [
			staffOf(world.portal, 'tessa', ['teamLead']),
			staffOf(world.portal, 'bart'),
			staffOf(world.portal, 'anna', ['teamLead', 'administrator']),
		]) {
			await expect(health.read(somebody, personId, moment)).rejects.toThrow(NotFound);
			const said = { personId, words: 'x', seen: 1 };
			await expect(health.write(somebody, said, moment)).rejects.toThrow(NotFound);
		}
		const tessa = staffOf(world.portal, 'tessa', ['teamLead']);
		expect(await health.isOpenTo(tessa, personId)).toBe(false);
		expect(await health.isOpenTo(anna(), personId)).toBe(true);
	});

	it('is sealed, and what is replaced is gone', async () => {
		const late = await health.write(anna(), { personId, words: 'anders', seen: 0 }, moment);
		expect(late).toEqual({ ok: false, problems: { form: 'changedMeanwhile' } });
		expect((await health.write(anna(), { personId, words: null, seen: 1 }, moment)).ok).toBe(true);
		expect(await health.read(anna(), personId, moment)).toMatchObject({ words: null, revision: 2 });
		const rows = await world.portal.store.read.select().from(world.portal.store.t.intakeHealth);
		expect(rows).toHaveLength(1);
		expect(JSON.stringify(rows)).not.toContain('Slaapt');
	});
});

describe('health stands apart', () => {
	const naming = (pattern: RegExp) =>
		globSync('src/**/*.{ts,js,svelte}')
			.filter((path) => !path.startsWith('src/lib/paraglide/') && !path.includes('.test.'))
			.filter((path) => pattern.test(readFileSync(path, 'utf8')))
			.sort();

	it('its table is named by nobody but itself: no list, export, dossier or paper', () => {
		expect(naming(/\b(?:intakeHealth|intake_health)\b/)).toEqual([
			'src/lib/server/db/schema-intake.ts',
			'src/lib/server/intake/health.ts',
		]);
	});

	it('is opened by its own page, and one more leads there', () => {
		expect(naming(/\bhealth\.(?:isOpenTo|read|write)\(/)).toEqual([
			'src/routes/(staff)/staf/mensen/[id]/intake/+page.server.ts',
			'src/routes/(staff)/staf/mensen/[id]/intake/gezondheid/+page.server.ts',
		]);
	});
});
