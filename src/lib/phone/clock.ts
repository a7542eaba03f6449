/** What time it is by the clock of this phone, in ms UTC: that clock may be wrong, and may be set while a page is open. */
export function now(): number {
	return Date.now();
}

/** The calendar day on this phone, 'YYYY-MM-DD', so many days ago. */
export function dayOnPhone(at: number, daysAgo = 0): string {
	const date = new Date(at);
	date.setDate(date.getDate() - daysAgo);
	const two = (part: number) => String(part).padStart(2, '0');
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The time of day on this phone, 'HH:MM'. */
export function timeOnPhone(at: number): string {
	const date = new Date(at);
	const two = (part: number) => String(part).padStart(2, '0');
	return `${two(date.getHours())}:${two(date.getMinutes())}`;
}
