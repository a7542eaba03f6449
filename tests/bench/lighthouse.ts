import { fileURLToPath } from 'node:url';
import { findBrowser } from '../tools/browser.ts';
import { installed } from '../tools/own-package.ts';
import { cookiesOf, round } from './asking.ts';
import { serveBarePage } from './bare-page.ts';
import { start } from './portal.ts';

/** What is read of a report of Lighthouse; the whole of it is several megabytes. */
interface Report {
	readonly categories: Readonly<Record<string, { readonly score: number | null }>>;
	readonly audits: Readonly<Record<string, Audit>>;
	readonly runtimeError?: { readonly message: string };
}
interface Audit {
	readonly score: number | null;
	readonly title: string;
	readonly numericValue?: number;
	readonly displayValue?: string;
}
type Lighthouse = (url: string, flags: object) => Promise<{ readonly lhr: Report } | undefined>;
interface Launcher {
	launch(options: object): Promise<{ readonly port: number; kill(): void }>;
}

const folder = fileURLToPath(new URL('lighthouse', import.meta.url));
const categories = ['performance', 'accessibility', 'best-practices'] as const;
const runs = 3;

/** The pages that most people see most often, and who reads them. */
const pages = [
	{ name: 'sign-in', path: '/inloggen', persona: null },
	{ name: 'Vandaag', path: '/vandaag', persona: 'amina' },
	{ name: 'Mijn plan', path: '/plan', persona: 'amina' },
	{ name: 'Uren', path: '/uren', persona: 'amina' },
] as const;

/** What every page must reach. How much longer than the bare page one takes is told; 1.3 is the aim. */
const bounds = { score: 99, cls: 0, tbtMs: 0 } as const;

/**
 * What Lighthouse says of the pages on a phone with slow 4G and a quarter of the speed, as the median of three runs,
 * beside a page of 10 kB without anything in the same run. Its own package is installed when it is first asked for.
 */
export async function lighthouse(): Promise<boolean> {
	const browser = findBrowser();
	if (!browser.path) throw new Error(browser.line);
	const tools = {
		lighthouse: await installed<{ default: Lighthouse }>(folder, 'lighthouse/core/index.js'),
		launcher: await installed<Launcher>(folder, 'chrome-launcher/dist/index.js'),
		chromePath: browser.path,
	};
	const portal = await start();
	const bare = await serveBarePage();
	try {
		const ofBare = await medianOf(tools, bare.address, {});
		const lines = [];
		for (const { name, path, persona } of pages) {
			const cookie = persona === null ? null : await cookiesOf(portal.address, persona);
			const headers = cookie === null ? {} : { cookie };
			lines.push({ name, ...(await medianOf(tools, portal.address + path, headers)) });
		}
		return tell(ofBare, lines);
	} finally {
		bare.stop();
		portal.stop();
	}
}

type Figures = Awaited<ReturnType<typeof medianOf>>;

/** Tells the figures as a table, and whether all are within the bounds. */
function tell(bare: Figures, lines: readonly (Figures & { name: string })[]): boolean {
	const rows = [{ name: 'bare page, 10 kB', ...bare }, ...lines].map(({ below, ...row }) => ({
		...row,
		'x bare': round(row['LCP ms'] / bare['LCP ms']),
		below: below.join(', '),
	}));
	console.log('Lighthouse: mobile, slow 4G, 4 x CPU, median of 3');
	console.table(rows);
	return lines.every(
		(row) =>
			categories.every((each) => row[each] >= bounds.score) &&
			row['CLS'] <= bounds.cls &&
			row['TBT ms'] <= bounds.tbtMs,
	);
}

interface Tools {
	readonly lighthouse: { readonly default: Lighthouse };
	readonly launcher: Launcher;
	readonly chromePath: string;
}

async function medianOf(tools: Tools, url: string, headers: Readonly<Record<string, string>>) {
	const reports: Report[] = [];
	for (let run = 0; run < runs; run++) reports.push(await reportOf(tools, url, headers));
	const score = (of: string) =>
		median(reports.map(({ categories }) => (categories[of]?.score ?? 0) * 100));
	const value = (of: string) =>
		median(reports.map(({ audits }) => audits[of]?.numericValue ?? Number.NaN));
	return {
		performance: score('performance'),
		accessibility: score('accessibility'),
		'best-practices': score('best-practices'),
		'FCP ms': Math.round(value('first-contentful-paint')),
		'LCP ms': Math.round(value('largest-contentful-paint')),
		CLS: round(value('cumulative-layout-shift') * 10) / 10,
		'TBT ms': Math.round(value('total-blocking-time')),
		kB: round(value('total-byte-weight') / 1000),
		below: below(reports),
	};
}

/** The audits that were not passed wholly, for who mends them. */
function below(reports: readonly Report[]): string[] {
	const named = reports.flatMap(({ audits }) =>
		Object.entries(audits).flatMap(([id, { score }]) =>
			score !== null && score < 0.9 ? [id] : [],
		),
	);
	return [...new Set(named)];
}

async function reportOf(
	{ chromePath, launcher, lighthouse }: Tools,
	url: string,
	extraHeaders: Readonly<Record<string, string>>,
): Promise<Report> {
	const chromeFlags = [
		'--headless=new',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--disable-dev-shm-usage',
		...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	];
	const chrome = await launcher.launch({ chromePath, chromeFlags, logLevel: 'silent' });
	try {
		const flags = {
			port: chrome.port,
			onlyCategories: categories,
			extraHeaders,
			logLevel: 'error',
		};
		const report = (await lighthouse.default(url, flags))?.lhr;
		if (!report || report.runtimeError)
			throw new Error(`${url}: ${report?.runtimeError?.message ?? 'no report'}`);
		return report;
	} finally {
		chrome.kill();
	}
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
