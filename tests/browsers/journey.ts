import { type Driven, follow, until } from './driven.ts';
import type { Front } from './front.ts';

type Step = (browser: Driven, portal: Front, photo: string) => Promise<string | undefined>;

const path = 'location.pathname';
const submit = 'form[action="?/save"] button[type=submit]';

/** The main journey of somebody who reads Arabic, each step by what is seen; some say what the browser lacks. */
export const steps: Readonly<Record<string, Step>> = {
	async 'sign-in'(browser, { address }) {
		await browser.open(`${address}/demo`);
		await follow(browser, 'form:has(input[value=amina]) button');
		await expectTrue(browser, `${path} === "/vandaag"`);
		return undefined;
	},
	async vandaag(browser) {
		await expectTrue(browser, 'document.documentElement.dir === "rtl"');
		await expectTrue(browser, 'document.querySelectorAll("main .own[lang=ar]").length > 3');
		return fits(browser);
	},
	async plan(browser, { address }) {
		await browser.open(`${address}/plan`);
		await expectTrue(browser, 'document.querySelectorAll("main .dutch[lang=nl]").length > 5');
		return fits(browser);
	},
	async hours(browser, { address }, photo) {
		await browser.open(`${address}/uren/nieuw`);
		await follow(browser, 'form[action="?/start"] button');
		await browser.click('[name=activity][value=volunteering]');
		await follow(browser, submit);
		await browser.type('[name=organisation]', 'Buurttuin');
		for (const choice of ['[name=known][value=""]', yes('dutchSpoken'), yes('together')]) {
			const isThere = await browser.read(`document.querySelector('${choice}') !== null`);
			if (isThere) await browser.click(choice);
		}
		await follow(browser, submit);
		await follow(browser, 'button[name=doneOn]');
		await follow(browser, 'button[name=minutes][value="180"]');
		await browser.attach('input[type=file]:not([capture])', photo);
		const isShown = await browser.read<boolean>(
			'document.querySelector("[data-photo-list]") !== null',
		);
		if (isShown)
			await until(browser, 'document.querySelector("[data-photo-list] canvas") !== null');
		await follow(browser, 'form[action="?/send"] button[type=submit]:not([name])');
		await expectTrue(browser, `/^\\/uren\\/[\\w-]{22}$/.test(${path})`);
		await until(browser, 'document.querySelector("img[src^=\\"/uren/bewijs/\\"]")?.complete');
		await expectTrue(
			browser,
			'document.querySelector("img[src^=\\"/uren/bewijs/\\"]").naturalWidth > 0',
		);
		return fits(browser);
	},
	async help(browser, { address }) {
		await browser.open(`${address}/hulp/app`);
		await browser.click('details:not([open]) > summary');
		await expectTrue(browser, 'document.querySelector("details[open] svg") !== null');
		return fits(browser);
	},
	async lacking(browser) {
		const lacking = await browser.read<string[]>(
			`${wanted}.filter(([, isThere]) => !isThere).map(([name]) => name)`,
		);
		return lacking.length > 0 ? `does without ${lacking.join(', ')}` : 'nothing';
	},
	async offline(browser, { address, connect }) {
		const worker = 'navigator.serviceWorker?.controller != null';
		const hasWorker = await until(browser, worker, 20_000).then(
			() => true,
			() => false,
		);
		if (!hasWorker) return 'no worker here, so the browser itself says that there is no connection';
		// The worker takes its pages along in the background, and nothing says when it has them.
		for (let tried = 1; ; tried++) {
			connect(false);
			const isShown = await browser.open(`${address}/plan`).then(
				() => browser.read<boolean>('document.querySelector("main h1") !== null'),
				() => false,
			);
			connect(true);
			if (isShown) return browser.read<string>('document.title');
			if (tried === 4) throw new Error('no page of the portal without a connection');
			await browser.open(`${address}/vandaag`);
			await new Promise((resolve) => setTimeout(resolve, 5_000));
		}
	},
	async 'sign-out'(browser, { address }) {
		await browser.open(`${address}/vandaag`);
		await follow(browser, 'form[action="/uitloggen"] button');
		await browser.open(`${address}/vandaag`);
		await expectTrue(browser, `${path} === "/inloggen"`);
		return undefined;
	},
};

/** What the phone can do of what is used where it is there; everything works without. */
const wanted = `[
	["a worker", "serviceWorker" in navigator],
	["a database of its own", "indexedDB" in self],
	["sending in the background", "SyncManager" in self],
	["a button to install", "onbeforeinstallprompt" in self],
	["a badge", "setAppBadge" in navigator],
	["push messages", "PushManager" in self],
]`;

const yes = (name: string) => `[name=${name}][value=yes]`;

/** Nothing stands beyond the side of the screen. */
async function fits(browser: Driven): Promise<undefined> {
	await expectTrue(browser, 'document.documentElement.scrollWidth <= innerWidth');
}

async function expectTrue(browser: Driven, expression: string): Promise<void> {
	if (await browser.read<boolean>(expression)) return;
	const at = await browser.read<string>('location.pathname + " " + document.title');
	throw new Error(`not true on ${at}: ${expression}`);
}
