import { KeyProblem } from '../lib/server/crypto/key-problem.ts';
import { StoreProblem } from '../lib/server/db/store.ts';
import { read, SettingProblem } from '../lib/server/settings.ts';
import { serve } from './serve.ts';

/** Starts the portal; what an operator can mend stops it with one line and no stack. */
export async function start() {
	try {
		const settings = read(process.env);
		if (settings.DEMO) await (await import('../lib/server/demo/settings.ts')).fill(settings);
		await serve(read(process.env));
	} catch (problem) {
		if (!isForOperator(problem)) throw problem;
		console.error(problem.message);
		process.exit(1);
	}
}

/** By name and not by class: the built handler carries classes of its own. */
function isForOperator(problem: unknown): problem is Error {
	const names = [SettingProblem, KeyProblem, StoreProblem].map(({ name }) => name);
	return problem instanceof Error && (names.includes(problem.name) || isOfTheSystem(problem));
}

/** A folder that may not be written, a port that is taken; the errors of Node itself (`ERR_…`) are bugs. */
function isOfTheSystem(problem: Error): boolean {
	return 'code' in problem && /^E(?!RR_)[A-Z0-9]+$/.test(String(problem.code));
}
