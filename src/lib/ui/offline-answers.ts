import { dayOnPhone, now } from '#lib/phone/clock.ts';
import { partsOf } from '#lib/phone/forms.ts';
import { chooseDay } from './offline-days.ts';

/** The answers of the page where hours are written down without a connection: reading them, and filling them in again. */
export interface Answers {
	readonly fields: Record<string, string>;
	readonly files: File[];
}

/** What has been filled in so far; what is empty is left out. */
export function answersOf(form: HTMLFormElement): Answers {
	const { fields, files } = partsOf(new FormData(form));
	const { otherDay = '', ...others } = fields;
	const all = otherDay === '' ? others : { ...others, doneOn: otherDay };
	return {
		fields: Object.fromEntries(Object.entries(all).filter(([, value]) => value.trim() !== '')),
		files,
	};
}

/** Which questions still have no answer that can be: each by the name of its field. */
export function missing({ fields }: Answers, asked: readonly string[]): string[] {
	const needed = ['activity', 'organisation', ...asked, 'doneOn', 'minutes'];
	const without = needed.filter((name) => !(name in fields));
	const isAhead = (fields['doneOn'] ?? '') > dayOnPhone(now());
	return [
		...without,
		...(isAhead ? ['doneOn'] : []),
		...(fields['activity'] === 'other' && !fields['note'] ? ['note'] : []),
	];
}

/** Fills in what was there before. */
export function fillIn(form: HTMLFormElement, { fields, files }: Answers): void {
	for (const [name, value] of Object.entries(fields)) {
		const field = form.elements.namedItem(name);
		if (name === 'doneOn') chooseDay(form, value);
		else if (field && 'value' in field) field.value = value;
	}
	addPhotos(form, files);
}

/** Hands photos to the field that keeps them, as if they were chosen there. */
export function addPhotos(form: HTMLFormElement, files: readonly File[]): void {
	const keeper = form.querySelector<HTMLInputElement>('[data-photos] input[multiple]');
	if (!keeper || files.length === 0) return;
	const transfer = new DataTransfer();
	for (const file of files) transfer.items.add(file);
	keeper.files = transfer.files;
	keeper.dispatchEvent(new Event('change', { bubbles: true }));
}
