import * as fc from 'fast-check';
import { eq, sum } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Resident, Staff } from '../access/access.ts';
import * as auditChain from '../db/audit-chain.ts';
import type { Outcome } from '../errors.ts';
import { newId } from '../id.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as hours from './hours.ts';
import { next } from './states.ts';
import { content, moment, newResident, totals } from './test-hours.ts';

/** What the model knows of an entry: where it stands and how many minutes count. */
interface Modelled {
	readonly declaredMinutes: number;
	state: hours.HourState;
	confirmedMinutes: number;
	events: number;
	/** The last line, when it is a decision: who made it, and how the entry stood before. */
	decided: {
		readonly by: string;
		readonly state: hours.HourState;
		readonly minutes: number;
	} | null;
	/** Who undid something in the last line. */
	undoneBy: string | null;
}

interface Real {
	readonly resident: Resident;
	readonly deciders: readonly Staff[];
	/** Keys of the entries, in the order in which they were sent. */
	readonly ids: string[];
}

type Model = Modelled[];
type Decision = Exclude<hours.HourEventKind, 'declared' | 'undone'>;

/** Sends an entry, `times` times at once, as a phone does that never saw an answer. */
class Submit implements fc.AsyncCommand<Model, Real> {
	readonly quarters: number;
	readonly times: number;

	constructor(quarters: number, times: number) {
		this.quarters = quarters;
		this.times = times;
	}

	check = () => true;

	async run(model: Model, { resident, ids }: Real) {
		const id = newId();
		const minutes = this.quarters * 15;
		const sent = Array.from({ length: this.times }, () =>
			hours.declareAs(resident, id, { ...content, minutes }, [], moment),
		);
		const outcomes = await Promise.all(sent);
		expect(outcomes.every(({ ok }) => ok)).toBe(true);
		ids.push(id);
		model.push({
			declaredMinutes: minutes,
			state: 'received',
			confirmedMinutes: 0,
			events: 1,
			decided: null,
			undoneBy: null,
		});
	}

	toString = () => `submit(${this.quarters * 15} min, ${this.times} times)`;
}

/** Sends an entry that was sent long ago once more. */
class Repeat implements fc.AsyncCommand<Model, Real> {
	readonly which: number;

	constructor(which: number) {
		this.which = which;
	}

	check = (model: Readonly<Model>) => model.length > 0;

	async run(model: Model, { resident, ids }: Real) {
		const at = this.which % model.length;
		const minutes = model[at]?.declaredMinutes ?? 0;
		const id = ids[at] ?? '';
		const again = await hours.declareAs(resident, id, { ...content, minutes }, [], moment);
		expect(again).toMatchObject({ ok: true, value: { id } });
	}

	toString = () => `repeat(${this.which})`;
}

/** Lets something happen to an entry; the table of states says whether it may. */
class Happen implements fc.AsyncCommand<Model, Real> {
	readonly which: number;
	readonly kind: Decision;
	readonly by: number;

	constructor(which: number, kind: Decision, by: number) {
		this.which = which;
		this.kind = kind;
		this.by = by;
	}

	check = (model: Readonly<Model>) => model.length > 0;

	async run(model: Model, real: Real) {
		const at = this.which % model.length;
		const entry = model[at];
		const id = real.ids[at];
		if (!entry || !id) throw new Error('the model lost an entry');
		const lines = (await hours.entry(real.resident, id)).events.length;
		expect(lines).toBe(entry.events);
		const outcome = await this.act(real, id, entry.declaredMinutes);
		const state = next(entry.state, this.kind);
		if (state === null) {
			// The same thing twice is answered as done; nothing is added either way.
			expect((await hours.entry(real.resident, id)).events).toHaveLength(lines);
			return;
		}
		expect(outcome).toEqual({ ok: true, value: null });
		const before = { state: entry.state, minutes: entry.confirmedMinutes };
		const by = real.deciders[this.by % real.deciders.length]?.id ?? '';
		entry.decided = hours.isDecision(this.kind) ? { by, ...before } : null;
		entry.undoneBy = null;
		entry.state = state;
		entry.events += 1;
		entry.confirmedMinutes = counted[this.kind](entry.declaredMinutes);
	}

	private act({ resident, deciders }: Real, id: string, minutes: number): Promise<Outcome<null>> {
		const decider = deciders[this.by % deciders.length];
		if (!decider) throw new Error('nobody decides');
		const part = { minutes: minutes - 1, reason: 'shorter' } as const;
		const acts = {
			asked: () => hours.ask(decider, id, 'whoWasThere', moment),
			answered: () => hours.answer(resident, id, { text: 'Sara', photos: [] }, moment),
			confirmed: () => hours.confirm(decider, id, moment),
			partlyConfirmed: () => hours.confirmPartly(decider, id, part, moment),
			notCounted: () => hours.notCount(decider, id, 'alone', moment),
			corrected: () => hours.correct(decider, id, 'mistake', moment),
			withdrawn: () => hours.withdraw(resident, id, moment),
		} satisfies Record<Decision, () => Promise<Outcome<null>>>;
		return acts[this.kind]();
	}

	toString = () => `${this.kind}(${this.which}, by ${this.by})`;
}

