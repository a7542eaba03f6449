import { expect, test } from '@playwright/test';
import { inspect, inspectWords } from '../browser/inspection.ts';
import { routes } from '../browser/routes.ts';
import { choose, phone, readers, signedIn, type Tag, tenants } from '../browser/world.ts';
import { endLooking, enter, letLook, linkOn } from '../browser/helpers.ts';
import { helperPages, partnerPages, publicPages, residentPages, staffPages } from './places.ts';

const tags = Object.keys(readers) as Tag[];

/** One language of each script and direction, and the source; `npm run scan` takes axe through all eight. */
const seenByAxe: readonly Tag[] = process.env['SCAN'] === 'all' ? tags : ['nl', 'ar', 'ti'];
const inspectIn = (tag: Tag) => (seenByAxe.includes(tag) ? inspect : inspectWords);

test('every page of the portal is known to these tests', async () => {
	const known = [publicPages, residentPages, helperPages, staffPages, partnerPages].flatMap(
		(pages) => Object.keys(pages),
	);
	const pages = (await routes()).filter(({ isPage }) => isPage).map(({ id }) => id);
	expect(known.toSorted()).toEqual(pages.toSorted());
});

for (const tag of tags) {
	test(`public pages in ${tag}`, async ({ browser }) => {
		const context = await browser.newContext({ baseURL: tenants.heerenveen, viewport: phone });
		await choose(context.request, tenants.heerenveen, tag);
		const page = await context.newPage();
		const visitor = { request: context.request, address: tenants.heerenveen };
		for (const place of Object.values(publicPages)) {
			for (const address of await place(visitor)) await inspectIn(tag)(page, address);
		}
		await context.close();
	});

	test(`resident pages in ${tag}`, async ({ browser }) => {
		const { persona, address } = readers[tag];
		const context = await signedIn(browser, address, persona);
		await choose(context.request, address, tag);
		const page = await context.newPage();
		for (const place of Object.values(residentPages)) {
			for (const path of await place({ request: context.request, address })) {
				await inspectIn(tag)(page, path);
			}
		}
		await context.close();
	});
}

for (const tag of tags) {
	test(`pages of who looks along in ${tag}`, async ({ browser }) => {
		const { persona, address } = readers[tag];
		const context = await signedIn(browser, address, persona);
		const person = { request: context.request, address };
		const allowed = await letLook(person);
		const elsewhere = await browser.newContext({ baseURL: address, viewport: phone });
		const helper = { request: elsewhere.request, address };
		await choose(elsewhere.request, address, tag);
		await enter(helper, await linkOn(person, allowed));
		const page = await elsewhere.newPage();
		for (const place of Object.values(helperPages)) {
			for (const path of await place(helper)) await inspectIn(tag)(page, path);
		}
		await endLooking(person, allowed);
		await Promise.all([context.close(), elsewhere.close()]);
	});
}

for (const persona of ['dawit', 'yonas', 'farid', 'omar']) {
	test(`the situation of ${persona}`, async ({ browser }) => {
		const context = await signedIn(browser, tenants.heerenveen, persona);
		const page = await context.newPage();
		for (const path of ['/vandaag', '/plan', '/uren']) await inspect(page, path);
		await context.close();
	});
}

test('staff pages', async ({ browser }) => {
	for (const [persona, pages] of [
		['anna', Object.entries(staffPages).filter(([id]) => !id.includes('/beheer'))],
		['ivo', Object.entries(staffPages).filter(([id]) => id.includes('/beheer'))],
		['femke', Object.entries(partnerPages)],
	] as const) {
		const context = await signedIn(browser, tenants.heerenveen, persona);
		const page = await context.newPage();
		const visitor = { request: context.request, address: tenants.heerenveen };
		for (const [, place] of pages) {
			for (const path of await place(visitor)) await inspect(page, path);
		}
		await context.close();
	}
});
