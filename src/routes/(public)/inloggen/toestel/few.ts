import * as translations from '#lib/server/translations/translations.ts';

const limiter = translations.limiter(120, 10 * 60_000);

/** Whether an address may ask for more: each question is written down for five minutes. */
export function mayAsk({
	getClientAddress,
	locals,
}: {
	readonly getClientAddress: () => string;
	readonly locals: App.Locals;
}): boolean {
	return limiter(getClientAddress(), locals.moment.now);
}
