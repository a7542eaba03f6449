import * as people from '../people/people.ts';

/** The people for whom a member of staff may decide, as a condition on their rows: the rule of `hours.decide`. */
export const inCaseload = people.inCaseload;
