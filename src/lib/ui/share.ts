/** Hands a link to the sharing of the phone, where there is such a thing; without it the link stands there to copy. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-share]')) {
	const url = button.dataset['share'] ?? '';
	if (!('share' in navigator) || url === '') continue;
	button.hidden = false;
	// Closing the phone's own window without choosing is no problem.
	button.addEventListener('click', () => void navigator.share({ url }).catch(() => undefined));
}

export {};
