import fc from 'fast-check';
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, addYears, day, type Day } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import { at, talk } from '../agenda/test-agenda.ts';
import { addPerson, anyWorld, residentOf, staffOf, type World } from '../test-world.ts';
import * as timetables from '../timetables/timetables.ts';
import * as feeds from './feeds.ts';
import { type Khal, openKhal, withoutKhal } from './test-khal.ts';

const early = at('2026-09-15');
const telling = { showsContent: true, languages: 'dutch' } as const;
const neutral = { showsContent: false, languages: 'dutch' } as const;

describe.skipIf(withoutKhal)('khal', () => {
	let world: World;
	let anna: Staff;
	let khals: Khal[];

	beforeEach(async () => {
		world = await anyWorld();
		anna = staffOf(world.portal, 'anna');
		khals = [];
	});
	afterEach(async () => {
		await Promise.all(khals.map((khal) => khal.remove()));
		await world.close();
	});

	async function newKhal(): Promise<Khal> {
		const khal = await openKhal();
		khals.push(khal);
		return khal;
	}

	async function somebody(): Promise<Resident> {
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna' });
		return residentOf(world.portal, id);
	}

	async function tokenOf(person: Resident, choice: feeds.FeedChoice): Promise<string> {
		await feeds.make(person, choice, early);
		return (await feeds.own(person, early)).feed?.token ?? '';
	}

	it('reads a term that other programs made as it was, over the end of summer time', async () => {
		const files = [
			'thunderbird.ics',
			'outlook.ics',
			'icalendar.ics',
			'libreoffice.xlsx',
			'libreoffice-nl.csv',
		];
		const shown = await Promise.all(files.map(async (name) => listOf(await imported(name))));
		const [first] = shown;
		expect(first).toEqual(term);
		for (const one of shown) expect(one).toEqual(first);
	});

	async function imported(name: string): Promise<string> {
		const person = await somebody();
		const bytes = await readFile(new URL(`../timetables/fixtures/${name}`, import.meta.url));
		const about = { forWhom: { personId: person.personId }, name: 'NT2', kind: 'lesson' } as const;
		const file = new File([new Uint8Array(bytes)], name);
		const read = await timetables.readIn(anna, about, file, early);
		const id = read.ok ? read.value : '';
		const seen = (await timetables.preview(anna, id, early))?.seen ?? '';
		await timetables.takeOver(anna, id, { seen, off: [], asFile: [] }, early);
		return feeds.read(world.portal, await tokenOf(person, telling), early);
	}

	async function listOf(written: string): Promise<string[]> {
		const khal = await newKhal();
		await khal.take(written);
		return khal
			.list('2026-09-01', '2027-02-01')
			.map((line) => line.split(' | ').slice(0, 3).join(' | '));
	}

	it('stays in step with a hundred appointments that change in every way', async () => {
		const person = await somebody();
		const token = await tokenOf(person, neutral);
		const [kept, { personId }] = [await newKhal(), person];
		const random = draws(7);
		for (let nth = 0; nth < 60; nth += 1) await add(random, personId, early);
		const counts: number[] = [];
		for (let round = 0; round < 5; round += 1) {
			const moment = at(addDays(day('2026-09-16'), round * 3));
			for (let nth = 0; nth < 25; nth += 1) await changeSomething(random, personId, moment);
			const written = await feeds.read(world.portal, token, moment);
			const fresh = await newKhal();
			await Promise.all([kept.take(written), fresh.take(written)]);
			const expected = await planned(personId, moment.today);
			const [from, until] = [addDays(moment.today, -30), addYears(moment.today, 1)];
			expect(fresh.list(from, until)).toEqual(expected);
			expect(kept.list(from, until)).toEqual(expected);
			counts.push(expected.length);
		}
		expect(Math.min(...counts)).toBeGreaterThan(99);
		expect(
			(await planned(personId, day('2026-10-01'))).some((line) => line.includes('Gaat niet door')),
		).toBe(true);
	}, 600_000);

	async function add(random: Draws, personId: string, moment: typeof early) {
		const on = addDays(moment.today, random(1, 250));
		const isSeries = random(0, 9) === 0;
		const what: agenda.Planned = {
			...talk,
			on,
			at: `${String(random(0, 23)).padStart(2, '0')}:${random(0, 1) ? '30' : '00'}`,
			minutes: random(1, 8) * 15,
			rule: isSeries ? agenda.weekly([2, 4]) : null,
			until: isSeries ? addDays(on, random(20, 60)) : null,
		};
		const outcome = await agenda.plan(anna, { personId }, what, moment);
		expect(outcome.ok).toBe(true);
	}

	async function changeSomething(random: Draws, personId: string, moment: typeof early) {
		const window = { from: addDays(moment.today, 1), until: addDays(moment.today, 300) };
		const all = await agenda.of(anna, personId, window);
		const one = all[random(0, all.length - 1)];
		const kind = random(0, 9);
		if (!one || kind < 2) return add(random, personId, moment);
		if (kind === 2) return agenda.cancel(anna, one.itemId, one.revision, 'holiday', moment);
		const { address, minutes, place, withWhom } = one;
		const to = { address, minutes, place, withWhom, reason: 'otherReason' } as const;
		const moved = { on: addDays(moment.today, random(1, 280)), at: `${random(10, 19)}:15` };
		const isCancelled = kind < 5;
		const where = isCancelled ? { on: one.on, at: one.at } : moved;
		return agenda.change(anna, one.key, one, { ...to, ...where, isCancelled }, moment);
	}

	/** What must be seen: the agenda itself, in the words of khal. */
	async function planned(personId: string, today: Day): Promise<string[]> {
		const window = { from: addDays(today, -30), until: addYears(today, 1) };
		const all = await agenda.of(anna, personId, window);
		return all
			.map(({ at: time, endsAt, isCancelled, key, on }) => {
				const end = agenda.wallOf(endsAt);
				const title = isCancelled ? 'Gaat niet door: Afspraak' : 'Afspraak';
				return `${on} ${time} ${end.on} ${end.at} | ${title} |  | ${key}`;
			})
			.toSorted();
	}
});

/** The term of the files in `timetables/fixtures`. */
const term = [
	...['10-06', '10-08', '10-13', '10-15', '10-27', '10-29', '11-03', '11-05', '11-10', '11-17'],
	...['11-19', '11-24', '12-01', '12-03', '12-08', '12-10'],
]
	.map((on) => `2026-${on} 09:00 2026-${on} 12:00 | Les · NT2 groep 3 | Lokaal 2.14`)
	.concat('2026-11-13 13:00 2026-11-13 16:00 | Les · NT2 groep 3 | Lokaal 2.14')
	.sort();

type Draws = (from: number, to: number) => number;

/** Numbers that are the same in every run. */
function draws(seed: number): Draws {
	const numbers = fc.sample(fc.nat(1_000_000), { numRuns: 2000, seed });
	let nth = 0;
	return (from, to) => {
		nth += 1;
		return from + ((numbers[nth % numbers.length] ?? 0) % (to - from + 1));
	};
}
