/** The whole hours of a day, `00:00` to `23:00`: people think of quiet in hours. */
export const clockHours: readonly string[] = Array.from(
	{ length: 24 },
	(_, hour) => `${String(hour).padStart(2, '0')}:00`,
);
