import { existsSync, readFileSync } from 'node:fs';

/** How many tests ended how. */
export interface Tally {
	passed: number;
	failed: number;
	skipped: number;
}

/** The plain line with which every run ends. */
export function closingLine({ passed, failed, skipped }: Tally): string {
	return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

interface UnitReport {
	numPassedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** Reads Vitest's report. A file that could not even be loaded counts as one failure, and no test at all too. */
export function unitTally(path: string): Tally {
	const report = read(path) as UnitReport | undefined;
	if (!report) return unread;
	const failed = report.testResults.reduce((sum, file) => {
		const tests = file.assertionResults.filter(({ status }) => status === 'failed').length;
		return sum + (file.status === 'failed' ? Math.max(1, tests) : tests);
	}, 0);
	return atLeastOne({
		passed: report.numPassedTests,
		failed,
		skipped: report.numPendingTests + report.numTodoTests,
	});
}

interface BrowserReport {
	errors: unknown[];
	stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Reads Playwright's report. What fails outside a test, such as a portal that does not start, counts as well. */
export function browserTally(path: string): Tally {
	const report = read(path) as BrowserReport | undefined;
	if (!report) return unread;
	const { expected, unexpected, flaky, skipped } = report.stats;
	return atLeastOne({
		passed: expected,
		failed: unexpected + flaky + report.errors.length,
		skipped,
	});
}

const unread: Tally = { passed: 0, failed: 1, skipped: 0 };

function atLeastOne(tally: Tally): Tally {
	return tally.passed + tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function read(path: string): unknown {
	return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
