/** Says at what time by the clock of this device a form was sent, once: however often it goes, it was made then. */
for (const field of document.querySelectorAll<HTMLInputElement>('input[data-made-at]')) {
	field.form?.addEventListener('submit', () => (field.value ||= String(now())));
}

function now(): number {
	return Math.round(performance.timeOrigin + performance.now());
}

export {};
