import { error } from '@sveltejs/kit';
import * as translations from '#lib/server/translations/translations.ts';

const mayKnock = translations.limiter(300, 10 * 60_000);

interface Event {
	readonly locals: App.Locals;
	readonly getClientAddress: () => string;
}

/** Makes who tries many addresses wait (429). */
export function expectFew({ locals, getClientAddress }: Event) {
	if (!mayKnock(getClientAddress(), locals.moment.now)) error(429, { message: 'slow down' });
}
