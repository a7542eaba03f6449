import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { law } from './law.ts';

const today = ['--today', '2026-11-05'];
const facts = {
	stelsel: 'wi2021',
	groep: 'asielstatushouder',
	leerroute: 'Z',
	notifiedOn: '2026-03-02',
	brpRegisteredOn: '2026-02-16',
	firstDagtekeningOn: '2026-05-11',
};

type Answer = {
	readonly timeline: readonly {
		readonly kind: string;
		readonly article?: string;
		readonly policy?: string;
	}[];
	readonly laws: Readonly<Record<string, unknown>>;
} & Readonly<
	Record<'pipDue' | 'inburgeringstermijn' | 'bezwaar' | 'participationNorm' | 'norms', unknown>
> & {
		readonly obligations: { readonly obligations?: unknown };
	};

async function run(args: string[], input: unknown) {
	const text = typeof input === 'string' ? input : JSON.stringify(input);
	const said = { out: '', err: '' };
	const sink = (to: 'out' | 'err') =>
		new Writable({
			write(chunk, _, done) {
				said[to] += String(chunk);
				done();
			},
		});
	const code = await law(args, Readable.from([text]), sink('out'), sink('err'));
	return { code, ...said };
}

describe('the answer', () => {
	test('has the article or the local choice beside each date', async () => {
		const { code, out } = await run(today, { ...facts, policy: { mapTargetMonths: 18 } });
		expect(code).toBe(0);
		const answer = JSON.parse(out) as Answer;
		expect(answer.pipDue).toMatchObject({ dueOn: '2026-05-11', article: 'B 5.3(1)' });
		expect(answer.inburgeringstermijn).toMatchObject({ from: '2026-05-12', until: '2029-05-12' });
		expect(answer.bezwaar).toMatchObject({ lastDayOn: '2026-06-22' });
		expect(answer.participationNorm).toMatchObject({ minutes: 48_000, article: 'B 3.14(2)b' });
		expect(answer.timeline.length).toBeGreaterThan(10);
		for (const step of answer.timeline) {
			expect(step.kind === 'legal' ? step.article : step.policy).toMatch(/\w/);
		}
		expect(answer.timeline).toContainEqual(
			expect.objectContaining({ key: 'moduleMapTarget', kind: 'local', until: '2027-11-12' }),
		);
		expect(answer.obligations.obligations).toContainEqual(
			expect.objectContaining({ key: 'pvt', minutes: 720, article: 'W 6(1)a' }),
		);
		expect(answer.norms).toContainEqual(
			expect.objectContaining({ key: 'pvtHours', value: 12, article: 'B 3.1(3)' }),
		);
		expect(answer.laws['W']).toMatchObject({ name: 'Wet inburgering 2021' });
	});

	test('derives groep from detail and stelsel from plichtSince', async () => {
		const { out } = await run(today, { detail: 'nareiziger', plichtSince: '2026-02-20' });
		expect(JSON.parse(out)).toMatchObject({ groep: 'asielstatushouder', stelsel: 'wi2021' });
	});

	test('says that the law of 2013 applies, and what instead', async () => {
		const { code, out } = await run(today, { groep: 'gezinsmigrant', plichtSince: '2021-06-01' });
		expect(code).toBe(0);
		const answer = JSON.parse(out) as Answer;
		expect(answer).toMatchObject({ stelsel: 'wi2013', timeline: [] });
		expect(answer.obligations).toMatchObject({ law: 'wi2013', article: 'W 54(1)' });
		expect(answer.norms).toBeUndefined();
	});

	test('comes from a file as well as from standard input', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'law-'));
		try {
			const file = join(folder, 'facts.json');
			await writeFile(file, JSON.stringify(facts));
			const fromFile = await run([file, ...today], '');
			expect(fromFile).toEqual(await run(today, facts));
			expect(fromFile).toEqual(await run(['-', '--today=2026-11-05'], facts));
		} finally {
			await rm(folder, { recursive: true });
		}
	});
});

