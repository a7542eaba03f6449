import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { bsnOf } from '../demo/bsn.ts';
import { provider } from '../demo/provider.ts';
import { clients, digidAcr } from '../demo/settings.ts';
import { read, type Settings } from '../settings.ts';
import { addPerson, eachEngine, type World } from '../test-world.ts';
import * as accounts from './accounts.ts';
import * as signIn from './sign-in.ts';

const at = Date.parse('2026-11-23T10:00:00Z');

eachEngine('signing in', (open) => {
	let world: World;
	let server: Server;
	let settings: Settings;
	let callback: URL;
	let noted: string[];

	beforeEach(async () => {
		world = await open();
		noted = [];
		server = createServer().listen(0, '127.0.0.1');
		await once(server, 'listening');
		const { port } = server.address() as AddressInfo;
		settings = await settingsFor(port, join(world.folder, '..', 'secret'));
		const oidc = provider(settings);
		server.on('request', (request, response) => oidc.answer(request, response));
		callback = new URL(`http://127.0.0.1:${port}/inloggen/terug`);
	});
	afterEach(async () => {
		server.closeAllConnections();
		server.close();
		await world.close();
	});

	const begin = (door: signIn.Door) => signIn.begin(world.portal, settings, door, callback, at);
	const finish = (current: URL, flow: string | undefined, now = at + 1000) =>
		signIn.finish(world.portal, settings, current, flow, now, (reason) => noted.push(reason));

	async function comeBack(door: signIn.Door, persona: string) {
		const { location, flow } = await begin(door);
		return { flow, current: await follow(location, persona) };
	}

	it('with DigiD gives the resident whom the gemeente has registered', async () => {
		const person = await addPerson(world.portal, { bsn: bsnOf('amina') });
		const { flow, current } = await comeBack('digid', 'amina');
		const identity = await finish(current, flow);
		expect(noted).toEqual([]);
		if (identity?.door !== 'digid') return expect.fail('there is nobody');
		expect(identity.who).toMatchObject({ subject: 'amina', bsn: bsnOf('amina') });
		expect(identity.idToken?.split('.')).toHaveLength(3);
		const account = await accounts.ofResident(world.portal, identity.who, at);
		expect(account).toMatchObject({ kind: 'resident', personId: person.id });
	});

	it('at the gemeente gives the member of staff with today’s roles', async () => {
		const { flow, current } = await comeBack('staff', 'anna');
		const identity = await finish(current, flow);
		if (identity?.door !== 'staff') return expect.fail(`nobody: ${noted.join()}`);
		expect(identity.who).toEqual({
			issuer: settings.STAFF_ISSUER,
			subject: 'anna',
			name: 'Anna de Wit',
			email: 'anna@voorbeeld.example',
			roles: ['klantmanager'],
			gemeentecodes: ['0074'],
		});
		const account = await accounts.ofStaff(world.portal, identity.who, at);
		expect(account).toMatchObject({ kind: 'staff', roles: ['klantmanager'] });
	});

	it('asks for DigiD Midden, with a new state, nonce and PKCE challenge each time', async () => {
		const [one, other] = [await begin('digid'), await begin('digid')];
		const { searchParams: asked } = one.location;
		expect(Object.fromEntries(asked)).toMatchObject({
			response_type: 'code',
			scope: 'openid',
			code_challenge_method: 'S256',
			acr_values: digidAcr,
			redirect_uri: callback.href,
		});
		for (const name of ['state', 'nonce', 'code_challenge']) {
			expect(asked.get(name)).toMatch(/^[\w-]{43}$/);
			expect(asked.get(name)).not.toBe(other.location.searchParams.get(name));
			expect(one.flow).not.toContain(asked.get(name));
		}
	});

	it('is refused without a flow, with a changed one, and with one of another browser', async () => {
		const { flow, current } = await comeBack('staff', 'anna');
		const other = await begin('staff');
		for (const wrong of [undefined, '', 'x', flow.slice(0, -1), flip(flow), other.flow]) {
			expect(await finish(current, wrong)).toBeNull();
		}
		expect(noted).toHaveLength(6);
		expect(await finish(current, flow)).not.toBeNull();
	});

	it('is refused with a flow of another tenant', async () => {
		const elsewhere = await open('ferm-werk');
		const { flow, current } = await comeBack('staff', 'anna');
		const portal = { ...elsewhere.portal, keyring: world.portal.keyring };
		expect(
			await signIn.finish(portal, settings, current, flow, at, (reason) => noted.push(reason)),
		).toBeNull();
		expect(noted).toEqual(['no flow']);
		await elsewhere.close();
	});

	it('is refused after ten minutes', async () => {
		const late = await comeBack('staff', 'anna');
		expect(await finish(late.current, late.flow, at + 10 * 60_000 + 1)).toBeNull();
		expect(noted).toEqual(['no flow']);
		expect(await finish(late.current, late.flow, at + 10 * 60_000)).not.toBeNull();
	});

	it('is refused with a code that was used already', async () => {
		const { flow, current } = await comeBack('staff', 'anna');
		expect(await finish(current, flow)).not.toBeNull();
		expect(await finish(current, flow)).toBeNull();
	});

	it('is refused when the provider says no, and with anything that is not its answer', async () => {
		const { flow, current } = await comeBack('staff', 'anna');
		const changes: Record<string, string>[] = [
			{ error: 'access_denied' },
			{ code: 'another' },
			{ code: '' },
			{ state: 'another' },
			{ state: '' },
			{ iss: 'https://somebody.example' },
			{ iss: '' },
		];
		for (const change of changes) {
			const changed = new URL(current);
			for (const [name, value] of Object.entries(change)) changed.searchParams.set(name, value);
			expect(await finish(changed, flow), JSON.stringify(change)).toBeNull();
		}
		expect(await finish(new URL(callback), flow)).toBeNull();
		expect(noted).toHaveLength(changes.length + 1);
		for (const reason of noted) expect(reason).not.toContain(current.searchParams.get('code'));
	});

	it('is refused at a door that is not set up, without a word to the person', async () => {
		const { flow, current } = await comeBack('staff', 'anna');
		const { STAFF_CLIENT_ID: _, ...rest } = settings;
		const note = (reason: string) => noted.push(reason);
		expect(await signIn.finish(world.portal, rest, current, flow, at, note)).toBeNull();
		expect(noted[0]).toContain('STAFF_CLIENT_ID');
	});

	it('as one kind of person does not open the door of the other', async () => {
		const { location } = await begin('digid');
		await expect(follow(location, 'anna')).rejects.toThrow('no way on');
	});
});

