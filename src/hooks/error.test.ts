import { error as httpError, redirect, type RequestEvent } from '@sveltejs/kit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { logger } from '#lib/server/logger.ts';
import { addPerson, eachEngine } from '#lib/server/test-world.ts';
import { error } from './error.ts';
import { log } from './log.ts';

let lines: unknown[];
beforeEach(() => {
	lines = [];
	for (const level of ['info', 'error'] as const) {
		vi.spyOn(logger(), level).mockImplementation((line: unknown) => void lines.push(line));
	}
});
afterEach(() => vi.restoreAllMocks());

const event = (address = 'https://portal.example/uren') =>
	({
		locals: { reference: 'abcd1234' },
		route: { id: '/(resident)/uren' },
		request: new Request(address, { headers: { 'user-agent': 'phone of Amina' } }),
		url: new URL(address),
	}) as unknown as RequestEvent;

async function tell(problem: unknown, status = 500) {
	return error({ error: problem, event: event(), status, message: 'Internal Error' });
}

describe('an error', () => {
	it('shows the person a reference and nothing else', async () => {
		expect(await tell(new Error('the secret'))).toEqual({
			message: 'error',
			reference: 'abcd1234',
		});
	});

	it('says in the log where, and never what its message quotes', async () => {
		await tell(
			new RangeError('Amina', { cause: Object.assign(new Error('Haile'), { code: '22P02' }) }),
		);
		const [line] = lines as { problem: { name: string; code?: string; at: string[] }[] }[];
		expect(line?.problem.map(({ name, code }) => [name, code])).toEqual([
			['RangeError', undefined],
			['Error', '22P02'],
		]);
		expect(line?.problem[0]?.at[0]).toContain('error.test.ts');
		expect(JSON.stringify(lines)).not.toMatch(/Amina|Haile/);
	});

	it('stands what is no error, and says nothing of a page that is not there', async () => {
		await tell('Amina');
		await tell(undefined);
		await tell(new Error('nothing'), 404);
		expect(lines).toHaveLength(2);
		expect(JSON.stringify(lines)).not.toContain('Amina');
	});
});

eachEngine('an error of the database', (open) => {
	it('says nothing of the values', async () => {
		const world = await open();
		const { portal } = world;
		const person = await addPerson(portal, { givenName: 'Semhar', phone: '06-12345678' });
		const { people } = portal.store.t;
		const problem: unknown = await portal.store
			.touch(async (tx) => tx.insert(people).values(person))
			.catch((thrown: unknown) => thrown);
		expect(problem).toBeInstanceOf(Error);
		await tell(problem);
		expect(JSON.stringify(lines)).not.toMatch(/Semhar|12345678/);
		expect(JSON.stringify(lines)).toMatch(/SQLITE_CONSTRAINT_UNIQUE|23505/);
		await world.close();
	});
});

describe('the line of a request', () => {
	it('has the route and not the address, the action and not the query', async () => {
		const asked = event('https://portal.example/uren?/confirm&name=Amina');
		await log({ event: asked, resolve: () => new Response('', { status: 201 }) });
		expect(lines).toMatchObject([{ route: '/(resident)/uren', action: 'confirm', status: 201 }]);
		expect(JSON.stringify(lines)).not.toContain('Amina');
	});

	it.each([
		[303, () => redirect(303, '/inloggen')],
		[404, () => httpError(404)],
		[500, () => Promise.reject(new RangeError('a bug'))],
	])('is there too when a hook throws (%d)', async (status, thrower) => {
		await expect(log({ event: event(), resolve: async () => thrower() })).rejects.toBeTruthy();
		expect(lines).toMatchObject([{ status }]);
	});
});
