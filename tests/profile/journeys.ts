import type { Page } from '@playwright/test';
import { typed } from './canaries.ts';
import type { Portal } from '../browser/demo-portal.ts';

type Journey = (page: Page, portal: Portal) => Promise<void>;

const reading = (...paths: readonly string[]): Journey => {
	return async (page) => {
		for (const path of paths) await page.goto(path);
	};
};

/** Opens pages while the portal cannot be reached: a copy, or the page that says so. */
const without = (...paths: readonly string[]): Journey => {
	return async (page, portal) => {
		await page.goto('/vandaag');
		await workerReady(page);
		await portal.down();
		for (const path of paths) await page.goto(path).catch(() => null);
		await portal.up();
	};
};

/** What somebody does in a day, fifteen ways; each is done twice. */
export const journeys: readonly Journey[] = [
	reading('/vandaag', '/plan'),
	reading('/plan/tijdlijn', '/plan/onderdelen', '/plan'),
	reading('/agenda', '/agenda/week/2026-W49', '/vandaag'),
	reading('/uren', '/uren/lessen', '/uren/dagboek'),
	reading('/berichten', '/documenten', '/meldingen'),
	reading('/gegevens', '/mijn-toegang', '/telefoon'),
	reading('/hulp', '/hulp/post', '/hulp/regels', '/woorden'),
	sendMessage,
	writeAndLeave,
	startHours,
	reading('/plan', '/uren', '/berichten', '/vandaag'),
	without('/plan', '/vandaag', '/agenda', '/uren'),
	without('/woorden', '/hulp', '/gegevens', '/berichten'),
	hoursOffline,
	backAndForth,
];

async function sendMessage(page: Page) {
	await page.goto('/berichten/nieuw');
	await page.locator('[name=topic][value=plan]').check();
	await page.locator('[name=words]').fill(typed.message);
	await page.locator('form[action="?/send"] button[type=submit]').last().click();
	await page.waitForURL(/\/berichten\/[\w-]{22}/);
	await page.goto('/berichten');
}

async function writeAndLeave(page: Page) {
	await page.goto('/berichten/nieuw');
	await page.locator('[name=words]').pressSequentially(typed.unsent);
	await page.goto('/vandaag');
	await back(page);
}

async function startHours(page: Page) {
	await page.goto('/uren/nieuw');
	await page.locator('form[action="?/start"] button').first().click();
	await page.locator('[name=activity][value=volunteering]').check();
	await page.locator('[name=note]').fill(typed.note);
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	await page.locator('[name=organisation]').fill(typed.organisation);
	await page.locator('form[action="?/save"] button[type=submit]').last().click();
	await page.goto('/uren');
}

/** Hours written down without a connection, and left where they are. */
async function hoursOffline(page: Page, portal: Portal) {
	await page.goto('/uren');
	await workerReady(page);
	await portal.down();
	await page.goto('/uren-zonder-verbinding');
	const yes = page.locator('[data-yes]');
	const note = page.locator('[data-part=form] [name=note]');
	// The script of the page shows them a moment later; where nothing is typed nothing is tried.
	await yes.or(note).filter({ visible: true }).first().waitFor();
	if (await yes.isVisible()) await yes.click();
	await note.pressSequentially(typed.offlineNote);
	await page.locator('[data-part=form] [name=activity]').first().check();
	await page.waitForTimeout(1500);
	await page.goto('/wachtrij');
	await page.locator('li[data-parcel]').first().waitFor();
	await portal.up();
}

async function backAndForth(page: Page) {
	await page.goto('/plan');
	await page.goto('/uren');
	await back(page);
	await back(page);
	await page.goForward({ waitUntil: 'commit' });
	await page.waitForTimeout(500);
}

/** A page that the browser kept to come back to is not loaded again. */
async function back(page: Page) {
	await page.goBack({ waitUntil: 'commit' });
	await page.waitForTimeout(500);
}

/** Without a worker a page that cannot be reached is the browser's own. */
async function workerReady(page: Page) {
	await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active);
	await page.waitForTimeout(1500);
}
