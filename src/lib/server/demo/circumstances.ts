import { isLanguage } from '#lib/languages/languages.ts';
import { addMonths, addYears, type Day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import { type Circumstances, household, nothingKnown } from '../people/people.ts';
import type { Laid } from './agenda.ts';
import { morningOf } from './seed.ts';

const told: Readonly<Record<string, Partial<Circumstances>>> = {
	amina: { canRead: 'little', situations: ['largeFamily'] },
	mehret: { situations: ['noodopvang'] },
	mulu: { canRead: 'no', reads: [] },
	samira: { canRead: 'little', otherLanguages: 'Pashto' },
	'crowd-3': { situations: ['amv'] },
	'crowd-5': { canRead: 'no', reads: [] },
};

/** How to speak with somebody of the demo: the own language, and what is told of a few of them. */
export function circumstancesOf(key: string, language: string): Circumstances {
	const own = isLanguage(language) ? [language] : [];
	return { ...nothingKnown, speaks: own, reads: own, canRead: 'yes', ...told[key] };
}

/** Who came as a minor without parents becomes eighteen next month. */
export function bornOnOf(key: string, usual: Day, today: Day): Day {
	const isAmv = told[key]?.situations?.includes('amv') ?? false;
	return isAmv ? addMonths(addYears(today, -18), 1) : usual;
}

/** Two of the demo live together; each keeps a plan of their own. */
export async function liveTogether(laid: readonly Laid[], today: Day): Promise<void> {
	const [one, other] = ['farid', 'samira'].map((key) => laid.find((each) => each.key === key));
	const manager: Staff | undefined = one?.manager;
	if (!one || !other || !manager) return;
	await household.link(manager, one.person.id, other.person.id, morningOf(today));
}
