/**
 * `npm run upgrade [-- COMMIT]`: whether a phone that holds things made under an earlier build (the commit before this one,
 * or the one named) loses any of them when the portal is a newer one the next time it is reached. 3 minutes.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { type Portal, startPortal } from '../browser/demo-portal.ts';
import { type Handset, newHandset } from '../browser/handset.ts';
import {
	arrive,
	copies,
	leaveToPhone,
	timesReceived,
	waiting,
	writeHours,
} from '../browser/offline.ts';
import { signIn } from '../browser/world.ts';
import { demoDay } from '../tools/demo-day.ts';

const [commit = 'HEAD~1'] = process.argv.slice(2);
const persona = 'abeba';
const places = ['Buurthuis Oud', 'Kringloop Met Foto'];
let wrong = 0;

const tree = mkdtempSync(join(tmpdir(), 'upgrade-'));
git('worktree', 'add', '--detach', '--force', tree, commit);
try {
	symlinkSync(`${process.cwd()}/node_modules`, `${tree}/node_modules`);
	const vite = [`${process.cwd()}/node_modules/vite/bin/vite.js`, 'build', '--logLevel', 'error'];
	execFileSync(process.execPath, vite, { cwd: tree, stdio: 'ignore' });
	for (const mode of ['shared', 'own'] as const) await upgraded(mode);
} finally {
	git('worktree', 'remove', '--force', tree);
	rmSync(tree, { recursive: true, force: true });
}
console.log(wrong === 0 ? 'nothing was lost' : `${wrong} checks failed`);
process.exit(wrong === 0 ? 0 : 1);

async function upgraded(mode: 'shared' | 'own') {
	// A build from before it was asked when the demo began would be hours ahead of this one.
	const portal = await startPortal(tree, { ...demoDay, DEMO_BEGAN: '' });
	const handset = newHandset();
	try {
		await fill(portal, handset, mode);
		await portal.up();
		await look(portal, handset, mode);
	} finally {
		await handset.discard();
		await portal.discard();
	}
}

/** Under the earlier build: an own phone keeps pages, and every phone keeps hours that cannot be sent. */
async function fill(portal: Portal, handset: Handset, mode: 'shared' | 'own') {
	const { context, page } = await handset.start();
	await arrive(context, page, portal.address, persona);
	if (mode === 'own') {
		await page.locator('form[action="/telefoon?/choose"]:has([value=own]) button').click();
		await page.goto(`${portal.address}/vandaag`);
		await until(async () => (await copies(page)) >= 6);
	}
	await portal.down();
	for (const [nth, organisation] of places.entries()) {
		await writeHours(page, portal.address, { organisation, withPhoto: nth > 0 });
		await leaveToPhone(page);
	}
	// The choice of the phone stands in a cookie, which is written half a minute late.
	await wait(35_000);
	await handset.close();
}

/** Under this build: what waited arrives once, the new worker takes over, and what was kept can be read. */
async function look(portal: Portal, handset: Handset, mode: 'shared' | 'own') {
	const { context, page } = await handset.start();
	await signIn(context.request, portal.address, persona);
	await page.goto(`${portal.address}/vandaag`);
	const before = await workerOf(page);
	await until(async () => (await waiting(page, portal.address)).length === 0);
	const times = await timesReceived(context, portal.address, places);
	say(
		times.every((each) => each === 1),
		`${mode}: what waited arrived once (${times.join(', ')})`,
	);
	await until(async () => {
		await page.goto(`${portal.address}/uren`);
		await wait(1000);
		return (await workerOf(page)) === 'activated, none waits';
	});
	say(true, `${mode}: the worker was "${before}", and is this build's after some pages`);
	if (mode === 'shared') return;
	await until(async () => (await copies(page)) >= 6);
	await portal.down();
	await page.goto(`${portal.address}/plan`);
	say(
		(await page.locator('html[data-kept]').count()) === 1,
		'own: the plan can be read without a connection',
	);
}

function workerOf(page: Page): Promise<string> {
	return page.evaluate(async () => {
		const { active, installing, waiting: next } = await navigator.serviceWorker.ready;
		return `${active?.state ?? 'nothing'}, ${installing || next ? 'one waits' : 'none waits'}`;
	});
}

async function until(holds: () => Promise<boolean>) {
	for (let time = 0; time < 60; time += 1) {
		if (await holds()) return;
		await wait(1000);
	}
	throw new Error(`It did not come so far in a minute: ${holds.toString()}`);
}

function say(isRight: boolean, what: string) {
	if (!isRight) wrong += 1;
	console.log(`${isRight ? 'ok     ' : 'WRONG  '} ${what}`);
}

function git(...args: string[]) {
	execFileSync('git', args, { stdio: 'ignore' });
}
