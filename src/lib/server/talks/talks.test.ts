import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import * as agenda from '../agenda/agenda.ts';
import { Conflict, NotFound, refused } from '../errors.ts';
import { newId } from '../id.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as talks from './talks.ts';
import { at, type Cast, castOf, ok, planned, talk } from './test-talks.ts';

eachEngine('talks: planning and preparing', (open) => {
	let world: World;
	let cast: Cast;

	beforeEach(async () => {
		world = await open();
		cast = await castOf(world);
	});
	afterEach(() => world.close());

	const noticesOf = async () => {
		const { read, t } = world.portal.store;
		return read.select().from(t.notices).where(eq(t.notices.personId, cast.personId));
	};

	it('stands in the agenda, and the person is told once however often it is tapped', async () => {
		const itemId = await planned(cast);
		expect(await planned(cast)).toBe(itemId);
		const window = { from: day('2026-12-01'), until: day('2026-12-02') };
		const inAgenda = await agenda.of(cast.amina, cast.personId, window);
		expect(inAgenda).toMatchObject([
			{ itemId, kind: 'voortgangsgesprek', at: '10:00', interpreter: 'asked' },
		]);
		expect(await talks.of(cast.amina, cast.personId)).toMatchObject([{ itemId }]);
		expect(await noticesOf()).toMatchObject([
			{ kind: 'talkPlanned', slots: { day: '2026-12-01', time: '10:00' } },
		]);
	});

	it('is refused on a day that has passed, and as an eindgesprek outside the Z-route', async () => {
		const { kim, personId } = cast;
		const past = { ...talk, on: day('2026-11-19') };
		expect(await talks.plan(kim, personId, past, at('2026-11-20'))).toEqual(
			refused({ on: 'dayInPast' }),
		);
		const last = { ...talk, kind: 'eindgesprek' } as const;
		expect((await talks.plan(kim, personId, last, at('2026-11-20'))).ok).toBe(true);
		const other = await castOf(world, { leerroute: 'B', niveau: 'B1' });
		expect(await talks.plan(kim, other.personId, last, at('2026-11-20'))).toEqual(
			refused({ kind: 'eindgesprekOnlyZ' }),
		);
	});

	it('books the interpreter who was asked for, on the talk as it was seen', async () => {
		const { kim, personId } = cast;
		const itemId = await planned(cast);
		const booked = { interpreter: 'booked', interpreterLanguage: 'ti' } as const;
		const say = (seen: number) =>
			agenda.sayInterpreter(kim, itemId, seen, booked, at('2026-11-21'));
		expect(await say(7)).toEqual(refused({ form: 'changedMeanwhile' }));
		expect((await say(0)).ok).toBe(true);
		expect((await say(0)).ok).toBe(true);
		expect(await talks.one(kim, personId, itemId)).toMatchObject({
			...booked,
			revision: 1,
			sequence: 1,
		});
		const none = { ...booked, interpreterLanguage: null };
		expect(await agenda.sayInterpreter(kim, itemId, 1, none, at('2026-11-21'))).toEqual(
			refused({ interpreterLanguage: 'interpreterLanguageMissing' }),
		);
	});

	it('keeps what the person answers beforehand, the last of each question, once per key', async () => {
		const { amina, kim, personId } = cast;
		const itemId = await planned(cast);
		const said = { itemId, question: 'isHard', language: 'ti', key: newId() } as const;
		const first = { ...said, topics: ['money', 'home'], words: 'ገንዘብ' } as const;
		const say = (answer: talks.SaidAnswer, on = '2026-11-25') =>
			talks.answer(amina, answer, at(on));
		await Promise.all([say(first), say(first), say(first)]);
		await expect(say({ ...first, words: 'ካልእ' })).rejects.toThrow(Conflict);
		expect(await talks.answers(kim, personId, itemId)).toEqual({
			isHard: {
				topics: ['money', 'home'],
				words: 'ገንዘብ',
				language: 'ti',
				saidOn: day('2026-11-25'),
			},
		});
		await say({ ...said, key: newId(), topics: ['work'], words: null });
		expect(await talks.answers(amina, personId, itemId)).toMatchObject({
			isHard: { topics: ['work'], words: null },
		});
		await say({ ...said, key: newId(), topics: [], words: null });
		expect(await talks.answers(amina, personId, itemId)).toEqual({});
		const { read, t } = world.portal.store;
		const rows = await read.select().from(t.talkAnswers);
		expect(rows.map(({ number }) => number).toSorted()).toEqual([1, 2, 3]);
		expect(JSON.stringify(rows)).not.toMatch(/ገንዘብ|money/);
	});

	it('takes no answer that says nothing, none once it is over, and none when it is off', async () => {
		const { amina, kim } = cast;
		const itemId = await planned(cast);
		const empty = {
			itemId,
			question: 'goesWell',
			language: 'ti',
			topics: [],
			words: null,
		} as const;
		const say = (on: string, words: string | null) =>
			talks.answer(amina, { ...empty, words, key: newId() }, at(on));
		expect(await say('2026-11-25', null)).toEqual(refused({ form: 'missing' }));
		expect(await say('2026-12-01', 'x')).toEqual(refused({ form: 'agendaOver' }));
		await ok(agenda.cancel(kim, itemId, 0, 'staffAway', at('2026-11-26')));
		expect(await say('2026-11-27', 'x')).toEqual(refused({ form: 'agendaOff' }));
	});

	it('shows both what changed, what was said off, and the goals', async () => {
		const { amina, kim, personId } = cast;
		const itemId = await planned(cast);
		const lesson = {
			...talk,
			kind: 'lesson',
			subject: null,
			rule: null,
			until: null,
			bring: [],
		} as const;
		const other = { ...lesson, on: day('2026-11-24') };
		const key = await ok(agenda.plan(kim, { personId }, other, at('2026-11-20')));
		const occurrence = `${key}.2026-11-24`;
		const said = { personId, occurrence, isComing: false, reason: 'ill', key: newId() } as const;
		await ok(agenda.answer(amina, said, at('2026-11-23')));
		const it = await talks.one(kim, personId, itemId);
		const moment = at('2026-11-27');
		const seen = await talks.preparation(kim, it, 'nl', moment);
		expect(seen).toEqual(await talks.preparation(amina, it, 'nl', moment));
		expect(seen.absences).toEqual([{ on: '2026-11-24', kind: 'lesson' }]);
		expect(JSON.stringify(seen)).not.toContain('ill"');
		expect(seen).toMatchObject({ since: null, changes: null, goals: [{ id: 'goal' }] });
		expect(seen.hours?.overview.norm.applies).toBe(true);
	});

	it('is nobody else’s business', async () => {
		const { kim, personId } = cast;
		const itemId = await planned(cast);
		const lee = staffOf(world.portal, 'lee');
		const other = residentOf(world.portal, (await addPerson(world.portal)).id);
		for (const actor of [lee, other]) {
			await expect(talks.of(actor, personId)).rejects.toThrow(NotFound);
			await expect(talks.answers(actor, personId, itemId)).rejects.toThrow(NotFound);
			await expect(talks.reports(actor, personId, itemId)).rejects.toThrow(NotFound);
			await expect(talks.reaction(actor, personId, itemId)).rejects.toThrow(NotFound);
		}
		await expect(talks.plan(lee, personId, talk, at('2026-11-20'))).rejects.toThrow(NotFound);
		const said = { itemId, question: 'isHard', language: 'ti', topics: [], words: 'x' } as const;
		await expect(talks.answer(other, { ...said, key: newId() }, at('2026-11-25'))).rejects.toThrow(
			NotFound,
		);
		for (const id of [newId(), 'x', '', '__proto__', "' or 1=1 --"]) {
			await expect(talks.one(kim, personId, id)).rejects.toThrow(NotFound);
		}
	});
});
