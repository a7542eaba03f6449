import { isLanguage } from '#lib/languages/languages.ts';
import { renderSlot, type Slot } from '#lib/languages/slots.ts';
import { placeholders } from './placeholders.ts';

/** Writes a fact where its placeholder stands in a block that the server made, in each half in its own language. */
export function writeFact(
	block: Element | null,
	slot: Slot & { kind: keyof typeof placeholders },
): void {
	const there = placeholders[slot.kind];
	for (const half of block?.querySelectorAll<HTMLElement>('span[lang]') ?? []) {
		const { lang } = half;
		if (!isLanguage(lang)) continue;
		const walk = document.createTreeWalker(half, NodeFilter.SHOW_TEXT);
		for (let text = walk.nextNode(); text; text = walk.nextNode()) {
			text.nodeValue = (text.nodeValue ?? '').replace(
				renderSlot(there, lang),
				renderSlot(slot, lang),
			);
		}
	}
}

/** Shows of the elements with an attribute the one with this value, or none. */
export function showOnly(root: ParentNode, attribute: string, value: string | null): void {
	for (const each of root.querySelectorAll<HTMLElement>(`[${attribute}]`)) {
		each.hidden = each.getAttribute(attribute) !== value;
	}
}
