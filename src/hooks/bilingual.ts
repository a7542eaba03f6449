import type { Handle } from '@sveltejs/kit';
import { everythingBoth } from '#lib/languages/bilingual.ts';
import * as bilinguals from '#lib/server/accounts/bilingual.ts';

/**
 * How much of the mother tongue the page puts away. Only while looking around: what answers a form (an error, what
 * was done) is in both languages, and so is every page that is not in the table below.
 */
export const bilingual: Handle = async ({ event, resolve }) => {
	const { account, portal, moment } = event.locals;
	const chosen = await bilinguals.of(portal, account, moment.today);
	const mayFold = event.request.method === 'GET' && folds(event.route.id, event.params);
	event.locals.bilingual = mayFold ? chosen : { ...chosen, mode: everythingBoth.mode };
	return resolve(event);
};

type Params = Readonly<Partial<Record<string, string>>>;

/** Whether words of this page may be put away: never on the plan, on what was sent, nor where one gives consent. */
export function folds(route: string | null, params: Params): boolean {
	return foldingPages.get(route ?? '')?.(params) ?? false;
}

const always = () => true;

const foldingPages = new Map<string, (params: Params) => boolean>([
	['/(resident)/vandaag', always],
	['/(resident)/hulp', always],
	['/(resident)/uren', always],
	['/(resident)/uren/nieuw', always],
	// The last step shows what will be sent and who will see it.
	['/(resident)/uren/nieuw/[draft]/[step=step]', ({ step }) => step !== 'bewijs'],
]);
