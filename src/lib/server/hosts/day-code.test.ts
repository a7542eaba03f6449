import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import { NotFound } from '../errors.ts';
import * as hours from '../hours/hours.ts';
import { eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as hosts from './hosts.ts';
import { canBePlace, isSamePlace } from './place.ts';
import { dayCode } from './secrets.ts';
import { declared, hung, later, moment, newResident, valueOf } from './test-hosts.ts';

const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const tomorrow = { now: later(1).now, today: day('2026-11-24') };

eachEngine('the code of the day', (open) => {
	let world: World;
	let person: Resident;
	let entry: string;
	let poster: Awaited<ReturnType<typeof hung>>;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	async function standing() {
		person = await newResident(world);
		entry = await declared(person, 'kringloop');
		poster = await hung(world);
	}
	const type = (code: string, at = moment, entryIds: readonly string[] = [entry], who = person) =>
		hosts.confirmWithCode(who, poster.id, { entryIds, code }, at);
	const said = async (id = entry) => (await hosts.ofEntries(world.portal, [id])).get(id) ?? [];
	const refusal = (code: string) => ({ ok: false, problems: { code } });

	it('is evidence beside the entries that were declared there', async () => {
		await standing();
		const elsewhere = await declared(person, 'Zwembad');
		const { organisation, entries } = await hosts.posterOf(person, poster.id, moment);
		expect(organisation).toBe('Kringloop Heerenveen');
		expect(entries.map(({ id }) => id)).toEqual([entry]);
		valueOf(await type(` ${poster.code.slice(0, 3)} ${poster.code.slice(3)} `));
		const answer = { verdict: 'dayCode', saidOn: '2026-11-23', by: null };
		expect(await said()).toMatchObject([{ ...answer, organisation: 'Kringloop Heerenveen' }]);
		expect((await hosts.posterOf(person, poster.id, moment)).entries).toEqual([]);
		expect((await hours.entry(person, entry)).state).toBe('received');
		expect(await type(poster.code, moment, [elsewhere])).toEqual({
			ok: false,
			problems: { entries: 'missing' },
		});
	});

	it('is of today alone, and stands nowhere readable', async () => {
		await standing();
		expect(await type(poster.code, tomorrow)).toEqual(refusal('dayCodeWrong'));
		const { read, t } = world.portal.store;
		const kept = [await read.select().from(t.hostPosters), await read.select().from(t.audit)];
		expect(JSON.stringify(kept)).not.toContain(poster.code);
		expect(JSON.stringify(kept)).not.toContain(poster.token);
		const { code } = await hosts.codePage(world.portal, poster.token, tomorrow);
		valueOf(await type(code, tomorrow));
	});

	it('typed twice is kept once', async () => {
		await standing();
		const sent = await Promise.all([type(poster.code), type(poster.code)]);
		expect(sent.some(({ ok }) => ok)).toBe(true);
		expect(await said()).toHaveLength(1);
	});

	it('is not found by 10,000 guesses: after five wrong ones even the right code is refused', async () => {
		await standing();
		const { read, t } = world.portal.store;
		const before = await read.$count(t.audit);
		const answers = new Map<string, number>();
		const codes = Array.from({ length: 10_000 }, (_, nth) => String(nth).padStart(6, '0'));
		const guesses = codes.filter((code) => code !== poster.code);
		async function guess(some: readonly string[]) {
			for (const outcome of await Promise.all(some.map((code) => type(code)))) {
				const key = outcome.ok ? 'right' : String(outcome.problems['code']);
				answers.set(key, (answers.get(key) ?? 0) + 1);
			}
		}
		for (const code of guesses.slice(0, 5)) await guess([code]);
		for (let nth = 5; nth < guesses.length; nth += 200) await guess(guesses.slice(nth, nth + 200));
		expect((await read.$count(t.audit)) - before).toBe(5);
		expect(answers.get('dayCodeWrong')).toBe(5);
		expect(answers.get('right')).toBeUndefined();
		expect(await type(poster.code)).toEqual(refusal('dayCodeTooOften'));
		expect(await said()).toEqual([]);
		const { code } = await hosts.codePage(world.portal, poster.token, tomorrow);
		valueOf(await type(code, tomorrow));
	});

	it('guessed fifty times at once by one person is counted five times', async () => {
		await standing();
		const guesses = Array.from({ length: 50 }, () => type(wrong(poster.code)));
		const outcomes = await Promise.all(guesses);
		const counted = outcomes.filter((one) => !one.ok && one.problems['code'] === 'dayCodeWrong');
		expect(counted).toHaveLength(5);
	});

	it('is closed for everybody after fifty wrong guesses at a poster, which takes ten people', async () => {
		await standing();
		const friends: [Resident, string][] = [];
		for (let nth = 0; nth < 10; nth += 1) {
			const friend = await newResident(world);
			friends.push([friend, await declared(friend, 'kringloop')]);
		}
		for (const [friend, id] of friends) {
			const outcomes = [];
			for (let nth = 0; nth < 7; nth += 1) {
				outcomes.push(await type(wrong(poster.code), moment, [id], friend));
			}
			expect(outcomes[4]).toEqual(refusal('dayCodeWrong'));
			expect(outcomes[6]).toEqual(refusal('dayCodeTooOften'));
		}
		expect(await type(poster.code)).toEqual(refusal('dayCodeTooOften'));
		const another = await hung(world);
		const given = { entryIds: [entry], code: another.code };
		valueOf(await hosts.confirmWithCode(person, another.id, given, moment));
	});

	it('that was right costs no guess', async () => {
		await standing();
		for (let nth = 0; nth < 8; nth += 1) {
			const id = await declared(person, 'Kringloop Heerenveen');
			valueOf(await type(poster.code, moment, [id]));
		}
	});

	it.each(['', '12345', '1234567', 'abcdef', '١٢٣٤٥٦', '12 34', '1e5000', '-12345', '12345\0'])(
		'%o is no code, and no guess',
		async (code) => {
			if (code === '') await standing();
			for (let nth = 0; nth < 6; nth += 1) {
				expect(await type(code)).toEqual(refusal('notADayCode'));
			}
		},
	);

	it('confirms nothing that was taken back, nothing of others, nothing without a choice', async () => {
		await standing();
		const missing = { ok: false, problems: { entries: 'missing' } };
		const other = await newResident(world);
		expect(await type(poster.code, moment, [entry], other)).toEqual(missing);
		expect(await type(poster.code, moment, [])).toEqual(missing);
		valueOf(await hours.withdraw(person, entry, moment));
		expect(await type(poster.code)).toEqual(missing);
		expect(await said()).toEqual([]);
	});

	it('ends with the poster: revoked, or after a year', async () => {
		await standing();
		await expect(hosts.posterOf(person, poster.id, later(365))).rejects.toThrow(NotFound);
		await hosts.revokePoster(poster.kim, poster.id, moment);
		await hosts.revokePoster(poster.kim, poster.id, moment);
		await expect(type(poster.code)).rejects.toThrow(NotFound);
		const page = hosts.codePage(world.portal, poster.token, moment);
		await expect(page).rejects.toThrow(NotFound);
		expect((await hosts.poster(poster.kim, poster.id, moment)).isLive).toBe(false);
	});

	describe('and its poster', () => {
		it('are of staff with people in the gemeente, and of nobody else', async () => {
			await standing();
			const { portal } = world;
			const lead = staffOf(portal, 'tess', ['teamLead']);
			expect((await hosts.poster(lead, poster.id, moment)).token).toBe(poster.token);
			const others = [
				staffOf(portal, 'ivo', ['administrator']),
				staffOf(portal, 'max', ['klantmanager'], ['0632']),
			];
			for (const other of others) {
				await expect(hosts.poster(other, poster.id, moment)).rejects.toThrow(NotFound);
				await expect(hosts.revokePoster(other, poster.id, moment)).rejects.toThrow(NotFound);
				const wish = { gemeentecode: '0074', organisation: 'x' };
				await expect(hosts.makePoster(other, wish, moment)).rejects.toThrow(NotFound);
				expect(await hosts.posters(other, moment)).toEqual([]);
			}
			const nobody = residentOf(portal, 'AAAAAAAAAAAAAAAAAAAAAA');
			await expect(hosts.posterOf(nobody, poster.id, moment)).rejects.toThrow(NotFound);
		});

		it('need a name that is not too long', async () => {
			await standing();
			const make = (organisation: string) =>
				hosts.makePoster(poster.kim, { gemeentecode: '0074', organisation }, moment);
			expect(await make('  ')).toEqual({ ok: false, problems: { organisation: 'missing' } });
			const long = await make('x'.repeat(121));
			expect(long).toEqual({ ok: false, problems: { organisation: 'tooLong' } });
		});
	});
});

it('six digits come from the day and the secret: another day, another secret, another code', () => {
	const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
	const codes = [
		dayCode(one, day('2026-11-23')),
		dayCode(one, day('2026-11-24')),
		dayCode(two, day('2026-11-23')),
	];
	for (const code of codes) expect(code).toMatch(/^\d{6}$/);
	expect(new Set(codes).size).toBe(3);
	expect(dayCode(one, day('2026-11-23'))).toBe(codes[0]);
});

it('codes are spread evenly over the million', () => {
	const secret = Buffer.alloc(32, 7);
	const tenths = new Map<string, number>();
	for (let nth = 0; nth < 2_000; nth += 1) {
		const first = dayCode(secret, `day ${nth}` as ReturnType<typeof day>).charAt(0);
		tenths.set(first, (tenths.get(first) ?? 0) + 1);
	}
	expect(tenths.size).toBe(10);
	for (const count of tenths.values()) expect(count).toBeGreaterThan(140);
});

it('a place is the same however it is typed, and may be said with fewer words at a poster', () => {
	expect(isSamePlace('Kringloop  Heerenveen', 'kringloop heerenveen.')).toBe(true);
	expect(isSamePlace('Kringloop', 'Kringloop Heerenveen')).toBe(false);
	expect(canBePlace('kringloop', 'Kringloop Heerenveen')).toBe(true);
	expect(canBePlace('Kringloop Heerenveen aan de weg', 'Kringloop Heerenveen')).toBe(true);
	expect(canBePlace('de', 'De Cirkel')).toBe(false);
	expect(canBePlace('', 'De Cirkel')).toBe(false);
	expect(canBePlace('Zwembad', 'Kringloop')).toBe(false);
});