/** Undoes the last line, or the one before it, as one of the deciders, some seconds later. */
class Undo implements fc.AsyncCommand<Model, Real> {
	readonly which: number;
	readonly by: number;
	readonly seconds: number;
	readonly isOlder: boolean;

	constructor(which: number, by: number, seconds: number, isOlder: boolean) {
		this.which = which;
		this.by = by;
		this.seconds = seconds;
		this.isOlder = isOlder;
	}

	check = (model: Readonly<Model>) => model.length > 0;

	async run(model: Model, real: Real) {
		const at = this.which % model.length;
		const entry = model[at];
		const entryId = real.ids[at];
		const decider = real.deciders[this.by % real.deciders.length];
		if (!entry || !entryId || !decider) throw new Error('the model lost an entry');
		const { decided, undoneBy } = entry;
		const number = this.isOlder ? entry.events - 1 : entry.events;
		const later = { ...moment, now: moment.now + this.seconds * 1000 };
		const outcome = await hours.undo(decider, { entryId, number }, later);
		const isTwice = this.isOlder && undoneBy === decider.id;
		const may = !this.isOlder && decided?.by === decider.id && this.seconds <= 15;
		expect(outcome).toEqual(
			isTwice || may
				? { ok: true, value: null }
				: { ok: false, problems: { form: refusal(this.isOlder, undoneBy) } },
		);
		if (!may) return;
		entry.state = decided.state;
		entry.confirmedMinutes = decided.minutes;
		entry.events += 1;
		entry.decided = null;
		entry.undoneBy = decider.id;
	}

	toString = () => `undo(${this.which}, by ${this.by}, after ${this.seconds} s, ${this.isOlder})`;
}

/** What somebody else undid already is decided; all else is too late or not one's own. */
function refusal(isOlder: boolean, undoneBy: string | null) {
	return isOlder && undoneBy !== null ? 'alreadyDecided' : 'undoOver';
}

const counted = {
	asked: () => 0,
	answered: () => 0,
	confirmed: (declared: number) => declared,
	partlyConfirmed: (declared: number) => declared - 1,
	notCounted: () => 0,
	corrected: () => 0,
	withdrawn: () => 0,
} satisfies Record<Decision, (declared: number) => number>;

const which = fc.nat({ max: 9 });
const commands = fc.commands(
	[
		fc
			.tuple(fc.integer({ min: 1, max: 64 }), fc.integer({ min: 1, max: 3 }))
			.map(([quarters, times]) => new Submit(quarters, times)),
		which.map((at) => new Repeat(at)),
		fc
			.tuple(which, fc.constantFrom(...(Object.keys(counted) as Decision[])), fc.nat({ max: 1 }))
			.map(([at, kind, by]) => new Happen(at, kind, by)),
		fc
			.tuple(which, fc.nat({ max: 1 }), fc.nat({ max: 20 }), fc.boolean())
			.map(([at, by, seconds, isOlder]) => new Undo(at, by, seconds, isOlder)),
	],
	{ maxCommands: 25 },
);

eachEngine('the ledger of hours', (open) => {
	let world: World;

	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	it('gives exact totals whatever happens in whatever order', async () => {
		const deciders = [staffOf(world.portal, 'kim'), staffOf(world.portal, 'lead', ['teamLead'])];
		const property = fc.asyncProperty(commands, async (some) => {
			const resident = await newResident(world);
			const model: Model = [];
			const real: Real = { resident, deciders, ids: [] };
			await fc.asyncModelRun(() => ({ model, real }), some);
			expect(await totals(resident)).toEqual(expected(model));
			expect(await ledgerTotal(world, resident.personId)).toBe(
				model.reduce((total, { confirmedMinutes }) => total + confirmedMinutes, 0),
			);
			expect(await hours.list(resident, resident.personId)).toHaveLength(model.length);
		});
		await fc.assert(property, { numRuns: 40, endOnFailure: true });
		expect(await auditChain.firstBreak(world.portal.store.read, world.portal.store.t)).toBeNull();
	}, 120_000);
});

function expected(model: Model): hours.Totals {
	const waiting = model.filter(({ state }) => state === 'received' || state === 'asked');
	const decided = model.filter(
		({ state }) => state !== 'received' && state !== 'asked' && state !== 'withdrawn',
	);
	const declared = (entries: Model) =>
		entries.reduce((total, { declaredMinutes }) => total + declaredMinutes, 0);
	const confirmed = decided.reduce((total, entry) => total + entry.confirmedMinutes, 0);
	return {
		waitingMinutes: declared(waiting),
		confirmedMinutes: confirmed,
		notCountedMinutes: declared(decided) - confirmed,
		questions: model.filter(({ state }) => state === 'asked').length,
	};
}

/** The same total, but from the lines of the ledger and not from the entries. */
async function ledgerTotal({ portal }: World, personId: string): Promise<number> {
	const { hourEvents } = portal.store.t;
	const rows = await portal.store.read
		.select({ kind: hourEvents.kind, minutes: sum(hourEvents.minutes) })
		.from(hourEvents)
		.where(eq(hourEvents.personId, personId))
		.groupBy(hourEvents.kind);
	return rows
		.filter(({ kind }) => kind !== 'declared')
		.reduce((total, { minutes }) => total + Number(minutes), 0);
}
