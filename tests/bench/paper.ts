/**
 * How fast a whole plan comes as PDF, and whether the press keeps memory: `npm run bench -- paper`, about a minute.
 *
 * The portal runs as built, with the demo world in a folder of its own. The same people ask in turn for the page of
 * their plan and for its paper, so that both lines of the table met the same machine: compare the two, and the ratio,
 * before you compare a number with that of another day. The last milliseconds of a busy machine are in p99; p50 is
 * what counts. Five people take turns and the press remembers three drawings, so every paper is laid out anew; only
 * the fonts, the template and what all papers share are warm.
 *
 * Then a hundred papers in a row. The press forgets what three drawings did not need, so by then its memory is
 * level: the allocator moves it by a few MB. A document that stayed would be half a MB or more, so 16 MB over a
 * hundred is the bound. Ends with 1 when a paper takes more than 50 ms (p50) or memory grows beyond the bound.
 */
import { type Ask, lineOf, quantile, round, signedIn } from './asking.ts';
import { pressOf, residentMegabytes, type Running, start } from './portal.ts';

const people = ['amina', 'selam', 'elif', 'farid', 'omar'];
const mostMs = 50;
const mostMegabytes = 16;
const [warmings, rounds, inARow] = [6, 20, 100];

/** Whether a paper is fast and the press keeps no memory. */
export async function paper(): Promise<boolean> {
	const portal = await start();
	try {
		return await measure(portal);
	} finally {
		portal.stop();
	}
}

async function measure({ address, pid }: Running): Promise<boolean> {
	const askers = await Promise.all(people.map((persona) => signedIn(address, persona)));
	const page = (ask: Ask) => ask('/plan', 'text/html');
	const paper = (ask: Ask) => ask('/plan/papier/1/plan', 'application/pdf');
	for (let round = 0; round < warmings; round += 1) {
		for (const ask of askers) await Promise.all([page(ask), paper(ask)]);
	}
	const pages: number[] = [];
	const papers: number[] = [];
	for (let round = 0; round < rounds; round += 1) {
		for (const ask of askers) {
			pages.push(await page(ask));
			papers.push(await paper(ask));
		}
	}
	const press = pressOf(pid);
	const before = residentMegabytes(press);
	for (let nth = 0; nth < inARow; nth += 1) await paper(nextOf(askers, nth));
	if (pressOf(pid) !== press) throw new Error('the press did not live through a hundred papers');
	return told(pages, papers, residentMegabytes(press) - before, before);
}

/** The table and what it means. */
function told(pages: number[], papers: number[], growth: number, before: number): boolean {
	const [page, sheet] = [quantile(pages, 0.5), quantile(papers, 0.5)];
	console.table([lineOf('plan page', pages), lineOf('plan as PDF', papers)]);
	const isFast = sheet <= mostMs;
	const isLevel = growth <= mostMegabytes;
	console.log(`PDF beside page: ${round(sheet / page)} times as long.`);
	console.log(
		`Memory of the press over ${inARow} papers: ${round(before)} MB, ${round(growth)} MB more (at most ${mostMegabytes}).`,
	);
	console.log(
		isFast && isLevel
			? `Good: a PDF takes ${round(sheet)} ms (at most ${mostMs}) and memory is level.`
			: `NOT good: ${isFast ? '' : `a PDF takes ${round(sheet)} ms, more than ${mostMs}. `}${isLevel ? '' : 'Memory grows.'}`,
	);
	return isFast && isLevel;
}

function nextOf<T>(all: readonly T[], nth: number): T {
	const next = all[nth % all.length];
	if (next === undefined) throw new Error('nobody asks');
	return next;
}
