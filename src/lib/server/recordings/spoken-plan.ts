/** The agreements of a plan, spoken by the klantmanager, or by an interpreter who sits beside. */
import { messageHash } from '#lib/languages/freshness.ts';
import type { OfferedLanguage } from '#lib/languages/languages.ts';
import type { Day } from '#lib/law/day.ts';
import { permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { NotFound, type Outcome, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import { add, findFor, type Recording } from './recordings.ts';

/** Words to speak, by their hash, and the recording that there is of them. */
export interface PlanText {
	readonly hash: string;
	readonly text: string;
	readonly recordingId: string | null;
}

/**
 * What can be spoken in a language of somebody's plan: the agreements of the draft and of the plan that holds, each
 * once. Own words are Dutch only; their translation is spoken by who translates.
 */
export async function textsToSpeak(
	actor: Staff,
	personId: string,
	language: OfferedLanguage,
	today: Day,
): Promise<readonly PlanText[]> {
	const texts = await planTexts(actor, personId, language, today);
	const spoken = await findFor(actor, language, texts, personId);
	return texts.map((text) => ({
		hash: messageHash(text),
		text,
		recordingId: spoken.get(text)?.id ?? null,
	}));
}

/**
 * Keeps a recording of one of those texts, for this person alone. Refused under `recording` without a file; not found
 * when the words are no longer in the plan.
 */
export async function speak(
	actor: Staff,
	personId: string,
	said: {
		readonly language: OfferedLanguage;
		readonly hash: string;
		readonly file: Blob | undefined;
	},
	moment: Moment,
): Promise<Outcome<Recording>> {
	const { language, hash, file } = said;
	const texts = await planTexts(actor, personId, language, moment.today);
	const text = texts.find((each) => messageHash(each) === hash);
	if (text === undefined) throw new NotFound();
	if (file === undefined) return refused({ recording: 'missing' });
	return add(actor, { text, language, personId, file }, moment);
}

async function planTexts(
	actor: Staff,
	personId: string,
	language: OfferedLanguage,
	today: Day,
): Promise<readonly string[]> {
	permitted(actor, 'translation.manage', await people.find(actor, personId));
	const draft = await pip.draft(actor, personId, today);
	const current = await pip.current(actor, personId);
	const agreements = [draft.content, ...(current ? [current.content] : [])]
		.flatMap((content) => content.agreements)
		.map((agreement) => pip.agreementShown(agreement, language))
		.filter((agreement) => language === 'nl' || !('dutch' in agreement));
	return [...new Set(agreements.map((agreement) => pip.agreementText(agreement, language)))];
}
