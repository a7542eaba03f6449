/**
 * `npm run profile`: whether a phone holds what it must not. Thirty journeys on a shared and on an own phone, the browser
 * killed between them; then every file of its profile is searched, packed or not, for who somebody is, what they read
 * and what they typed. 10 minutes.
 */
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrowser } from '../tools/browser.ts';
import { type Handset, newHandset } from '../browser/handset.ts';
import { signIn } from '../browser/world.ts';
import { canaries } from './canaries.ts';
import { look, secret, type Sought, words } from './dump.ts';
import { journeys } from './journeys.ts';
import { type Portal, startPortal } from '../browser/demo-portal.ts';

const persona = 'elif';
const name = 'Elif Yıldız';
/** So long a browser takes to write what it was told to. */
const settleMs = 3000;
/** Cookies are written half a minute late: ended before, the choice itself is lost. */
const cookiesMs = 35_000;
/** Storage of a page is written after a pause. */
const storageMs = 10_000;

const { line, path } = findBrowser();
console.log(line);
if (!path) process.exit(1);
// A whole browser keeps more than one without windows: what was typed, where one was.
const whole = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((each) => existsSync(each));
process.env['CHROMIUM_PATH'] = process.env['CHROMIUM_PATH'] ?? whole ?? path;

const portal = await startPortal();
let wrong = 0;
try {
	const sought = await canaries(portal.address, persona, name);
	console.log(`${sought.length} things are looked for`);
	await control();
	for (const mode of ['shared', 'own'] as const) await phone(portal, mode, sought);
} finally {
	await portal.discard();
}
console.log(wrong === 0 ? 'nothing stood where it must not' : `${wrong} checks failed`);
process.exit(wrong === 0 ? 0 : 1);

/** What a page writes down for good is found: otherwise nothing below says anything. */
async function control() {
	const handset = newHandset();
	const text = 'Een kanarie in de mijn';
	const { page } = await handset.start();
	await page.goto(`${portal.address}/inloggen`);
	await page.evaluate(async (canary) => {
		localStorage.setItem('control', canary);
		await (await caches.open('control')).put('/control', new Response(canary));
		await new Promise((resolve, reject) => {
			const opening = indexedDB.open('control');
			opening.onupgradeneeded = () => opening.result.createObjectStore('control');
			opening.onerror = reject;
			opening.onsuccess = () => {
				const writing = opening.result.transaction('control', 'readwrite');
				writing.objectStore('control').put(canary, 1);
				writing.oncomplete = resolve;
			};
		});
	}, text);
	await wait(storageMs);
	await handset.close();
	const { places } = look(handset.profile, [words('control', text)]);
	for (const kept of ['Local Storage', 'IndexedDB', 'CacheStorage']) {
		const isFound = places.some(({ file }) => file.includes(kept));
		say(isFound, `what a page puts into ${kept} is found`);
	}
	await handset.discard();
}

async function phone(there: Portal, mode: 'shared' | 'own', sought: readonly Sought[]) {
	const handset = newHandset();
	try {
		await live(handset, there, mode, sought);
	} finally {
		await handset.discard();
	}
}

async function live(
	handset: Handset,
	there: Portal,
	mode: 'shared' | 'own',
	sought: readonly Sought[],
) {
	let key: string | null = null;
	for (const [nth, journey] of [...journeys, ...journeys].entries()) {
		const { page } = await signedIn(handset, there);
		if (nth === 0) {
			await page.goto('/telefoon');
			await page.locator(`form:has([value=${mode}]) button`).click();
			await page.waitForURL(/gedaan/);
		}
		await journey(page, there);
		key = await keyOf(page.context(), there);
		if (nth === 0) await wait(cookiesMs);
		await handset.kill();
		process.stdout.write('.');
	}
	console.log();
	const keys = key === null ? [] : [secret('the key of the copies', key)];
	say((key !== null) === (mode === 'own'), `a phone that is ${mode} has the key that it should`);
	nothing(handset, sought, `${mode}, after thirty journeys`);
	if (mode === 'own') {
		const isThere = look(handset.profile, keys).places.length > 0;
		say(isThere, 'the key of an own phone is found while somebody is signed in');
	}

	const { page } = await signedIn(handset, there);
	await page.goto('/vandaag');
	await wait(settleMs);
	await page.locator('form[action="/uitloggen"] button').click();
	await page.locator('a[href="/inloggen"]').first().waitFor();
	const left = await page.evaluate(async () => (await caches.keys()).join(' '));
	say(!left.includes('own-'), `${mode}, signed out: no cache of the person is left (${left})`);
	await wait(settleMs);
	await handset.close();
	nothing(handset, [...sought, ...keys], `${mode}, signed out`);

	if (mode === 'own') await leftFast(handset, there, [...sought, ...keys]);
}

async function leftFast(handset: Handset, there: Portal, sought: readonly Sought[]) {
	const { context, page } = await signedIn(handset, there);
	await context.route(/^https:/, (route) => route.fulfill({ body: 'elsewhere' }));
	await page.goto('/plan');
	await wait(settleMs);
	await page.locator('[data-leave]').click();
	await page.waitForURL(/^https:/);
	await wait(settleMs);
	await handset.kill();
	nothing(handset, sought, 'own, left fast');
}

async function signedIn(handset: Handset, { address }: Portal) {
	const { context, page } = await handset.start();
	await signIn(context.request, address, persona);
	const go = page.goto.bind(page);
	page.goto = (to, options) => go(new URL(to, address).href, options);
	return { context, page };
}

async function keyOf(
	context: Awaited<ReturnType<Handset['start']>>['context'],
	{ address }: Portal,
): Promise<string | null> {
	const answer = await context.request.get(`${address}/telefoon/sleutels`);
	return ((await answer.json()) as { key: string | null }).key;
}

function nothing({ profile }: Handset, sought: readonly Sought[], when: string) {
	const { files, places } = look(profile, sought);
	for (const place of places) console.log(`  ${place.name} stands in ${place.file}`);
	say(files > 20 && places.length === 0, `${when}: ${places.length} places in ${files} files`);
}

function say(isRight: boolean, what: string) {
	if (!isRight) wrong += 1;
	console.log(`${isRight ? 'right' : 'WRONG'}: ${what}`);
}
