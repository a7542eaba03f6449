/** A time of the day as `9:00`, `09.00`, `9u00`, `09:00:00`, `9:00 uur` or `9:00 AM`, as HH:MM; null for anything else. */
export function timeWritten(text: string): string | null {
	const parts = /^(\d{1,2})[:.u](\d{2})(?::00)?(?:\s*(uur|u|[ap]\.?m\.?))?$/i.exec(text);
	if (!parts) return null;
	const [, hours, minutes, after = ''] = parts;
	const half = after.toLowerCase().replaceAll('.', '');
	const isTwelve = half === 'am' || half === 'pm';
	if (isTwelve && (Number(hours) < 1 || Number(hours) > 12)) return null;
	const hour = isTwelve ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours);
	if (hour > 23 || Number(minutes) > 59) return null;
	return `${String(hour).padStart(2, '0')}:${minutes}`;
}

/** Whether something does not happen, as a school writes it; null for what is neither yes nor no. */
export function offWritten(text: string): boolean | null {
	const plain = text.toLowerCase();
	if (['', 'nee', 'n', 'gaat door', 'bevestigd'].includes(plain)) return false;
	const yes = ['ja', 'j', 'x', 'vervalt', 'vervallen', 'gaat niet door', 'geannuleerd', 'afgezegd'];
	return yes.includes(plain) ? true : null;
}
