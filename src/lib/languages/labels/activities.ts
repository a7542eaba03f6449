import { m } from '#lib/paraglide/messages.js';
import type { ActivityId } from '#lib/server/tenants/activities.ts';
import type { OfferedActivity } from '#lib/server/tenants/schema.ts';
import type { IconName } from '#lib/ui/Icon.svelte';
import type { Label } from '#lib/ui/message.ts';

/** What somebody did, in words that people use. */
export const activityLabel = {
	cyclingLesson: m.activity_cycling_lesson,
	swimmingLesson: m.activity_swimming_lesson,
	gpVisit: m.activity_gp_visit,
	sportsClub: m.activity_sports_club,
	cultureClub: m.activity_culture_club,
	empowermentLesson: m.activity_empowerment_lesson,
	taalhuis: m.activity_taalhuis,
	taalmaatje: m.activity_taalmaatje,
	taalcafe: m.activity_taalcafe,
	budgetTraining: m.activity_budget_training,
	volunteering: m.activity_volunteering,
	internship: m.activity_internship,
	workExperience: m.activity_work_experience,
	workTrack: m.activity_work_track,
	pvt: m.activity_pvt,
	moduleMap: m.activity_module_map,
	maatschappelijkeBegeleiding: m.activity_maatschappelijke_begeleiding,
	taalles: m.activity_taalles,
	other: m.activity_other,
} satisfies Record<ActivityId, Label>;

/** The words for an activity as it was stored; `other` for one that the portal no longer knows. */
export function activityLabelOf(activity: string): Label {
	const known = Object.entries(activityLabel).find(([id]) => id === activity);
	return known?.[1] ?? activityLabel.other;
}

type Counts = OfferedActivity['counts']['value'];

/** Whether the hours of an activity count, in a word. */
export const countsLabel = {
	yes: m.activities_yes,
	ask: m.activities_ask,
	no: m.activities_no,
} satisfies Record<Counts, Label>;

/** The picture beside the word, so that colour alone never says it. */
export const countsIcon = {
	yes: 'check-circle',
	ask: 'question',
	no: 'x-circle',
} as const satisfies Record<Counts, IconName>;

/** What to do then. */
export const countsWhyLabel = {
	yes: m.activities_yes_why,
	ask: m.activities_ask_why,
	no: m.activities_no_why,
} satisfies Record<Counts, Label>;
