/** A browser that is driven from outside, whichever it is; selectors are CSS and find the first. */
export interface Driven {
	readonly version: string;
	open(address: string): Promise<void>;
	/** The value of an expression in the page. */
	read<Value>(expression: string): Promise<Value>;
	click(selector: string): Promise<void>;
	type(selector: string, text: string): Promise<void>;
	/** Puts a file of this machine into a field. */
	attach(selector: string, file: string): Promise<void>;
	/** The screen as a PNG. */
	picture(): Promise<Buffer>;
	close(): Promise<void>;
}

/** Clicks what leads to another page, and waits until that is there. */
export async function follow(browser: Driven, selector: string): Promise<void> {
	await browser.read('document.documentElement.dataset.left = "yes"');
	await browser.click(selector);
	await until(
		browser,
		'document.documentElement.dataset.left !== "yes" && document.readyState === "complete"',
	);
}

/** Waits until an expression is true in the page; between two pages there is none to ask. */
export async function until(browser: Driven, expression: string, mostMs = 30_000): Promise<void> {
	const last = performance.now() + mostMs;
	while (performance.now() < last) {
		if (await browser.read<boolean>(expression).catch(() => false)) return;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw new Error(`never true: ${expression}`);
}
