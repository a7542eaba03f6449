import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { routes } from '../browser/routes.ts';
import { halves, logOf } from '../browser/which.ts';
import { readers } from '../browser/world.ts';

/** A line of the portal's own log about one request of the journeys. */
interface Line {
	readonly route: string | null;
	readonly method: string;
	readonly action: string | null;
	readonly status: number;
	readonly language: string | null;
	readonly actor: string | null;
}

const written = halves.map((half) => readFileSync(logOf(half), 'utf8')).join('');
const lines = written
	.split('\n')
	.filter((line) => line.startsWith('{'))
	.map((line) => JSON.parse(line) as Line);

const worked = lines.filter(({ status }) => status < 400);

/** A page that led elsewhere was not visited, and an action without somebody signed in was not done. */
const isClosed = (route: string | null) => !route?.startsWith('/(public)');
const done = worked.filter(
	({ route, method, status, actor }) =>
		(method !== 'GET' || status === 200 || !isClosed(route)) &&
		(!isClosed(route) || actor !== null),
);

test('every page and endpoint was visited, by every method', async () => {
	const seen = new Set(done.map(({ route, method }) => `${method} ${route}`));
	const wanted = (await routes()).flatMap(({ id, isPage, methods }) =>
		(isPage ? ['GET'] : methods).map((method) => `${method} ${id}`),
	);
	expect(wanted.length).toBeGreaterThan(20);
	expect(wanted.filter((each) => !seen.has(each))).toEqual([]);
});

test('every action was done', async () => {
	const seen = new Set(
		done
			.filter(({ method }) => method === 'POST')
			.map(({ route, action }) => `${route} ${action ?? 'default'}`),
	);
	const wanted = (await routes()).flatMap(({ id, actions }) =>
		actions.map((name) => `${id} ${name}`),
	);
	expect(wanted.length).toBeGreaterThan(20);
	expect(wanted.filter((each) => !seen.has(each))).toEqual([]);
});

test('every page of the resident was read in every language', async () => {
	const seen = new Set(done.map(({ route, language }) => `${route} ${language}`));
	const pages = (await routes()).filter(
		({ id, isPage }) => isPage && !/^\/\((staff|partner)\)/.test(id),
	);
	const wanted = pages.flatMap(({ id }) => Object.keys(readers).map((tag) => `${id} ${tag}`));
	expect(wanted.filter((each) => !seen.has(each))).toEqual([]);
});

test('nothing broke and nothing about anybody stands in the log', () => {
	expect(lines.filter(({ status }) => status >= 500)).toEqual([]);
	expect(written).not.toMatch(/Amina|Haddad|Yıldız|Kringloop|persona|99\d{7}/);
	// Nor the secret of an address: of a calendar, a translator or a host.
	const secret = /(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{43}(?![\w-])/;
	expect(written).not.toMatch(secret);
	expect(lines.map(({ route }) => route)).toContain('/(public)/kalender/[token].ics');
});
