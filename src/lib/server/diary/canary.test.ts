import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { getTableName } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as hours from '../hours/hours.ts';
import * as people from '../people/people.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as calls from '../calls/calls.ts';
import * as diary from './diary.ts';
import { share, somebody, today, written } from './test-diary.ts';

/** Own words of two lines that stay private, of an illness that is shared, and of a line shared with its words. */
const [secret, health, withoutWords, told] = [
	'kanarieEen',
	'kanarieTwee',
	'kanarieDrie',
	'kanarieVier',
];
const all = [secret, health, withoutWords, told];

eachEngine('own words', (open) => {
	let world: World;
	beforeEach(async () => {
		world = await open();
		const actor = await somebody(world.portal);
		await written(actor, 'grief', { words: secret });
		await share(actor, await written(actor, 'illness', { words: health }), true);
		await share(actor, await written(actor, 'noPlace', { words: withoutWords }));
		await share(actor, await written(actor, 'busy', { words: told }), true);
		const gone = await written(actor, 'other', { words: secret });
		await share(actor, gone, true);
		await diary.remove(actor, gone, today);
		await calls.ask(actor, { language: 'ti', dayPart: 'any' }, today);
		await diary.answerNudge(actor, today);
	});
	afterEach(() => world.close());

	it('reach staff only where the person shared them', async () => {
		const kim = staffOf(world.portal, 'kim');
		const [person] = await people.caseload(kim);
		const id = person?.id ?? '';
		const seen = JSON.stringify([
			person,
			await diary.shared(kim, id, today),
			await calls.wish(kim, id, today),
			await calls.waiting(kim, today),
			await hours.silent(kim, today),
			await hours.queue(kim),
			await hours.overview(kim, id, today),
		]);
		expect(all.filter((words) => seen.includes(words))).toEqual([told]);
	});

	it('stand nowhere in the clear, nor does the reason, and the audit chain has only who and when', async () => {
		const { t, read } = world.portal.store;
		const rows = await Promise.all(Object.values(t).map((table) => read.select().from(table)));
		expect(Object.values(t).map(getTableName)).toContain('diary_lines');
		const dump = JSON.stringify(rows).replaceAll('otherLanguages', '');
		expect(dump).toContain('Haile');
		for (const word of [...all, ...diary.reasons]) expect(dump).not.toContain(word);
		const lines = (await read.select().from(t.audit)).filter(({ action }) =>
			action.startsWith('diary.'),
		);
		expect(new Set(lines.map(({ action }) => action))).toEqual(
			new Set(['diary.write', 'diary.change', 'diary.share', 'diary.remove']),
		);
		expect(lines.map(({ detail }) => detail)).toEqual(lines.map(() => ({})));
	});

	it('are read by staff with a line in the audit chain', async () => {
		const kim = staffOf(world.portal, 'kim');
		const [person] = await people.caseload(kim);
		const personId = person?.id ?? '';
		await diary.shared(kim, personId, today);
		const { t, read } = world.portal.store;
		const last = (await read.select().from(t.audit)).at(-1);
		expect(last).toMatchObject({ actor: 'kim', action: 'diary.read', personId, subject: personId });
	});

	it('are not in the files of the database', () => {
		if (world.database.engine !== 'sqlite') return;
		const folder = dirname(world.database.path);
		const files = readdirSync(folder).filter((name) => name.startsWith('portal.db'));
		const bytes = Buffer.concat(files.map((name) => readFileSync(`${folder}/${name}`)));
		expect(bytes.includes('Haile')).toBe(true);
		for (const word of all) expect(bytes.includes(word), word).toBe(false);
	});
});
