import type { Day } from '#lib/law/day.ts';
import { messageHash } from '#lib/languages/freshness.ts';
import type { Staff } from '../access/access.ts';
import type { Outcome } from '../errors.ts';
import type { Person } from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import * as translations from '../translations/translations.ts';
import { morningOf } from './seed.ts';

interface OwnWords {
	readonly dutch: string;
	readonly translation: string;
	/** What the klantmanager is writing now: the translation of the former does not fit it. */
	readonly changed: string;
}

const ownWords: Readonly<Record<string, OwnWords>> = {
	selam: {
		dutch: 'U gaat elke dinsdag naar het taalcafé in de bibliotheek.',
		translation: 'ነፍሲ ወከፍ ሰሉስ ናብ ካፈ ቋንቋ ኣብ ቤት-ንባብ ትኸዱ።',
		changed: 'U gaat elke donderdag naar het taalcafé in de bibliotheek.',
	},
};

/** What the klantmanager wrote in own words in the plan of this person of the demo, if anything. */
export function ownWordsOf(key: string): OwnWords | null {
	return ownWords[key] ?? null;
}

/**
 * Has the own words in a plan translated, found right by a second reader and approved, on the day of the plan; today
 * the klantmanager changes the Dutch in a draft, so that the translation there is stale.
 */
export async function translateOwnWords(
	manager: Staff,
	{ id: personId }: Person,
	{ translation: text, changed }: OwnWords,
	on: Day,
	today: Day,
) {
	const { portal } = manager;
	const then = { now: morningOf(on), today: on };
	const open = async (role: translations.LinkRole, givenTo: string) => {
		const made = await translations.make(manager, personId, { role, givenTo, days: 7 }, then);
		const { token } = valueOf(made);
		await translations.open(portal, token, token, then);
		return translations.entered(portal, token, token, role, then);
	};
	const translator = await open('translator', 'Tolk 1');
	const [one] = await translations.task(portal, translator);
	if (!one) throw new Error('nothing to translate');
	const { place, dutch, dutchHash } = one;
	const typed = { place, dutchHash, text, backTranslation: dutch, note: null, recording: null };
	valueOf(await translations.save(portal, translator, typed, then));
	valueOf(await translations.send(portal, translator, then));
	const reader = await open('reader', 'Tolk 2');
	const textHash = messageHash(text);
	const fits = { place, textHash, fits: true, doubt: null };
	const { id: translationId } = valueOf(await translations.judge(portal, reader, fits, then));
	valueOf(await translations.finish(portal, reader, then));
	const seen = { translationId, textHash };
	valueOf(await translations.approve(manager, personId, seen, then));
	const draft = await pip.draft(manager, personId, today);
	const content = pip.withChangedWords(draft.content, place, changed);
	const now = { now: morningOf(today), today };
	valueOf(await pip.saveDraft(manager, personId, content, draft.revision, now));
}

function valueOf<T>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}
