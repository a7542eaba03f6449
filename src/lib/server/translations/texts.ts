import { desc, eq } from 'drizzle-orm';
import { messageHash } from '#lib/languages/freshness.ts';
import * as hours from '../hours/hours.ts';
import * as messages from '../messages/messages.ts';
import * as pip from '../pip/pip.ts';
import type { Portal } from '../portal.ts';
import * as talks from '../talks/talks.ts';

/** Free text for a person, with the hash that a translation of exactly this Dutch carries. */
export interface PlanText extends pip.OwnText {
	readonly dutchHash: string;
	/** Whether it is already read by the person, or still in the making. */
	readonly isPublished: boolean;
	/** Whether it stands beside a decision about hours, and not in the plan. */
	readonly isOfHours: boolean;
	/** Whether it stands in the report of a talk. */
	readonly isOfTalk: boolean;
	/** Whether it is a message, or stands beside a letter. */
	readonly isOfMessage: boolean;
}

/**
 * The own words for somebody: in the draft of the plan, in the plan that holds now where the draft has nothing at that
 * place, beside decisions about hours, in reports of talks, and in messages and letters. The caller has checked the access.
 */
export async function textsOf(portal: Portal, personId: string): Promise<readonly PlanText[]> {
	const { t, read } = portal.store;
	const [draft] = await read.select().from(t.pipDrafts).where(eq(t.pipDrafts.personId, personId));
	const [current] = await read
		.select()
		.from(t.pips)
		.where(eq(t.pips.personId, personId))
		.orderBy(desc(t.pips.version))
		.limit(1);
	const ofHours = (await hours.wordsOf(portal, personId)).map((text): PlanText => ({
		...text,
		dutchHash: messageHash(text.dutch),
		isPublished: true,
		isOfHours: true,
		isOfTalk: false,
		isOfMessage: false,
	}));
	const ofTalks = (await talks.wordsOf(portal, personId)).map((text): PlanText => ({
		...text,
		dutchHash: messageHash(text.dutch),
		isPublished: true,
		isOfHours: false,
		isOfTalk: true,
		isOfMessage: false,
	}));
	const ofMessages = (await messages.wordsOf(portal, personId)).map((text): PlanText => ({
		...text,
		dutchHash: messageHash(text.dutch),
		isPublished: true,
		isOfHours: false,
		isOfTalk: false,
		isOfMessage: true,
	}));
	const ofPlan = together(draft ?? null, current ?? null);
	// What was agreed in a talk and stands in the plan since is one text, as are the same words in two messages.
	const first = new Map<string, PlanText>();
	for (const text of [...ofTalks, ...ofMessages]) {
		if (!first.has(text.dutch)) first.set(text.dutch, text);
	}
	const only = [...first.values()].filter(
		({ dutch }) => !ofPlan.some((text) => text.dutch === dutch),
	);
	return [...ofPlan, ...ofHours, ...only];
}

/** As `textsOf`, of a draft and a plan that were read already. */
export function together(
	draft: { readonly content: pip.PipContent; readonly baseVersion: number } | null,
	current: { readonly content: pip.PipContent; readonly version: number } | null,
): readonly PlanText[] {
	const published = current ? pip.ownTextsOf(current.content, current.version) : [];
	const drafted = draft ? pip.ownTextsOf(draft.content, draft.baseVersion + 1) : [];
	const places = new Set(drafted.map(({ place }) => place));
	const isRead = new Set(published.map(({ dutch }) => dutch));
	return [...drafted, ...published.filter(({ place }) => !places.has(place))].map((text) => ({
		...text,
		dutchHash: messageHash(text.dutch),
		isPublished: isRead.has(text.dutch),
		isOfHours: false,
		isOfTalk: false,
		isOfMessage: false,
	}));
}
