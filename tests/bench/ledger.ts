import Database from 'better-sqlite3';
import { join } from 'node:path';
import { type Ask, lineOf, quantile, round, signedIn } from './asking.ts';
import { type Running, start } from './portal.ts';

const [fewEvents, manyEvents] = [10_000, 1_000_000];
const crowd = 5_000;
const [warmings, rounds] = [10, 60];
/** How much longer a page may take with a hundred times as many events. */
const mostLonger = 0.2;

/** What people open, and who does. */
const pages = [
	['Uren', 'selam', '/uren'],
	['queue', 'anna', '/staf/uren'],
] as const;

/**
 * Whether Uren and the queue cost the same in a tenant with a million lines in its ledger as in one with ten thousand.
 * Two portals run side by side and are asked in turn, so that both met the same machine; the lines are those of other
 * people, in all states, for it is their number that must not count.
 */
export async function ledger(): Promise<boolean> {
	const few = await start((folder) => fill(folder, fewEvents));
	const many = await start((folder) => fill(folder, manyEvents));
	try {
		return await compare(few, many);
	} finally {
		few.stop();
		many.stop();
	}
}

async function compare(few: Running, many: Running): Promise<boolean> {
	let isGood = true;
	for (const [name, persona, path] of pages) {
		const asks = [await signedIn(few.address, persona), await signedIn(many.address, persona)];
		const [small = [], large = []] = await inTurn(asks, path);
		const longer = quantile(large, 0.5) / quantile(small, 0.5) - 1;
		console.table([
			lineOf(`${name}, ${fewEvents} events`, small),
			lineOf(`${name}, ${manyEvents} events`, large),
		]);
		console.log(
			`${name}: ${round(longer * 100)} % longer (at most ${mostLonger * 100} %): ${longer <= mostLonger ? 'good' : 'NOT good'}.`,
		);
		isGood &&= longer <= mostLonger;
	}
	return isGood;
}

async function inTurn(asks: readonly Ask[], path: string): Promise<number[][]> {
	const times: number[][] = asks.map(() => []);
	for (let round = 0; round < warmings + rounds; round += 1) {
		for (const [nth, ask] of asks.entries()) {
			const took = await ask(path);
			if (round >= warmings) times[nth]?.push(took);
		}
	}
	return times;
}

/** Copies one person's entries and their events to people of other klantmanagers, until there are so many events. */
function fill(folder: string, events: number) {
	const db = new Database(join(folder, 'heerenveen', 'portal.db'));
	const source = db
		.prepare<[], { id: string; events: number }>(
			`select person_id as id, count(*) as events from hour_events
			 group by person_id order by events desc limit 1`,
		)
		.get();
	if (!source) throw new Error('nobody has hours');
	const copies = Math.ceil(events / source.events);
	db.transaction(() => {
		db.exec('create temp table numbers (n integer primary key)');
		db.prepare(
			`insert into numbers with recursive all_numbers(n) as
			 (select 1 union all select n + 1 from all_numbers where n < ?) select n from all_numbers`,
		).run(Math.max(copies, crowd));
		for (const statement of copying) {
			if (!statement.includes('@')) db.exec(statement);
			else db.prepare(statement).run({ source: source.id, copies, crowd });
		}
	})();
	db.close();
}

/** Whole rows by way of a table of their own, so that it holds whatever columns there are. */
const copying = [
	`create temp table more_people as select people.*, n from people, numbers where n <= 0`,
	`insert into more_people select people.*, n from people, numbers where id = @source and n <= @crowd`,
	`update more_people set id = 'crowd-' || n, bsn_index = 'crowd-' || n, klantmanager_id = 'other-' || (n % 70)`,
	`alter table more_people drop column n`,
	`insert into people select * from more_people`,
	`create temp table more_entries as select hour_entries.*, n from hour_entries, numbers where n <= 0`,
	`insert into more_entries select hour_entries.*, n from hour_entries, numbers
	 where person_id = @source and n <= @copies`,
	`update more_entries set id = id || n, receipt_number = receipt_number || n,
	 person_id = 'crowd-' || (n % @crowd + 1)`,
	`alter table more_entries drop column n`,
	`insert into hour_entries select * from more_entries`,
	`create temp table more_events as select hour_events.*, n from hour_events, numbers where n <= 0`,
	`insert into more_events select hour_events.*, n from hour_events, numbers
	 where person_id = @source and n <= @copies`,
	`update more_events set id = id || n, entry_id = entry_id || n,
	 person_id = 'crowd-' || (n % @crowd + 1)`,
	`alter table more_events drop column n`,
	`insert into hour_events select * from more_events`,
];
