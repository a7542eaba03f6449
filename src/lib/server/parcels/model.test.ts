import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import * as hours from '../hours/hours.ts';
import { content, moment, newResident } from '../hours/test-hours.ts';
import type { Keyring } from '../crypto/keyring.ts';
import { eachEngine, type World } from '../test-world.ts';
import * as auditChain from '../db/audit-chain.ts';
import type { Made } from './made.ts';
import * as parcels from './parcels.ts';
import { sealed, type Sealed, sent } from './test-parcels.ts';

/**
 * Two phones of one person and a phone of another, on a bad connection: parcels are made, sent in parts, sent again,
 * sent in another order and at once, answers are lost, the process ends in the middle, a new key comes. Whatever happens,
 * each thing that was made is there once, and every phone hears the same about it.
 */
eachEngine('parcels, whatever happens on the way', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	it('arrive once and whole', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(command, { minLength: 5, maxLength: 40 }), async (commands) => {
				const run = new Run(world, await newResident(world), await newResident(world));
				for (const one of commands) await run.do(one);
				await run.settle();
				await run.expectAll();
			}),
			{ numRuns: 25 },
		);
	}, 300_000);
});

type Command =
	| {
			readonly do: 'make';
			readonly minutes: number;
			readonly isWhole: boolean;
			readonly by: number;
	  }
	| { readonly do: 'complete' | 'send' | 'sendTwice' | 'begin'; readonly which: number }
	| { readonly do: 'sendAndEnd'; readonly which: number; readonly at: Ending }
	| { readonly do: 'rotate' | 'tear'; readonly which: number };

/** Where the process ends: before anything is written, in the transaction, after it, before the bytes are cleared. */
type Ending = 'before' | 'inside' | 'after' | 'cleared';

const which = fc.nat({ max: 7 });
const command: fc.Arbitrary<Command> = fc.oneof(
	fc.record({
		do: fc.constant('make' as const),
		minutes: fc.integer({ min: 3, max: 24 }).map((fives) => fives * 5),
		isWhole: fc.boolean(),
		by: fc.nat({ max: 2 }),
	}),
	fc.record({
		do: fc.constantFrom(
			'complete' as const,
			'send' as const,
			'sendTwice' as const,
			'begin' as const,
		),
		which,
	}),
	fc.record({
		do: fc.constant('sendAndEnd' as const),
		which,
		at: fc.constantFrom<Ending>('before', 'inside', 'after', 'cleared'),
	}),
	fc.record({ do: fc.constantFrom('rotate' as const, 'tear' as const), which }),
);

interface Item {
	readonly by: number;
	readonly minutes: number;
	isWhole: boolean;
	sealed: Sealed;
	/** What a phone heard, by what was sealed. */
	readonly heard: Map<string, parcels.ParcelOutcome>;
}

class Run {
	readonly #world: World;
	readonly #people: readonly Resident[];
	readonly #items: Item[] = [];
	#newest = 1;
	#keys: Keyring | undefined;

	constructor(world: World, one: Resident, other: Resident) {
		this.#world = world;
		this.#people = [one, one, other];
	}

