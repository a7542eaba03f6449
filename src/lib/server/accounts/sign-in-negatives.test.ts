import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as keyring from '../crypto/keyring.ts';
import { read, type Settings } from '../settings.ts';
import { all } from '../tenants/tenants.ts';
import { client, type Hostility, hostileProvider } from './hostile-provider.ts';
import * as signIn from './sign-in.ts';

const at = Date.parse('2026-11-23T10:00:00Z');
const acr = 'http://eidas.europa.eu/LoA/substantial';
const honest = {
	acr,
	bsn: '999990019',
	name: 'Kim',
	roles: ['Consulent', 'Chef', 'root', 'administrator'],
	gemeentecodes: ['0074', 74],
};

let folder: string;
let provider: Awaited<ReturnType<typeof hostileProvider>>;
let portal: Parameters<typeof signIn.begin>[0];
let settings: Settings;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'sign-in-'));
	provider = await hostileProvider(honest);
	const [tenant] = all();
	if (!tenant) throw new Error('there is no tenant');
	portal = { tenant, keyring: await keyring.create(join(folder, 'keys')) };
	const secretFile = join(folder, 'secret');
	await writeFile(secretFile, `${client.secret}\n`);
	settings = read({
		DIGID_ISSUER: provider.issuer,
		DIGID_CLIENT_ID: client.id,
		DIGID_CLIENT_SECRET_FILE: secretFile,
		DIGID_ACR: acr,
		STAFF_ISSUER: provider.issuer,
		STAFF_CLIENT_ID: client.id,
		STAFF_CLIENT_SECRET_FILE: secretFile,
		STAFF_ROLE_MAP: 'Consulent=klantmanager, Chef = teamLead',
	});
});
afterEach(async () => {
	provider.close();
	await rm(folder, { recursive: true });
});

async function signInWith(how: Hostility, door: signIn.Door = 'digid', iss = provider.issuer) {
	provider.behave({ ...(how.metadata ? { metadata: how.metadata } : {}) });
	const callback = new URL('http://127.0.0.1:3000/inloggen/terug');
	const { location, flow } = await signIn.begin(portal, settings, door, callback, at);
	provider.behave(how, location.searchParams.get('nonce') ?? '');
	const current = new URL(callback);
	const state = location.searchParams.get('state') ?? '';
	for (const [name, value] of Object.entries({ code: 'code', state, iss })) {
		if (value) current.searchParams.set(name, value);
	}
	const noted: string[] = [];
	const note = (reason: string) => void noted.push(reason);
	const identity = await signIn.finish(portal, settings, current, flow, at + 1, note);
	return { identity, noted };
}

it('an honest answer is taken, so that the refusals below mean something', async () => {
	const { identity, noted } = await signInWith({});
	expect(noted).toEqual([]);
	expect(identity).toMatchObject({
		door: 'digid',
		who: { issuer: provider.issuer, subject: 'amina', bsn: '999990019' },
	});
});

describe('refused, with a reason for the log that holds nothing personal', () => {
	const answers: Record<string, Hostility> = {
		'the nonce of another sign-in': { claims: { nonce: 'another' } },
		'no nonce': { claims: { nonce: undefined } },
		'a token of another issuer': { claims: { iss: 'https://somebody.example' } },
		'a token for another client': { claims: { aud: 'another' } },
		'a token for several clients, for another one of them': {
			claims: { aud: [client.id, 'another'], azp: 'another' },
		},
		'a token that is over': { claims: { exp: 1_700_000_000 } },
		'a token that never ends': { claims: { exp: undefined } },
		'a token of nobody': { claims: { sub: undefined } },
		'no signature (alg none)': { header: { alg: 'none' }, signedBy: 'nobody' },
		'no signature, though the provider lists alg none': {
			header: { alg: 'none' },
			signedBy: 'nobody',
			metadata: { id_token_signing_alg_values_supported: ['ES256', 'none'] },
		},
		'an empty signature': { signedBy: 'nobody' },
		'the signature of somebody else': { signedBy: 'somebodyElse' },
		'a signature made with the client’s secret': {
			header: { alg: 'HS256' },
			signedBy: 'clientSecret',
		},
		'a key that the provider does not have': { header: { kid: 'another' } },
		'no keys to check with': { withoutKeys: true },
		'no id_token': { withoutIdToken: true },
		'an error of the token address': { tokenStatus: 500 },
		'a lower level of assurance': { claims: { acr: 'http://eidas.europa.eu/LoA/low' } },
		'no level of assurance': { claims: { acr: undefined } },
		'a level of assurance in a list': { claims: { acr: [acr] } },
		'no BSN': { claims: { bsn: undefined } },
		'a BSN that is none': { claims: { bsn: '999990018' } },
		'a BSN that is a number': { claims: { bsn: 999_990_019 } },
		'a BSN with more': { claims: { bsn: '999990019 or 1=1' } },
	};
	it.each(Object.entries(answers))('%s', async (_, how) => {
		const { identity, noted } = await signInWith(how);
		expect(identity).toBeNull();
		expect(noted).toHaveLength(1);
		expect(noted[0]).toMatch(/\w/);
		expect(noted[0]).not.toContain('99999001');
	});

	it('an answer in the name of another provider (mix-up)', async () => {
		const { identity } = await signInWith({}, 'digid', 'https://somebody.example');
		expect(identity).toBeNull();
	});

	it('an answer in nobody’s name, of a provider that always says its own', async () => {
		expect((await signInWith({}, 'digid', '')).identity).toBeNull();
	});

	it('a provider that calls itself otherwise than the settings do, before anybody leaves', async () => {
		const how = { metadata: { issuer: 'https://somebody.example' } };
		await expect(signInWith(how)).rejects.toThrow();
	});
});

describe('the roles of staff', () => {
	const rolesOf = async (claims: Record<string, unknown>) => {
		const { identity } = await signInWith({ claims }, 'staff');
		if (identity?.door !== 'staff') return expect.fail('there is nobody');
		return identity.who;
	};

	it('are those the map knows; others are passed over, also one named like ours', async () => {
		expect(await rolesOf({})).toMatchObject({
			roles: ['klantmanager', 'teamLead'],
			gemeentecodes: ['0074'],
			email: null,
		});
	});

	it.each([
		['Consulent', ['klantmanager']],
		[undefined, []],
		[null, []],
		[{ Consulent: true }, []],
		[[['Consulent']], []],
		[['constructor', '__proto__', 'toString'], []],
	])('out of the claim %j', async (roles, expected) => {
		expect((await rolesOf({ roles })).roles).toEqual(expected);
	});

	it('fall back on the subject for somebody without a name', async () => {
		expect((await rolesOf({ name: undefined })).name).toBe('amina');
	});
});
