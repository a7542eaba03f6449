import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import { at, lessons, talk } from '../agenda/test-agenda.ts';
import { NotFound, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import { tryingAs } from '../people/test-change.ts';
import { addPerson, eachEngine, residentOf, staffOf, type World } from '../test-world.ts';
import * as feeds from './feeds.ts';
import { hashOf } from './secrets.ts';

const early = at('2026-10-01');
const neutral = { showsContent: false, languages: 'both' } as const;
const telling = { showsContent: true, languages: 'both' } as const;

eachEngine('an address for the calendar of a phone', (open) => {
	let world: World;
	let anna: Staff;
	let mine: Resident;

	beforeEach(async () => {
		world = await open();
		anna = staffOf(world.portal, 'anna');
		const { id } = await addPerson(world.portal, { klantmanagerId: 'anna' });
		mine = residentOf(world.portal, id);
	});
	afterEach(() => world.close());

	async function tokenOf(choice: feeds.FeedChoice = neutral, moment = early): Promise<string> {
		const made = await feeds.make(mine, choice, moment);
		if (!made.ok) throw new Error(JSON.stringify(made.problems));
		const { feed } = await feeds.own(mine, moment);
		return feed?.token ?? '';
	}

	async function planned(what = talk): Promise<string> {
		const outcome = await agenda.plan(anna, { personId: mine.personId }, what, early);
		if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
		return outcome.value;
	}

	const read = (token: string, moment = early) => feeds.read(world.portal, token, moment);
	const gone = (token: string, moment = early) =>
		expect(read(token, moment)).rejects.toThrow(NotFound);

	it('says that there is something and when, and nothing of what, where or with whom', async () => {
		await planned({ ...talk, subject: 'Over schulden' });
		const [event] = eventsIn(await read(await tokenOf()));
		expect(event).toMatchObject({
			summary: 'ቆጸራ · Afspraak',
			start: '2026-10-12T11:30:00.000Z',
			end: '2026-10-12T12:15:00.000Z',
			location: null,
			description: null,
		});
		const written = await read(await tokenOf());
		expect(written).not.toMatch(/Gemeentehuis|Els|schulden|Dorpsstraat|ትርጉም|inburger|Heerenveen/i);
	});

	it('says what, where and with whom to who chose so, in the languages of their choice', async () => {
		await planned({ ...talk, subject: 'Uw plan; deel 2, "nieuw"' });
		const token = await tokenOf(telling);
		expect(eventsIn(await read(token))[0]).toMatchObject({
			summary: 'ቆጸራ · Afspraak · Uw plan; deel 2, "nieuw"',
			location: 'Gemeentehuis, Dorpsstraat 1, Heerenveen',
		});
		expect(eventsIn(await read(token))[0]?.description).toContain('Met: Els de Boer');
		await feeds.choose(mine, { showsContent: false, languages: 'dutch' }, early);
		expect(eventsIn(await read(token))[0]?.summary).toBe('Afspraak');
		await feeds.choose(mine, { showsContent: false, languages: 'own' }, early);
		expect(eventsIn(await read(token))[0]?.summary).toBe('ቆጸራ');
	});

	it('gives the same bytes as long as nothing changes', async () => {
		await planned(lessons);
		const token = await tokenOf();
		const before = await read(token);
		expect(await read(token, at('2026-10-01', '18:00'))).toBe(before);
		expect(before).not.toMatch(/[^\r]\n/);
		expect(before.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
	});

	it('keeps the name of what moves and counts it up, and keeps what is off for thirty days', async () => {
		const itemId = await planned();
		const token = await tokenOf();
		const key = `${itemId}.2026-10-12`;
		const [before] = eventsIn(await read(token));
		const { address, at: time, minutes, place, withWhom } = talk;
		const to = { address, minutes, place, withWhom, on: day('2026-10-20'), at: time };
		const fresh = { revision: 0, exceptionRevision: 0 };
		const reason = 'otherReason';
		await agenda.change(anna, key, fresh, { ...to, isCancelled: false, reason }, at('2026-10-02'));
		const [moved] = eventsIn(await read(token));
		expect(before).toMatchObject({ uid: key, sequence: 0, status: 'CONFIRMED' });
		expect(moved).toMatchObject({
			...{ uid: key, sequence: 1, start: '2026-10-20T11:30:00.000Z' },
			modified: '2026-10-02T10:00:00Z',
		});
		await agenda.cancel(anna, itemId, 0, 'staffAway', at('2026-10-03'));
		const off = {
			uid: key,
			sequence: 2,
			status: 'CANCELLED',
			summary: 'ተሰሪዙ: ቆጸራ · Gaat niet door: Afspraak',
		};
		expect(eventsIn(await read(token, at('2026-11-01')))).toMatchObject([off]);
		expect(eventsIn(await read(token, at('2026-11-03')))).toEqual([]);
	});

	it('stays at nine on the clock when summer time ends, and is right in the hour that comes twice', async () => {
		await planned(lessons);
		await planned({ ...talk, on: day('2026-10-25'), at: '01:30', minutes: 120 });
		const events = eventsIn(await read(await tokenOf()));
		const times = Object.fromEntries(events.map(({ end, start }) => [start, end]));
		expect(times).toMatchObject({
			'2026-10-22T07:00:00.000Z': '2026-10-22T10:00:00.000Z',
			'2026-10-27T08:00:00.000Z': '2026-10-27T11:00:00.000Z',
			'2026-10-24T23:30:00.000Z': '2026-10-25T01:30:00.000Z',
		});
	});

	it('shows a month back and a year ahead', async () => {
		const far = { ...talk, rule: 'FREQ=MONTHLY;BYMONTHDAY=12', until: day('2028-12-31') };
		await planned(far);
		const events = eventsIn(await read(await tokenOf(neutral, at('2026-10-01')), at('2026-12-15')));
		expect(events.map(({ start }) => start.slice(0, 7))).toEqual([
			...['2026-12', '2027-01', '2027-02', '2027-03', '2027-04', '2027-05', '2027-06'],
			...['2027-07', '2027-08', '2027-09', '2027-10', '2027-11', '2027-12'],
		]);
	});

	describe('is closed', () => {
		it('at once when it is revoked, renewed or a year old', async () => {
			const first = await tokenOf();
			const second = await tokenOf();
			expect(second).not.toBe(first);
			await gone(first);
			expect(await read(second)).toContain('BEGIN:VCALENDAR');
			await feeds.revoke(mine, early);
			await gone(second);
			expect(await feeds.own(mine, early)).toEqual({ feed: null, isSafe: false });
			await expect(feeds.choose(mine, neutral, early)).rejects.toThrow(NotFound);
			const third = await tokenOf();
			await read(third, at('2027-09-30'));
			await gone(third, at('2027-10-02'));
		});

		it.each(['', 'x', 'A'.repeat(43), '\0', 'é'.repeat(5000), "' or 1=1 --"])(
			'for who guesses %j',
			async (token) => {
				await tokenOf();
				await gone(token);
			},
		);

		it('for veilig contact, also when that is chosen later', async () => {
			const token = await tokenOf();
			await people.saySafeContact(mine, true, early.now);
			await gone(token);
			expect(await feeds.make(mine, neutral, early)).toEqual(refused({ form: 'feedSafeContact' }));
			expect(await feeds.own(mine, early)).toEqual({ feed: null, isSafe: true });
		});

		it('for good once there was veilig contact, whoever said it: who looked along has it still', async () => {
			const token = await tokenOf();
			await people.saySafeContact(mine, true, early.now);
			await people.saySafeContact(mine, false, early.now);
			await gone(token);
			const second = await tokenOf();
			const change = tryingAs(anna, early);
			for (const safeContact of [true, false])
				await change(await people.own(mine), { safeContact });
			expect((await people.own(mine)).safeContact).toBe(false);
			await gone(second);
		});
	});

	it('stands in the database as a hash, and its secret in no line of the audit', async () => {
		const token = await tokenOf();
		expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
		const { read: db, t } = world.portal.store;
		const kept = JSON.stringify([
			await db.select().from(t.calendarFeeds),
			await db.select().from(t.audit),
		]);
		expect(kept).toContain(hashOf(token));
		expect(kept).not.toContain(token);
	});

	it('is one at a time, also when it is made twice at once', async () => {
		await Promise.all([feeds.make(mine, neutral, early), feeds.make(mine, neutral, early)]);
		const { read: db, t } = world.portal.store;
		const rows = await db.select().from(t.calendarFeeds);
		expect(rows.filter(({ revokedAt }) => revokedAt === null)).toHaveLength(1);
	});

	it('shows nothing of somebody else', async () => {
		const other = await addPerson(world.portal, { klantmanagerId: 'anna' });
		await agenda.plan(anna, { personId: other.id }, talk, early);
		expect(eventsIn(await read(await tokenOf()))).toEqual([]);
	});

	it('gives one appointment as a file to whose it is', async () => {
		const key = `${await planned()}.2026-10-12`;
		const written = await feeds.readOne(mine, key);
		expect(eventsIn(written)).toMatchObject([
			{ uid: key, location: 'Gemeentehuis, Dorpsstraat 1, Heerenveen' },
		]);
		const other = await addPerson(world.portal);
		await expect(feeds.readOne(residentOf(world.portal, other.id), key)).rejects.toThrow(NotFound);
		await expect(feeds.readOne(mine, 'x')).rejects.toThrow(NotFound);
		await people.saySafeContact(mine, true, early.now);
		expect(eventsIn(await feeds.readOne(mine, key))).toMatchObject([{ location: null }]);
	});
});

/** The events of a calendar as ical.js reads them. */
function eventsIn(written: string) {
	const calendar = new ICAL.Component(ICAL.parse(written) as unknown[]);
	for (const zone of calendar.getAllSubcomponents('vtimezone')) {
		const timezone = new ICAL.Timezone(zone);
		if (!ICAL.TimezoneService.has(timezone.tzid)) ICAL.TimezoneService.register(timezone);
	}
	return calendar.getAllSubcomponents('vevent').map((component) => {
		const event = new ICAL.Event(component);
		const instant = (time: ICAL.Time) => new Date(time.toUnixTime() * 1000).toISOString();
		return {
			uid: event.uid,
			sequence: event.sequence,
			summary: event.summary,
			start: instant(event.startDate),
			end: instant(event.endDate),
			location: component.getFirstPropertyValue('location'),
			description: component.getFirstPropertyValue('description') as string | null,
			status: component.getFirstPropertyValue('status'),
			modified: String(component.getFirstPropertyValue('last-modified')),
		};
	});
}
