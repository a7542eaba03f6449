/** Where a line of course hours comes from. */
export const COURSE_SOURCES = ['schoolStatement', 'attendanceList', 'staff'] as const;
export type CourseSource = (typeof COURSE_SOURCES)[number];
