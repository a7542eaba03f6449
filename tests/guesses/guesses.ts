/**
 * Guesses at the codes of letters, with the true cost of each: `npm run guesses`, some minutes on an idle machine
 * (`npm run guesses -- time` for one part). Ten
 * thousand guesses find nothing; fifty right answers at once open one sign-in; and how long an answer takes tells no
 * known number from an unknown one, whereas without the hash of nothing it would.
 */
import { addPerson, anyWorld, staffOf, type World } from '#lib/server/test-world.ts';
import { activate } from '#lib/server/ways-in/activating.ts';
import { issue, prepare, type Prepared } from '#lib/server/ways-in/letters.ts';
import { type Cost, usualCost } from '#lib/server/ways-in/slow-hash.ts';
import { cheap, given, later, otherCode } from '#lib/server/ways-in/test-ways-in.ts';
import { mannWhitney, welch } from './telling-apart.ts';

const dayLong = 24 * 60 * 60_000;
const guesses = 10_000;
const samples = 400;
const failures: string[] = [];
/** Each measuring has a day of its own, since a thousand wrong answers a day stop all. */
let spent = 22;

const world = await anyWorld();
try {
	const parts = { guesses: guessMany, once: answerAtOnce, time: timeAnswers };
	const asked = process.argv[2];
	for (const [name, part] of Object.entries(parts)) {
		if (asked === undefined || asked === name) await part(world);
	}
} finally {
	await world.close();
}
for (const failure of failures) console.error(`FAILED ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

function expectThat(isSo: boolean, said: string) {
	console.log(`${isSo ? 'ok    ' : 'FAILED'} ${said}`);
	if (!isSo) failures.push(said);
}

/** From as many addresses as there are guesses, at ten letters and at numbers that are none. */
async function guessMany({ portal }: World) {
	const actor = staffOf(portal, 'kim');
	const letters: Prepared[] = [];
	for (let nth = 0; nth < 20; nth += 1) {
		const person = await addPerson(portal, { klantmanagerId: 'kim' });
		letters.push(await given(actor, person.id));
	}
	const answers = new Map<string, number>();
	const guess = async (nth: number) => {
		const letter = letters[nth % 20];
		if (!letter) throw new Error('no letter');
		const number = nth % 2 === 0 ? letter.number : String(90_000_000 - nth);
		const code = otherCode({ ...letter, number }, 1 + nth);
		const from = { address: `10.0.${nth >> 8}.${nth & 0xff}`, device: null };
		const moment = later(Math.floor(nth / 1100) * dayLong);
		const answer = await activate(portal, { number, code }, from, moment, usualCost);
		const said = answer.ok ? 'opened' : (answer.problems['code'] ?? '');
		answers.set(said, (answers.get(said) ?? 0) + 1);
	};
	for (let nth = 0; nth < guesses; nth += 10) {
		await Promise.all(Array.from({ length: 10 }, (_, more) => guess(nth + more)));
	}
	expectThat(!answers.has('opened'), `${guesses} guesses open nothing: ${say(answers)}`);
	const person = await addPerson(portal, { klantmanagerId: 'kim' });
	const today = later(Math.floor(guesses / 1100) * dayLong);
	const fresh = await given(actor, person.id, false, today);
	const opened = await activate(portal, fresh, { address: '192.0.2.78', device: null }, today);
	expectThat(opened.ok, 'who guesses at ten letters and at none shuts nobody else out');
	const last = later(20 * dayLong);
	const from = { address: '192.0.2.77', device: null };
	const locked = await Promise.all(
		letters.filter((_, nth) => nth % 2 === 0).map((one) => activate(portal, one, from, last)),
	);
	expectThat(
		locked.every(({ ok }) => !ok),
		'letters that were guessed at are locked, for the right code too',
	);
}

async function answerAtOnce({ portal }: World) {
	const person = await addPerson(portal, { klantmanagerId: 'kim' });
	const moment = later(21 * dayLong);
	const letter = await given(staffOf(portal, 'kim'), person.id, false, moment);
	const all = await Promise.all(
		Array.from({ length: 50 }, (_, nth) =>
			activate(portal, letter, { address: `10.1.0.${nth}`, device: null }, moment),
		),
	);
	const opened = all.filter(({ ok }) => ok).length;
	expectThat(opened === 1, `50 right answers at once open ${opened}`);
}

async function timeAnswers(all: World) {
	const honest = await measured(all, usualCost);
	const t = welch(honest.known, honest.unknown);
	const z = mannWhitney(honest.known, honest.unknown);
	const said = `t ${t.toFixed(2)}, z ${z.toFixed(2)} of ${samples} each`;
	expectThat(Math.abs(t) < 4.5 && Math.abs(z) < 3.3, `time tells nothing: ${said}`);
	const careless = await measured(all, cheap);
	const seen = mannWhitney(careless.known, careless.unknown);
	expectThat(Math.abs(seen) > 3.3, `without the hash of nothing it would: z ${seen.toFixed(2)}`);
}

/** In milliseconds; the known ones are letters of the true cost, the unknown ones cost what is given. */
async function measured({ portal }: World, cost: Cost) {
	const actor = staffOf(portal, 'kim');
	const person = await addPerson(portal, { klantmanagerId: 'kim' });
	const moment = later((spent += 1) * dayLong);
	const times = { known: [] as number[], unknown: [] as number[] };
	for (let nth = 0; nth < samples; nth += 1) {
		const letter = await prepare(actor, person.id, moment, usualCost);
		await issue(actor, letter, false, moment);
		const turns = (['known', 'unknown'] as const).toSorted(() => (nth % 2 === 0 ? 1 : -1));
		for (const which of turns) {
			const number = which === 'known' ? letter.number : String(80_000_000 - nth);
			const code = otherCode({ ...letter, number }, 7);
			const address = `10.2.${nth >> 8}.${nth & 0xff}`;
			const began = performance.now();
			await activate(portal, { number, code }, { address, device: null }, moment, cost);
			times[which].push(performance.now() - began);
		}
	}
	return times;
}

function say(answers: ReadonlyMap<string, number>): string {
	return [...answers].map(([said, count]) => `${count} ${said}`).join(', ');
}
