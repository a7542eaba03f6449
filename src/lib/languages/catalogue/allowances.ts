/** Messages that may break a rule of the catalogue check, each by its key. */
export type Allowances = {
	/** Dutch with more than two sentences, or one of more than fifteen words. */
	long: readonly string[];
	/** Proper names, which are written the same in every language. */
	sameAsDutch: readonly string[];
	/** Areas (the first part of a key) that only staff read, or the hosts behind a link (`host`): their pages are Dutch. */
	dutchOnlyAreas: readonly string[];
};

export const allowances: Allowances = {
	long: [],
	sameAsDutch: ['app_name'],
	dutchOnlyAreas: [
		'admin',
		'attendance',
		'cohort',
		'course',
		'desk',
		'editor',
		'file',
		'host',
		'inbox',
		'intake',
		'modules',
		'own',
		'people',
		'planning',
		'preview',
		'progress',
		'queue',
		'role',
		'school',
		'sheet',
		'slot',
		'speak',
		'staff',
		'talks',
		'timetable',
		'translations',
		'warn',
	],
};
