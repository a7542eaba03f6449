import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { type Article, lawOf, LAWS } from '#lib/law/article.ts';
import { bezwaarTerm } from '#lib/law/bezwaar.ts';
import { type Day, isBefore, isDay } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { WI2021_FROM } from '#lib/law/groep.ts';
import { normsOn } from '#lib/law/norm.ts';
import { obligations } from '#lib/law/obligation.ts';
import { courseNormMinutes, participationNormMinutes } from '#lib/law/participation-norm.ts';
import { pipDue } from '#lib/law/pip-clock.ts';
import type { Policy } from '#lib/law/policy.ts';
import { termijnOf } from '#lib/law/termijn.ts';
import { timeline } from '#lib/law/timeline.ts';
import { readFacts } from './law-facts.ts';

const USAGE = `Usage: portal law [FILE] --today YYYY-MM-DD

Reads the facts of one inburgeraar as JSON from FILE, or from standard input, and prints what the law
makes of them as JSON: the timeline with the article beside each date, the obligations and the norms.

  {"stelsel": "wi2021", "groep": "asielstatushouder", "leerroute": "Z", "notifiedOn": "2026-03-02",
   "brpRegisteredOn": "2026-02-16", "firstDagtekeningOn": "2026-05-11", "policy": {"mapTargetMonths": 18}}
`;

type Question = { readonly file: string | undefined; readonly today: Day };

/**
 * `portal law`: facts as JSON in, the law's timeline as JSON out. Exit code 0, or 2 with one sentence
 * per wrong field on `complaints`. The day of today is an argument (`--today`), never the clock.
 */
export async function law(
	args: string[],
	input: NodeJS.ReadableStream,
	output: NodeJS.WritableStream,
	complaints: NodeJS.WritableStream = output,
): Promise<number> {
	if (args.includes('--help')) {
		output.write(USAGE);
		return 0;
	}
	const request = readRequest(args);
	if (typeof request === 'string') return refuse([request, '', USAGE]);
	const json = await readText(request, input);
	if (json === undefined) return refuse([`Cannot read ${request.file}.`]);
	const read = readFacts(json);
	if (!read.ok) return refuse(read.problems);
	const said = answer(read.facts, read.policy, request.today);
	output.write(`${JSON.stringify(said, null, '\t')}\n`);
	return 0;

	function refuse(sentences: readonly string[]): 2 {
		complaints.write(`${sentences.join('\n')}\n`);
		return 2;
	}
}

function answer(facts: Facts, policy: Policy, today: Day) {
	const steps = timeline(facts, policy, today);
	const duties = obligations(facts, today);
	const { dagtekeningOn, bekendmakingOn = dagtekeningOn, groep, leerroute, stelsel } = facts;
	const isSent = bekendmakingOn !== undefined && facts.waitingForLetter !== true;
	const isNewLaw = stelsel === 'wi2021';
	return {
		today,
		stelsel,
		groep,
		leerroute,
		pipDue: pipDue(facts),
		inburgeringstermijn: termijnOf(facts),
		bezwaar: isSent ? bezwaarTerm(bekendmakingOn) : undefined,
		timeline: steps,
		obligations: duties,
		participationNorm: isNewLaw ? participationNormMinutes(facts, today) : undefined,
		courseNorm: isNewLaw ? courseNormMinutes(facts, today) : undefined,
		norms: isNewLaw ? normsOn(today) : undefined,
		laws: citedLaws([
			...steps.flatMap((step) => (step.kind === 'legal' ? [step.article] : [])),
			...(duties.law === 'wi2021' ? duties.obligations : [duties]).map((one) => one.article),
		]),
	};
}

function citedLaws(articles: readonly Article[]) {
	const cited = new Set(articles.map(lawOf));
	return Object.fromEntries(Object.entries(LAWS).filter(([, one]) => cited.has(one)));
}

/** The arguments, or a sentence about what is wrong with them. */
function readRequest(args: string[]): Question | string {
	const options = { today: { type: 'string' } } as const;
	let parsed;
	try {
		parsed = parseArgs({ args, options, allowPositionals: true });
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
	const { positionals, values } = parsed;
	const [file, ...others] = positionals;
	const { today } = values;
	if (others.length > 0) return `One file at a time, please: ${positionals.join(', ')}.`;
	if (today === undefined) return '--today YYYY-MM-DD is missing.';
	if (!isDay(today)) return `--today: ${today} is not a calendar day (YYYY-MM-DD).`;
	if (isBefore(today, WI2021_FROM)) return `--today: the law began on ${WI2021_FROM}.`;
	return { file: file === '-' ? undefined : file, today };
}

async function readText(request: Question, input: NodeJS.ReadableStream) {
	if (request.file === undefined) return text(input);
	try {
		return await readFile(request.file, 'utf8');
	} catch {
		return undefined;
	}
}
