import { dayOnPhone, now } from '#lib/phone/clock.ts';
import { dayAndMonth } from '#lib/languages/slots.ts';
import { writeFact } from './facts.ts';

const lastDays = 7;

/** The last seven days to tap, by the clock of this phone; any other day by its date, which takes the others away. */
export function offerDays(form: HTMLFormElement): void {
	const list = form.querySelector('[data-days]');
	const row = list?.querySelector('template')?.content.firstElementChild;
	const other = form.elements.namedItem('otherDay');
	if (!list || !row || !(other instanceof HTMLInputElement)) return;
	for (let ago = 0; ago < lastDays; ago += 1) {
		const on = dayOnPhone(now(), ago);
		const shown = row.cloneNode(true) as Element;
		const input = shown.querySelector('input');
		if (input) input.value = on;
		writeFact(shown.querySelector('[data-day]'), dayAndMonth(on));
		for (const named of shown.querySelectorAll<HTMLElement>('[data-ago]')) {
			named.hidden = named.dataset['ago'] !== String(ago);
		}
		shown.addEventListener('change', () => (other.value = ''));
		list.append(shown);
	}
	other.max = dayOnPhone(now());
	other.addEventListener('change', () => {
		for (const each of list.querySelectorAll('input')) each.checked = false;
	});
}

/** Chooses a day again, among the last ones or by its date. */
export function chooseDay(form: HTMLFormElement, on: string): void {
	const other = form.elements.namedItem('otherDay');
	const [radio] = [...form.querySelectorAll<HTMLInputElement>('[data-days] input')].filter(
		({ value }) => value === on,
	);
	if (radio) radio.checked = true;
	else if (other instanceof HTMLInputElement) other.value = on;
}