	async do(command: Command) {
		if (command.do === 'make') return this.#make(command);
		const item = this.#items[command.which % Math.max(1, this.#items.length)];
		if (command.do === 'rotate') this.#rotate();
		if (!item || command.do === 'rotate') return;
		switch (command.do) {
			case 'complete':
				if (!item.isWhole) await this.#seal(item, true);
				return;
			case 'send':
				return this.#send(item);
			case 'sendTwice':
				await Promise.all([this.#send(item), this.#send(item)]);
				return;
			case 'begin':
				return this.#part(item, item.sealed.bytes.subarray(0, 100));
			case 'tear':
				return this.#part(item, new Uint8Array(100));
			case 'sendAndEnd':
				return this.#sendAndEnd(item, command.at);
		}
	}

	/** At last there is a connection: the phones finish and send everything. */
	async settle() {
		for (const item of this.#items) {
			if (!item.isWhole) await this.#seal(item, true);
			await this.#send(item);
			await this.#send(item);
		}
	}

	async expectAll() {
		for (const person of new Set(this.#people)) {
			const mine = this.#items.filter(({ by }) => this.#people[by] === person);
			const list = await hours.list(person, person.personId);
			const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
			expect(list.map(({ id }) => id).toSorted()).toEqual(
				mine.map((item) => item.sealed.id).toSorted(),
			);
			expect(sum(list.map(({ declaredMinutes }) => declaredMinutes))).toBe(
				sum(mine.map(({ minutes }) => minutes)),
			);
			expect(await hours.drafts(person)).toEqual([]);
		}
		const { store } = this.#world.portal;
		expect(await auditChain.firstBreak(store.read, store.t)).toBeNull();
	}

	async #make({ by, isWhole, minutes }: Extract<Command, { do: 'make' }>) {
		const item = { by, minutes, isWhole, heard: new Map(), sealed: noSeal };
		this.#items.push(item);
		await this.#seal(item, isWhole);
	}

	/** Seals it, again under the id that it has: with the key that this phone heard of last, which may be an older one. */
	async #seal(item: Item, isWhole: boolean) {
		const { id } = item.sealed;
		const version = item.by === 0 ? 1 : this.#newest;
		const about = { isWhole, fields: { minutes: String(item.minutes) }, ...(id && { id }) };
		item.isWhole = isWhole;
		item.sealed = await sealed(this.#of(item), about, version);
	}

	async #send(item: Item, actor = this.#of(item)) {
		const outcome = await sent(actor, item.sealed, (parcel) => madeOf(parcel), moment, 150);
		expect(outcome).toEqual(item.heard.get(item.sealed.sealedHash) ?? outcome);
		item.heard.set(item.sealed.sealedHash, outcome);
		if (item.isWhole) expect(outcome.outcome).toBe('received');
	}

	/** What came of it stands in the database or does not; the phone heard nothing. */
	async #sendAndEnd(item: Item, at: Ending) {
		await this.#send(item, ending(this.#of(item), at)).catch((problem: unknown) => {
			if (!(problem instanceof TheEnd)) throw problem;
		});
	}

	async #part({ by, sealed: { bytes, id, sealedHash } }: Item, part: Uint8Array) {
		const actor = this.#of({ by });
		const whole = { id, sealedHash, length: bytes.length };
		await parcels.receive(actor, whole, 0, part, moment);
	}

	#rotate() {
		const { keyring } = this.#world.portal;
		this.#newest = 2;
		const added = createSecretKey(randomBytes(32));
		const dataKeys = new Map([...keyring.dataKeys, [2, added] as const]);
		this.#keys ??= { ...keyring, dataKeys, newestVersion: 2 };
	}

	#of({ by }: Pick<Item, 'by'>): Resident {
		const person = this.#people[by];
		if (!person) throw new Error('nobody');
		const { portal } = person;
		return this.#keys ? { ...person, portal: { ...portal, keyring: this.#keys } } : person;
	}
}

const noSeal: Sealed = { id: '', sealedHash: '', bytes: new Uint8Array() };

function madeOf({
	fields,
	isWhole,
}: {
	fields: Readonly<Record<string, string>>;
	isWhole: boolean;
}) {
	const { minutes: _minutes, ...rest } = content;
	const minutes = Number(fields['minutes']);
	const answers = isWhole ? { ...rest, minutes } : { activity: rest.activity };
	return { kind: 'hours', isWhole, answers } satisfies Made;
}

class TheEnd extends Error {}

/** The same person, on a process that ends there. */
function ending(actor: Resident, at: Ending): Resident {
	const { portal } = actor;
	const { store, uploads } = portal;
	const end = () => Promise.reject(new TheEnd());
	const write: typeof store.write = async (now, work) => {
		if (at === 'before') return end();
		const result = await store.write(now, async (tx, log) => {
			const inside = await work(tx, log);
			return at === 'inside' ? end() : inside;
		});
		return at === 'after' ? end() : result;
	};
	const remove: typeof uploads.remove = (upload) =>
		at === 'cleared' ? end() : uploads.remove(upload);
	return {
		...actor,
		portal: { ...portal, store: { ...store, write }, uploads: { ...uploads, remove } },
	};
}
