import type { HandleServerError } from '@sveltejs/kit';
import { logger } from '#lib/server/logger.ts';

/**
 * A bug, or something that broke: the log gets where, the person a reference and nothing else. The message of an
 * error stays out of the log, since it may quote what somebody typed or what stood in the database.
 */
export const error: HandleServerError = ({ error: problem, event, status }) => {
	const { reference } = event.locals;
	if (status !== 404) {
		logger().error({ reference, route: event.route.id, status, problem: chainOf(problem) });
	}
	return { message: 'error', reference };
};

/** Names, codes and places of an error and of what caused it. */
function chainOf(problem: unknown): object[] {
	if (!(problem instanceof Error)) return [{ name: typeof problem }];
	const code = 'code' in problem ? String(problem.code) : undefined;
	const frames = (problem.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	const at = frames.map((line) => line.trim());
	return [{ name: problem.constructor.name, code, at }, ...causeOf(problem)];
}

function causeOf({ cause }: Error): object[] {
	return cause === undefined ? [] : chainOf(cause);
}
