import { createHmac } from 'node:crypto';
import { addMonths, type Day, isBefore, isDay } from '#lib/law/day.ts';
import type { ProblemKey, Problems } from '../errors.ts';
import type { Portal } from '../portal.ts';
import type { ActivityId } from '../tenants/activities.ts';
import * as tenants from '../tenants/tenants.ts';

/** What the person knows beforehand of a criterion of the law; nobody knows a place before having been there. */
export const criteria = ['yes', 'no', 'unknown'] as const;

export type Criterion = (typeof criteria)[number];

/** What somebody wants to do: one activity at one place, from a day on. `note` are the own words, in any language. */
export interface Content {
	readonly activity: ActivityId;
	readonly note: string | null;
	readonly organisation: string;
	/** Whether Dutch is spoken there, and whether it is done with others (Besluit inburgering 2021, art. 3.14). */
	readonly dutchSpoken: Criterion;
	readonly together: Criterion;
	readonly startsOn: Day;
	readonly hoursPerWeek: number;
}

/** What has been filled in so far. */
export type PartialContent = { readonly [Field in keyof Content]?: Content[Field] | undefined };

export const weekHours = { least: 1, most: 40 } as const;
export const longestOrganisation = 120;
export const longestNote = 500;

/** What the gemeente itself arranges for everybody who must do it (W 13, B 3.1, 3.2): nobody has to propose that. */
const arranged: readonly ActivityId[] = ['pvt', 'moduleMap', 'maatschappelijkeBegeleiding'];

/** The activities that can be proposed, as the tenant offers them: all that may count but what is arranged anyway. */
export function choices({ tenant }: Portal): tenants.OfferedActivity[] {
	return tenant.activities.filter(({ id }) => tenants.countable(tenant, id) && !isArranged(id));
}

/** Everything that is wrong with what has been filled in; what is still empty is not wrong. */
export function wrong(content: PartialContent, portal: Portal, today: Day): Problems {
	const { activity, organisation, startsOn, hoursPerWeek, note } = content;
	const found: Readonly<Record<string, ProblemKey | null>> = {
		activity: activity === undefined ? null : wrongActivity(activity, portal),
		note: wrongNote(activity, note),
		organisation: organisation === undefined ? null : wrongOrganisation(organisation),
		startsOn: startsOn === undefined ? null : wrongStart(startsOn, today),
		hoursPerWeek: hoursPerWeek === undefined ? null : wrongHours(hoursPerWeek),
	};
	const problems = Object.entries(found).filter(
		(pair): pair is [string, ProblemKey] => pair[1] !== null,
	);
	return Object.fromEntries(problems);
}

/** Which criteria of an activity the person must say; the others cannot be otherwise. */
export function asked({ tenant }: Portal, activity: string | undefined) {
	const its = tenants.countable(tenant, activity ?? '')?.criteria;
	return { dutchSpoken: its?.dutchSpeaking !== 'given', together: its?.together !== 'given' };
}

/** The whole content, or what is missing from it. What an activity cannot be without is not asked and holds. */
export function complete(
	content: PartialContent,
	portal: Portal,
): { readonly content: Content } | { readonly missing: Problems } {
	const { activity, organisation, startsOn, hoursPerWeek, note = null } = content;
	const needed = asked(portal, activity);
	const dutchSpoken = needed.dutchSpoken ? content.dutchSpoken : 'yes';
	const together = needed.together ? content.together : 'yes';
	if (
		activity === undefined ||
		organisation === undefined ||
		dutchSpoken === undefined ||
		together === undefined ||
		startsOn === undefined ||
		hoursPerWeek === undefined
	) {
		const all = { activity, organisation, dutchSpoken, together, startsOn, hoursPerWeek };
		const empty = Object.entries(all).filter(([, value]) => value === undefined);
		return { missing: Object.fromEntries(empty.map(([field]) => [field, 'missing'])) };
	}
	return {
		content: { activity, note, organisation, dutchSpoken, together, startsOn, hoursPerWeek },
	};
}

/** Tells two proposals apart without showing what is in them: keyed, since own words could be guessed. */
export function hashOf(portal: Portal, personId: string, content: Content): string {
	const { activity, note, organisation, dutchSpoken, together, startsOn, hoursPerWeek } = content;
	const what = [activity, note, organisation, dutchSpoken, together, startsOn, hoursPerWeek];
	return createHmac('sha256', portal.keyring.blindIndexKey)
		.update(`proposals|${portal.tenant.id}|${JSON.stringify([personId, ...what])}`)
		.digest('base64url');
}

/** A place as it is compared: how it was typed makes no other place of it. */
export function placeOf(organisation: string): string {
	return organisation.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}

function isArranged(activity: ActivityId): boolean {
	return arranged.includes(activity);
}

function wrongActivity(activity: ActivityId, portal: Portal): ProblemKey | null {
	return choices(portal).some(({ id }) => id === activity) ? null : 'notAChoice';
}

function wrongNote(activity: string | undefined, note: string | null | undefined) {
	if (note && note.length > longestNote) return 'tooLong';
	return activity === 'other' && !note ? 'missing' : null;
}

function wrongOrganisation(organisation: string): ProblemKey | null {
	if (organisation.trim() === '') return 'missing';
	return organisation.length > longestOrganisation ? 'tooLong' : null;
}

function wrongStart(startsOn: Day, today: Day): ProblemKey | null {
	if (!isDay(startsOn)) return 'notADay';
	if (isBefore(startsOn, today)) return 'startPast';
	return isBefore(addMonths(today, 12), startsOn) ? 'startTooFar' : null;
}

function wrongHours(hoursPerWeek: number): ProblemKey | null {
	if (!Number.isSafeInteger(hoursPerWeek)) return 'notAWholeNumber';
	if (hoursPerWeek < weekHours.least) return 'tooFew';
	return hoursPerWeek > weekHours.most ? 'tooMany' : null;
}
