import { type Handle, isHttpError, isRedirect } from '@sveltejs/kit';
import { newId } from '#lib/server/id.ts';
import { logger } from '#lib/server/logger.ts';

/**
 * One line per request: the route and not the address, the account's kind and not who; no body, no query, no name.
 * The reference stands on the error page, so that somebody who calls can be helped.
 */
export const log: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	Object.assign(event.locals, { reference: newId().slice(0, 8) });
	const say = (status: number) => {
		const early: Partial<App.Locals> = event.locals;
		logger().info({
			reference: event.locals.reference,
			tenant: early.portal?.tenant.id ?? null,
			route: event.route.id,
			method: event.request.method,
			action: actionOf(event.url),
			status,
			language: early.language ?? null,
			actor: early.actor?.kind ?? null,
			tookMs: Math.round(performance.now() - started),
		});
	};
	try {
		const response = await resolve(event);
		say(response.status);
		return response;
	} catch (thrown) {
		say(isRedirect(thrown) || isHttpError(thrown) ? thrown.status : 500);
		throw thrown;
	}
};

/** The name of a form action, `?/name`; anything else in the query stays out of the log. */
function actionOf(url: URL): string | null {
	return /^\?\/(\w+)/.exec(url.search)?.[1] ?? null;
}
