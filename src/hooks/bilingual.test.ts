import type { RequestEvent } from '@sveltejs/kit';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as bilinguals from '#lib/server/accounts/bilingual.ts';
import { addPerson, eachEngine, type World } from '#lib/server/test-world.ts';
import { bilingual, folds } from './bilingual.ts';

describe('a page on which words may be put away', () => {
	const pages = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
		.filter((file) => file.endsWith('+page.svelte'))
		.map((file) => `/${file.replace('/+page.svelte', '')}`);

	it('is one of these and no other', () => {
		expect(pages.length).toBeGreaterThan(20);
		expect(pages.filter((route) => folds(route, { step: 'wat' }))).toEqual(
			expect.arrayContaining(['/(resident)/vandaag', '/(resident)/uren']),
		);
		expect(pages.filter((route) => folds(route, { step: 'wat' }))).toHaveLength(5);
	});

	it.each([
		['the plan', '/(resident)/plan', {}],
		['what was sent', '/(resident)/uren/[entry]', {}],
		[
			'the last question, before sending',
			'/(resident)/uren/nieuw/[draft]/[step=step]',
			{ step: 'bewijs' },
		],
		['the choice itself', '/(public)/taal', {}],
		['the privacy page', '/(public)/privacy', {}],
		['a route that was added yesterday', '/(resident)/boete', {}],
		['no route at all', null, {}],
	])('is not %s', (_, route, params) => {
		expect(folds(route, params)).toBe(false);
	});
});

eachEngine('how much a page puts away', (open) => {
	let world: World;
	let account: accounts.Account;
	const today = day('2026-11-23');
	const now = Date.parse('2026-11-23T10:00:00Z');

	beforeEach(async () => {
		world = await open('heerenveen');
		const { portal } = world;
		await addPerson(portal, { bsn: '999990019' });
		const identity = { issuer: 'i', subject: 's', bsn: '999990019' };
		const made = await accounts.ofResident(portal, identity, Date.parse('2026-01-01T10:00:00Z'));
		const actor = made && accounts.actorOf(portal, made);
		if (actor?.kind !== 'resident') return expect.fail('no resident');
		await bilinguals.chooseMode(actor, 'dutchOnly', { now, today });
		await bilinguals.chooseTop(actor, 'dutch', now);
		account = (await accounts.byId(portal, actor.id)) ?? expect.fail('no account');
	});
	afterEach(() => world.close());

	async function ask(id: string, method: string, who: accounts.Account | null = account) {
		const locals = { portal: world.portal, moment: { now, today }, account: who };
		const request = new Request('https://portal.example/', { method });
		const event = { locals, request, route: { id }, params: {} } as unknown as RequestEvent;
		await bilingual({ event, resolve: () => new Response() });
		return event.locals.bilingual;
	}

	it('is what was chosen, while looking around', async () => {
		expect(await ask('/(resident)/vandaag', 'GET')).toEqual({ mode: 'dutchOnly', top: 'dutch' });
	});

	it('is nothing in the answer to a form, on a decision, and for nobody; the order stays', async () => {
		expect(await ask('/(resident)/vandaag', 'POST')).toEqual({ mode: 'both', top: 'dutch' });
		expect(await ask('/(resident)/plan', 'GET')).toEqual({ mode: 'both', top: 'dutch' });
		expect(await ask('/(resident)/vandaag', 'GET', null)).toEqual({ mode: 'both', top: 'own' });
	});
});