describe('one sentence per wrong field, and exit code 2', () => {
	test.each([
		[{ notifiedOn: '2026-02-30' }, 'notifiedOn: "2026-02-30" is not a calendar day (YYYY-MM-DD).'],
		[{ notifiedOn: null }, 'notifiedOn: null is not a calendar day (YYYY-MM-DD).'],
		[{ leerroute: 'X' }, 'leerroute: "X" is not one of B, O, Z.'],
		[{ inAzc: 'yes' }, 'inAzc: "yes" is not true or false.'],
		[{ ontheffingHours: 1.5 }, 'ontheffingHours: 1.5 is not a whole number from 0 to 9999.'],
		[{ bsn: '123456782' }, 'bsn: the law asks for no such fact.'],
		[{ translatedOn: '2026-06-30' }, 'translatedOn: the law asks for no such fact.'],
		[{ policy: { boete: 1 } }, 'policy.boete: the law asks for no such fact.'],
		[
			{ policy: { mapTargetMonths: 0 } },
			'policy.mapTargetMonths: 0 is not a whole number from 1 to 120.',
		],
		[
			{ voortgangsgesprekkenHeldOn: ['2026-10-20', 'later'] },
			'voortgangsgesprekkenHeldOn.1: "later" is not a calendar day (YYYY-MM-DD).',
		],
		[{ niveau: 'B1' }, 'niveau: level B1 does not go with the Z-route (DUO PIP).'],
		[
			{ extendedUntil: '2029-01-01' },
			'extendedUntil: an extension cannot end before the three years do (W 12(1)).',
		],
		[
			{ interruptionDays: 400 },
			'interruptionDays: an interruption of more than a year ends the duty (B 2.1(2)).',
		],
	])('%o', async (change, sentence) => {
		const { code, out, err } = await run(today, { ...facts, ...change });
		expect({ code, out, err }).toEqual({ code: 2, out: '', err: `${sentence}\n` });
	});

	test('two wrong fields give two sentences', async () => {
		const { err } = await run(today, { ...facts, groep: 'x', stelsel: 1 });
		expect(err.trim().split('\n')).toEqual([
			'stelsel: 1 is not one of wi2021, wi2013.',
			'groep: "x" is not one of asielstatushouder, gezinsmigrant.',
		]);
	});

	test('missing groep and stelsel', async () => {
		const { code, err } = await run(today, {});
		expect(code).toBe(2);
		expect(err).toBe(
			'groep: missing; give groep or detail.\nstelsel: missing; give stelsel or plichtSince.\n',
		);
	});

	test.each(['', '{', '[]', 'null', '"text"'])('input %j is no object of facts', async (input) => {
		const { code, out, err } = await run(today, input);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toMatch(/^The facts (are not JSON|must be one JSON object)/);
	});
});

describe('the arguments', () => {
	test.each([
		[[], '--today YYYY-MM-DD is missing.'],
		[['--today', 'tomorrow'], '--today: tomorrow is not a calendar day (YYYY-MM-DD).'],
		[['--today', '2021-12-31'], '--today: the law began on 2022-01-01.'],
		[['a.json', 'b.json', ...today], 'One file at a time, please: a.json, b.json.'],
		[['/nowhere/facts.json', ...today], 'Cannot read /nowhere/facts.json.'],
		[['--yesterday', ...today], "Unknown option '--yesterday'"],
	])('%j', async (args, sentence) => {
		const { code, out, err } = await run(args, facts);
		expect({ code, out }).toEqual({ code: 2, out: '' });
		expect(err).toContain(sentence);
	});

	test('--help tells how to use it', async () => {
		const { code, out } = await run(['--help'], '');
		expect(code).toBe(0);
		expect(out).toContain('Usage: portal law [FILE] --today YYYY-MM-DD');
	});
});