async function settingsFor(port: number, secretFile: string): Promise<Settings> {
	await writeFile(secretFile, 'a-secret-of-the-provider-in-this-test');
	const issuer = `http://127.0.0.1:${port}/demo/oidc`;
	return read({
		DEMO: '1',
		PORT: String(port),
		DIGID_ISSUER: issuer,
		DIGID_CLIENT_ID: clients.digid,
		DIGID_CLIENT_SECRET_FILE: secretFile,
		DIGID_ACR: digidAcr,
		STAFF_ISSUER: issuer,
		STAFF_CLIENT_ID: clients.staff,
		STAFF_CLIENT_SECRET_FILE: secretFile,
	});
}

/** A browser that follows every redirect and chooses somebody from the list, until it is sent back to the portal. */
async function follow(location: URL, persona: string): Promise<URL> {
	const jar = new Map<string, string>();
	let next = location;
	for (let hop = 0; hop < 12; hop += 1) {
		if (next.pathname === '/inloggen/terug') return next;
		const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
		const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
		for (const set of answer.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
			jar.set(name, value);
		}
		const to = answer.headers.get('location');
		const link = new RegExp(`href="([^"]+persona=${persona})"`).exec(await answer.text())?.[1];
		if (!to && !link) break;
		next = new URL(to ?? link ?? '', next);
	}
	throw new Error('no way on');
}

/** The same text with one character in the middle changed. */
function flip(text: string): string {
	const middle = Math.floor(text.length / 2);
	return text.slice(0, middle) + (text[middle] === 'A' ? 'B' : 'A') + text.slice(middle + 1);
}
