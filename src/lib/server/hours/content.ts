import { createHmac } from 'node:crypto';
import { type Day, isBefore, isDay } from '#lib/law/day.ts';
import type { ProblemKey, Problems } from '../errors.ts';
import type { Portal } from '../portal.ts';
import type { ActivityId } from '../tenants/activities.ts';
import * as tenants from '../tenants/tenants.ts';

/** What somebody declares: one activity, at one place, on one day. `note` are the own words, in any language. */
export interface Content {
	readonly activity: ActivityId;
	readonly note: string | null;
	readonly organisation: string;
	readonly doneOn: Day;
	readonly minutes: number;
	/** Whether Dutch was spoken, and whether it was done with others (Besluit inburgering 2021, art. 3.14). */
	readonly dutchSpoken: boolean;
	readonly together: boolean;
}

/** What has been filled in so far. */
export type PartialContent = { readonly [Field in keyof Content]?: Content[Field] | undefined };

/** An entry is one session: a quarter of an hour at least, sixteen hours at most, in steps of five minutes. */
export const durations = { least: 15, most: 960, step: 5 } as const;

export const longestOrganisation = 120;
export const longestNote = 500;

/** What decides whether a content can be declared. */
export interface Limits {
	readonly portal: Portal;
	readonly today: Day;
	/** Dagtekening of the first plan. What was done before it does not count (Besluit inburgering 2021, art. 5.3(5)). */
	readonly firstPlanOn: Day;
}

/** What a tenant offers and may count, by activity. */
export function offered(portal: Portal, activity: string) {
	return tenants.countable(portal.tenant, activity);
}

/** Everything that is wrong with what has been filled in; what is still empty is not wrong. */
export function wrong(content: PartialContent, limits: Limits): Problems {
	const { activity, organisation, doneOn, minutes, note } = content;
	return problems({
		activity: activity === undefined ? null : wrongActivity(activity, limits.portal),
		note: wrongNote(activity, note),
		organisation: organisation === undefined ? null : wrongOrganisation(organisation),
		doneOn: doneOn === undefined ? null : wrongDay(doneOn, limits),
		minutes: minutes === undefined ? null : wrongMinutes(minutes),
	});
}

/**
 * The whole content, or what is missing from it. What an activity cannot be without (its criteria are `given`) is
 * not asked and holds.
 */
export function complete(
	content: PartialContent,
	portal: Portal,
): { readonly content: Content } | { readonly missing: Problems } {
	const { activity, organisation, doneOn, minutes, note = null } = content;
	const criteria = activity === undefined ? undefined : offered(portal, activity)?.criteria;
	const dutchSpoken = criteria?.dutchSpeaking === 'given' ? true : content.dutchSpoken;
	const together = criteria?.together === 'given' ? true : content.together;
	if (
		activity === undefined ||
		organisation === undefined ||
		doneOn === undefined ||
		minutes === undefined ||
		dutchSpoken === undefined ||
		together === undefined
	) {
		const asked = { activity, organisation, dutchSpoken, together, doneOn, minutes };
		const empty = Object.entries(asked).filter(([, value]) => value === undefined);
		return { missing: Object.fromEntries(empty.map(([field]) => [field, 'missing'])) };
	}
	return { content: { activity, note, organisation, doneOn, minutes, dutchSpoken, together } };
}

/**
 * Tells two declarations apart without showing what is in them: keyed, because the own words could otherwise be
 * guessed from the hash.
 */
export function hashOf(portal: Portal, personId: string, content: Content): string {
	const { activity, note, organisation, doneOn, minutes, dutchSpoken, together } = content;
	const written = [personId, activity, note, organisation, doneOn, minutes, dutchSpoken, together];
	return createHmac('sha256', portal.keyring.blindIndexKey)
		.update(`hours|${portal.tenant.id}|${JSON.stringify(written)}`)
		.digest('base64url');
}

function wrongActivity(activity: string, portal: Portal): ProblemKey | null {
	return offered(portal, activity) === null ? 'notAChoice' : null;
}

function wrongNote(activity: string | undefined, note: string | null | undefined) {
	if (note && note.length > longestNote) return 'tooLong';
	return activity === 'other' && !note ? 'missing' : null;
}

function wrongOrganisation(organisation: string): ProblemKey | null {
	if (organisation.trim() === '') return 'missing';
	return organisation.length > longestOrganisation ? 'tooLong' : null;
}

function wrongDay(doneOn: Day, { today, firstPlanOn }: Limits): ProblemKey | null {
	if (!isDay(doneOn)) return 'notADay';
	if (isBefore(today, doneOn)) return 'future';
	return isBefore(doneOn, firstPlanOn) ? 'beforePlan' : null;
}

function wrongMinutes(minutes: number): ProblemKey | null {
	if (!Number.isSafeInteger(minutes)) return 'notAWholeNumber';
	if (minutes < durations.least) return 'tooFew';
	if (minutes > durations.most) return 'tooMany';
	return minutes % durations.step === 0 ? null : 'notFiveMinutes';
}

function problems(found: Readonly<Record<string, ProblemKey | null>>): Problems {
	const wrongOnes = Object.entries(found).filter(
		(pair): pair is [string, ProblemKey] => pair[1] !== null,
	);
	return Object.fromEntries(wrongOnes);
}
