/** What is seen of one press of the Tab key. */
interface Seen {
	readonly name: string;
	readonly told: readonly string[];
	/** The focus left the page, or began again. */
	readonly isEnd: boolean;
	/** The focus does not move on. */
	readonly isTrap: boolean;
	/** It stands on something that can be opened, and is closed. */
	readonly isClosed: boolean;
}

export type KeyboardWatch = ReturnType<typeof watchKeyboard>;

/** Runs in the page: knows what must be a stop of the Tab key, and looks at the one that has the focus. */
export function watchKeyboard() {
	const controls =
		'a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls], video[controls], iframe, [contenteditable=true]';
	const kinds = `${controls}, [tabindex]`;
	const roles = '[role=button], [role=link], [role=tab], [role=switch], [onclick], label';
	/** These have several stops inside. */
	const several = 'audio, video, input[type=date], input[type=time], input[type=datetime-local]';
	const unfocused = new Map(
		[...document.querySelectorAll(kinds)].map((each) => [each, ring(each)]),
	);
	const reached = new Set<Element>();
	let last: Element | null = null;
	let presses = 0;

	return { atFirst, look, isOpen, name, missed, toSkipLink, afterSkipping };

	function atFirst(): string[] {
		const told: string[] = [];
		if (document.activeElement !== document.body) told.push(`${name()} takes the focus`);
		for (const each of document.querySelectorAll<HTMLElement>('[tabindex]')) {
			if (each.tabIndex > 0) told.push(`an order of its own: ${nameOf(each)}`);
		}
		for (const each of document.body.querySelectorAll('*')) {
			const { cursor, flexDirection, order } = getComputedStyle(each);
			if (!isSeen(each)) continue;
			if (flexDirection.endsWith('-reverse') || order !== '0')
				told.push(`seen in another order: ${nameOf(each)}`);
			if ((cursor === 'pointer' || each.matches(roles)) && !isServed(each))
				told.push(`only for a mouse: ${nameOf(each)}`);
		}
		return told;
	}

	function look(): Seen {
		const active = document.activeElement;
		presses++;
		const nothing = { name: name(), told: [], isEnd: false, isTrap: false, isClosed: false };
		if (!active || active === document.body || active === document.documentElement)
			return { ...nothing, isEnd: true };
		if (active === last)
			return active.matches(several) && presses < 400
				? nothing
				: { ...nothing, told: [`a trap: ${name()}`], isTrap: true };
		if (reached.has(active)) return { ...nothing, isEnd: true };
		const told: string[] = [];
		const follows = Node.DOCUMENT_POSITION_FOLLOWING;
		if (last && !(last.compareDocumentPosition(active) & follows))
			told.push(`out of order: ${name()} after ${nameOf(last)}`);
		if (!active.matches(controls) && !active.role && !scrolls(active))
			told.push(`a stop for nothing: ${name()}`);
		if (!showsFocus(active)) told.push(`the focus is not seen: ${name()}`);
		if (!isOnTop(active)) told.push(`covered while it has the focus: ${name()}`);
		reached.add(active);
		last = active;
		return { ...nothing, told, isClosed: active.matches('details:not([open]) > summary') };
	}

	function isOpen(): boolean {
		return document.activeElement?.matches('details[open] > summary') ?? false;
	}

	function name(): string {
		return document.activeElement ? nameOf(document.activeElement) : '';
	}

	function missed(): string[] {
		return stops()
			.filter((each) => !reached.has(each))
			.map((each) => `not reached: ${nameOf(each)}`);
	}

	function toSkipLink() {
		document.querySelector<HTMLElement>('a[href="#main"]')?.focus();
	}

	function afterSkipping(): string[] {
		const main = document.querySelector('#main');
		const active = document.activeElement;
		if (!main || !stops()[0]?.matches('a[href="#main"]')) return ['the skip link is not first'];
		const after = Node.DOCUMENT_POSITION_FOLLOWING;
		const isAfter = (each: Element) => (main.compareDocumentPosition(each) & after) !== 0;
		if (!active || active === document.body || !stops().some(isAfter)) return [];
		return isAfter(active) ? [] : [`skipping leads to ${name()}`];
	}

	function stops(): Element[] {
		return [...document.querySelectorAll<HTMLElement>(kinds)].filter(
			(each) =>
				each.tabIndex >= 0 &&
				!each.matches(':disabled') &&
				!each.closest('[inert]') &&
				isSeen(each) &&
				isFirstOfGroup(each),
		);
	}

	/** Of radio buttons the chosen one is the stop, or the first; the arrows do the rest. */
	function isFirstOfGroup(each: Element): boolean {
		if (!(each instanceof HTMLInputElement) || each.type !== 'radio' || each.name === '')
			return true;
		const named = `input[type=radio][name="${CSS.escape(each.name)}"]`;
		const group = [...document.querySelectorAll<HTMLInputElement>(named)].filter(
			({ form }) => form === each.form,
		);
		return each === (group.find(({ checked }) => checked) ?? group.find((one) => !one.disabled));
	}

	function isSeen(each: Element): boolean {
		return each.checkVisibility({ visibilityProperty: true });
	}

	/** What can be clicked is, or stands in, or names something that the keyboard reaches. */
	function isServed(each: Element): boolean {
		const control = each.closest<HTMLElement>(kinds) ?? each.closest('label')?.control;
		if (!control) return false;
		return control.matches(':disabled') || (control.tabIndex >= 0 && isSeen(control));
	}

	function scrolls(each: Element): boolean {
		const { overflowX, overflowY } = getComputedStyle(each);
		const isFree = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
		return (
			(isFree(overflowX) && each.scrollWidth > each.clientWidth) ||
			(isFree(overflowY) && each.scrollHeight > each.clientHeight)
		);
	}

	/** The ring stands around the element itself, or around its words where it is drawn by them. */
	function marks(each: Element): Element[] {
		const around = [each, each.closest('label'), each.nextElementSibling, each.parentElement];
		return around.filter((one) => one !== null);
	}

	function ring(each: Element): string[] {
		return marks(each).map((one) => {
			const { boxShadow, outlineColor, outlineStyle, outlineWidth } = getComputedStyle(one);
			const hasLine = outlineStyle !== 'none' && outlineWidth !== '0px';
			const line = hasLine && !outlineColor.endsWith(', 0)') ? outlineColor + outlineWidth : '';
			return line + (boxShadow === 'none' ? '' : boxShadow);
		});
	}

	function showsFocus(each: Element): boolean {
		const before = unfocused.get(each) ?? [];
		const around = marks(each);
		return ring(each).some((now, index) => {
			const { width = 0, height = 0 } = around[index]?.getBoundingClientRect() ?? {};
			return now !== '' && now !== before[index] && width >= 8 && height >= 8;
		});
	}

	/** Some of it is seen, and nothing lies over that. */
	function isOnTop(each: Element): boolean {
		const label = each instanceof HTMLInputElement ? (each.labels?.[0] ?? null) : null;
		return [each, label].some((one) => {
			if (!one) return false;
			return [...one.getClientRects()].some(({ left, top, width, height }) =>
				[0.5, 0.1, 0.9].some((part) => {
					const hit = document.elementFromPoint(left + width * part, top + height * part);
					return hit !== null && (one.contains(hit) || hit.contains(one));
				}),
			);
		});
	}

	function nameOf(each: Element): string {
		const text = each.textContent.replaceAll(/\s+/g, ' ').trim().slice(0, 40);
		const attributes = ['id', 'name', 'type', 'href', 'class'].flatMap((key) => {
			const value = each.getAttribute(key);
			return value ? [`${key}=${value}`] : [];
		});
		return `<${[each.localName, ...attributes].join(' ')}> ${text}`.slice(0, 160);
	}
}
