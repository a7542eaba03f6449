import { countsInside, type HoursOrigin } from '#lib/law/participation-norm.ts';
import type { ActivityId } from '../tenants/activities.ts';

/** As what the law looks at an activity (Besluit inburgering 2021, art. 3.14); most are nothing but an activity. */
const origins = new Map<string, HoursOrigin>(
	Object.entries({
		pvt: 'pvt',
		moduleMap: 'moduleMap',
		maatschappelijkeBegeleiding: 'maatschappelijkeBegeleiding',
		workTrack: 'participatiewetActivity',
		taalles: 'schoolLesson',
	} as const satisfies Partial<Record<ActivityId, HoursOrigin>>),
);

/** As what the law looks at an activity, as it was stored. */
export function originOf(activity: string): HoursOrigin {
	return origins.get(activity) ?? 'activity';
}

/** In which total an activity belongs: lessons at a school are never participation (art. 3.14(2)). */
export function kindOf(activity: string): 'participation' | 'course' {
	return countsInside(originOf(activity)).inside ? 'participation' : 'course';
}

/** The activities that are lessons, for leaving them out of a sum. */
export const lessonActivities: readonly string[] = [...origins.keys()].filter(
	(activity) => kindOf(activity) === 'course',
);
