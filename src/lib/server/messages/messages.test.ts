import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import * as absences from '../absences/absences.ts';
import type { Resident, Staff } from '../access/access.ts';
import { ofStaff } from '../accounts/accounts.ts';
import { filesKnown } from '../backup/backup.ts';
import * as calls from '../calls/calls.ts';
import type { Moment } from '../clock.ts';
import { Conflict, NotFound, type Outcome } from '../errors.ts';
import { photo } from '../hours/test-hours.ts';
import { newId } from '../id.ts';
import { pdf } from '../proofs/pdf-samples.ts';
import * as proofs from '../proofs/proofs.ts';
import { fakeClamd } from '../scanning/fake-clamd.ts';
import { addPerson, eachEngine, residentOf, staffOf, system, type World } from '../test-world.ts';
import * as translations from '../translations/translations.ts';
import * as messages from './messages.ts';

const at = (minute: number): Moment => ({
	now: Date.parse('2026-11-23T09:00:00Z') + minute * 60_000,
	today: day('2026-11-23'),
});

const somali = { language: 'so', topic: 'money', letterId: null } as const;

eachEngine('messages', (open) => {
	let world: World;
	let anna: Staff;
	let bart: Staff;
	let hodan: Resident;

	beforeEach(async () => {
		world = await open();
		[anna, bart] = [await manager('anna'), await manager('bart')];
		hodan = await inCaseload(bart);
	});
	afterEach(() => world.close());

	async function manager(name: string): Promise<Staff> {
		const identity = { issuer: 'test', subject: name, name, email: null };
		const granted = { roles: ['klantmanager'] as const, gemeentecodes: ['0074'] };
		const account = await ofStaff(world.portal, { ...identity, ...granted }, 0);
		return staffOf(world.portal, account?.id ?? '');
	}

	async function inCaseload({ id: klantmanagerId }: Staff): Promise<Resident> {
		const { id } = await addPerson(world.portal, { klantmanagerId, language: 'so' });
		return residentOf(world.portal, id);
	}

	const asks = async (words: string, minute = 0, files: readonly Blob[] = []) =>
		valueOf(
			await messages.open(
				hodan,
				hodan.personId,
				{ ...somali, id: newId(), words, files },
				at(minute),
			),
		);
	const answers = async (threadId: string, seen: number, minute: number, who = bart) =>
		valueOf(
			await messages.reply(
				who,
				hodan.personId,
				{ id: newId(), threadId, seen, words: 'Dat is goed.', language: 'nl', files: [] },
				at(minute),
			),
		);
	const waits = async (who = bart) =>
		(await messages.waiting(who, at(60))).rows.map((row) => [row.threadId, row.messages]);
	const inThread = (threadId: string, actor: Resident | Staff = hodan) =>
		messages.thread(actor, hodan.personId, threadId, at(90));

	it('wait for an answer, the longest first, until it was given to all that was seen', async () => {
		const first = await asks('Ma iman karaa?', 1);
		const second = await asks('Waa maxay?', 2);
		const more = { id: newId(), threadId: first, seen: 1, words: 'Fadlan', files: [] };
		await messages.reply(hodan, hodan.personId, { ...more, language: 'so' }, at(3));
		expect(await waits()).toEqual([
			[first, 2],
			[second, 1],
		]);
		await answers(first, 1, 4);
		expect(await waits()).toEqual([
			[second, 1],
			[first, 1],
		]);
		await messages.noAnswerNeeded(bart, hodan.personId, { threadId: first, seen: 3 }, at(5));
		expect(await waits()).toEqual([[second, 1]]);
	});

	it('are one however often they are sent, and another under the same key is a conflict', async () => {
		const message = { ...somali, id: newId(), words: 'Ma iman karaa?', files: [] };
		const send = (words = message.words) =>
			messages.open(hodan, hodan.personId, { ...message, words }, at(1));
		await Promise.all([send(), send(), send()]);
		expect((await inThread(message.id)).messages).toHaveLength(1);
		await expect(send('Wax kale')).rejects.toThrow(Conflict);
		const other = await inCaseload(bart);
		await expect(messages.open(other, other.personId, message, at(1))).rejects.toThrow(Conflict);
	});

	it('keep the original with its language, and what it says in Dutch beside it', async () => {
		const id = await asks('Ma iman karaa?');
		const inDutch = { messageId: id, words: 'Mag ik komen?' };
		await messages.writeDutch(bart, hodan.personId, inDutch, at(1));
		const [message] = (await inThread(id)).messages;
		expect(message).toMatchObject({ words: 'Ma iman karaa?', language: 'so' });
		expect(message?.dutch).toEqual({ words: 'Mag ik komen?', by: 'bart', on: '2026-11-23' });
		const { t, read } = world.portal.store;
		const stored = JSON.stringify([await read.select().from(t.messages), await read.select().from(t.audit)]);
		expect(stored).not.toMatch(/iman|komen/);
	});

	it('of the gemeente say when they were opened, are told of once, and can be translated', async () => {
		const id = await asks('Ma iman karaa?');
		await messages.openThread(bart, hodan.personId, id, at(1));
		await answers(id, 1, 2);
		expect(await messages.unread(hodan)).toBe(1);
		const readOn = async () => (await inThread(id)).messages.map((one) => one.readOn);
		expect(await readOn()).toEqual(['2026-11-23', null]);
		await messages.openThread(hodan, hodan.personId, id, at(3));
		expect(await messages.unread(hodan)).toBe(0);
		expect(await readOn()).toEqual(['2026-11-23', '2026-11-23']);
		const { t, read } = world.portal.store;
		expect(await read.select().from(t.notices)).toMatchObject([{ kind: 'messageNew', subject: id }]);
		const texts = await messages.wordsOf(world.portal, hodan.personId);
		expect(texts.map(({ dutch }) => dutch)).toEqual(['Dat is goed.']);
		const words = await translations.wordsRead(hodan, hodan.personId, 'so', texts);
		expect(words).toEqual({ 'Dat is goed.': { standing: 'awaited' } });
	});

	it('have bounds: not nothing, and not more than so many in a day', async () => {
		const nothing = { ...somali, id: newId(), words: ' ', files: [] };
		const refusedAs = { ok: false, problems: { words: 'missing' } };
		expect(await messages.open(hodan, hodan.personId, nothing, at(1))).toEqual(refusedAs);
		for (let nth = 0; nth < messages.mostPerDay; nth += 1) await asks(`${nth}`, nth);
		const more = { ...somali, id: newId(), words: 'hal', files: [] };
		const tooMany = { ok: false, problems: { form: 'messagesTooMany' } };
		expect(await messages.open(hodan, hodan.personId, more, at(30))).toEqual(tooMany);
		expect((await messages.open(hodan, hodan.personId, more, at(24 * 60 + 1))).ok).toBe(true);
	});

	it('and letters are not found by anybody else, nor in a thread of another person', async () => {
		const id = await asks('Ma iman karaa?', 0, [await photo()]);
		const [message] = (await inThread(id)).messages;
		const attachment = message?.attachments[0]?.id ?? '';
		await expect(messages.readAttachment(hodan, attachment, at(1))).resolves.toBeDefined();
		const other = await inCaseload(anna);
		const outsiders = [
			anna,
			other,
			staffOf(world.portal, bart.id, ['klantmanager'], ['0632']),
			staffOf(world.portal, bart.id, ['administrator']),
		];
		for (const actor of outsiders) {
			await expect(inThread(id, actor)).rejects.toThrow(NotFound);
			await expect(messages.threads(actor, hodan.personId, at(1))).rejects.toThrow(NotFound);
			await expect(messages.letters(actor, hodan.personId, at(1))).rejects.toThrow(NotFound);
			await expect(messages.readAttachment(actor, attachment, at(1))).rejects.toThrow(NotFound);
		}
		const reply = { id: newId(), threadId: id, seen: 0, words: 'x', language: 'so', files: [] } as const;
		await expect(messages.reply(other, other.personId, reply, at(1))).rejects.toThrow(NotFound);
		await expect(messages.reply(other, hodan.personId, reply, at(1))).rejects.toThrow(NotFound);
		expect(await waits(anna)).toEqual([]);
	});

	it('and calls go to who stands in, as long as somebody is away, and nothing else does', async () => {
		const id = await asks('Ma iman karaa?');
		await calls.ask(hodan, { language: 'so', dayPart: 'morning' }, at(1));
		const away = { throughOn: day('2026-11-23'), replacedBy: anna.id };
		expect(await absences.say(bart, { ...away, replacedBy: bart.id }, at(2))).toMatchObject({ ok: false });
		expect((await absences.say(bart, away, at(2))).ok).toBe(true);
		expect(await absences.whoAnswers(hodan, at(2))).toEqual({
			name: 'bart',
			away: { throughOn: '2026-11-23', standIn: 'anna' },
		});
		expect((await messages.waiting(anna, at(3))).rows).toMatchObject([{ threadId: id, isStandIn: true }]);
		expect((await calls.waiting(anna, at(3))).rows).toMatchObject([{ isStandIn: true }]);
		await calls.settle(anna, { personId: hodan.personId, calledOn: at(3).today }, at(3));
		await answers(id, 1, 4, anna);
		expect(await waits()).toEqual([]);
		const tomorrow = { now: at(24 * 60).now, today: day('2026-11-24') };
		await expect(messages.thread(anna, hodan.personId, id, tomorrow)).rejects.toThrow(NotFound);
		const letter = messages.publish(anna, hodan.personId, newLetter(), at(5));
		await expect(letter).rejects.toThrow(NotFound);
		await absences.end(bart, at(6));
		await expect(inThread(id, anna)).rejects.toThrow(NotFound);
	});

	const newLetter = (): messages.NewLetter => ({
		...{ id: newId(), topic: 'money', action: 'sendPaper', doOn: day('2026-12-04'), doAt: '10:00' },
		...{ place: null, paper: 'payslips', words: 'Stuur de laatste drie.' },
		files: [new Blob([new Uint8Array(pdf())])],
	});

	it('letters are a paper with what they ask, published once, read and done', async () => {
		const letter = newLetter();
		const publish = (differing: Partial<messages.NewLetter> = {}) =>
			messages.publish(bart, hodan.personId, { ...letter, ...differing }, at(1));
		const wrong = { doOn: day('2026-11-22'), paper: null, files: [] };
		expect(await publish(wrong)).toEqual({
			ok: false,
			problems: { doOn: 'dayInPast', paper: 'missing', photo: 'missing' },
		});
		const noPaper = { ok: false, problems: { photo: 'fileKind' } };
		expect(await publish({ files: [await photo()] })).toEqual(noPaper);
		await Promise.all([publish(), publish()]);
		const [only, ...others] = await messages.letters(bart, hodan.personId, at(2));
		expect(others).toEqual([]);
		expect(only).toMatchObject({ action: 'sendPaper', doAt: null, readOn: null, doneOn: null });
		expect(only?.papers).toMatchObject([{ pageCount: 1, standing: 'shown' }]);
		expect(await messages.unread(hodan)).toBe(1);
		await messages.openLetter(hodan, letter.id, at(3));
		await messages.sayDone(hodan, letter.id, at(4));
		expect(await messages.letter(bart, hodan.personId, letter.id, at(5))).toMatchObject({
			readOn: '2026-11-23',
			doneOn: '2026-11-23',
		});
		expect(await messages.unread(hodan)).toBe(0);
		const files = await filesKnown(world.portal.store);
		expect(files).toEqual([{ folder: 'proofs', id: only?.papers[0]?.id }]);
	});

	it('attachments are served to nobody before the scanner found nothing in them', async () => {
		const clamd = await fakeClamd(join(world.folder, '..'));
		const scanned = { ...world.portal, scanner: { path: clamd.path } };
		await clamd.close();
		hodan = residentOf(scanned, hodan.personId);
		const id = await asks('Sawir', 0, [await photo()]);
		const attachment = async () => (await inThread(id)).messages[0]?.attachments[0];
		const fileId = (await attachment())?.id ?? '';
		expect(await attachment()).toMatchObject({ standing: 'checking' });
		for (const actor of [hodan, bart]) {
			await expect(messages.readAttachment(actor, fileId, at(1))).rejects.toThrow(NotFound);
		}
		expect(await filesKnown(scanned.store)).toHaveLength(2);
		const back = await fakeClamd(join(world.folder, '..'));
		const portal = { ...world.portal, scanner: { path: back.path } };
		expect(await proofs.scanWaiting(system(portal), () => at(2).now)).toMatchObject({ clean: 1 });
		await back.close();
		expect(await attachment()).toMatchObject({ standing: 'shown' });
		const { contentType } = await messages.readAttachment(bart, fileId, at(3));
		expect(contentType).toBe('image/jpeg');
	});
});

function valueOf<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}
