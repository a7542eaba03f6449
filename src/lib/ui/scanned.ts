/**
 * The code that was scanned from a letter: it stands behind the `#` of the address, which no server and no log ever
 * sees. It goes into the fields and out of the address at once, and one tap sends it.
 */
const [number = '', code = ''] = location.hash.slice(1).split('.');

if (/^\d{8}$/.test(number) && /^\d{18}$/.test(code)) {
	history.replaceState(null, '', location.pathname);
	fill('number', number);
	fill('code', code);
	document.querySelector('[data-scanned]')?.removeAttribute('hidden');
	document.querySelector('[data-typed]')?.setAttribute('hidden', '');
}

function fill(name: string, digits: string) {
	const field = document.querySelector<HTMLInputElement>(`input[name="${name}"]`);
	if (field) field.value = digits;
}

export {};
