import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { read, secretFrom, SettingProblem } from './settings.ts';

const digid = {
	DIGID_ISSUER: 'https://broker.example/oidc',
	DIGID_CLIENT_ID: 'meedoen',
	DIGID_CLIENT_SECRET_FILE: '/run/secrets/digid',
	DIGID_ACR: 'http://eidas.europa.eu/LoA/substantial',
};

describe('settings', () => {
	it('have a default for everything that a first start needs', () => {
		expect(read({})).toMatchObject({
			PORT: 3000,
			HOST: '127.0.0.1',
			DATA_DIR: './data',
			LOG_LEVEL: 'info',
			TRUST_PROXY: false,
			DEMO: false,
		});
	});

	it('count as left out when they are empty, and take no notice of others', () => {
		const given = { PORT: '', DEMO: '', DEMO_TODAY: '', LOG_LEVEL: '', HOME: '/root', port: '1' };
		expect(read(given)).toEqual(read({}));
	});

	it('are taken as they are meant', () => {
		const given = {
			...digid,
			PORT: '65535',
			TRUST_PROXY: '1',
			DATABASE_URL: 'postgresql://meedoen@db.example:5432/x?sslmode=verify-full',
			STAFF_ROLE_MAP: 'a b=klantmanager, c=teamLead,d=administrator',
		};
		expect(read(given)).toMatchObject({ ...given, PORT: 65535, TRUST_PROXY: true });
		expect(read({ DEMO: '1', DEMO_TODAY: '2026-11-23' })).toMatchObject({
			DEMO: true,
			DEMO_TODAY: '2026-11-23',
		});
		expect(read({ ...digid, DIGID_ISSUER: 'http://127.0.0.1:3000/oidc' })).toBeTruthy();
	});

	it.each([
		['PORT', '0'],
		['PORT', '65536'],
		['PORT', '-1'],
		['PORT', '80.5'],
		['PORT', '3000 '],
		['PORT', 'http'],
		['TRUST_PROXY', 'yes'],
		['DEMO', 'true'],
		['LOG_LEVEL', 'loud'],
		['CLAMAV_SOCKET', 'clamd.ctl'],
		['CLAMAV_SOCKET', '127.0.0.1'],
		['CLAMAV_SOCKET', 'http://127.0.0.1:3310'],
		['DATABASE_URL', 'mysql://db.example'],
		['DATABASE_URL', 'postgres'],
		['DATABASE_URL', 'postgres//db.example'],
		['DIGID_ISSUER', 'broker.example'],
		['DIGID_ISSUER', 'http://broker.example'],
		['DIGID_ISSUER', 'http://127.0.0.1.example'],
		['DIGID_ISSUER', 'http://localhost@broker.example'],
		['STAFF_ISSUER', 'javascript:alert(1)'],
		['STAFF_ROLE_MAP', 'Consulent'],
		['STAFF_ROLE_MAP', 'Consulent=boss'],
		['STAFF_ROLE_MAP', 'Consulent=klantmanager,Chef=boss'],
		['STAFF_ROLE_MAP', 'Consulent=klantmanager,'],
		['STAFF_ROLE_MAP', '=klantmanager'],
	])('refuse %s %j in one sentence that names it', (name, value) => {
		const problem = problemOf({ ...digid, [name]: value });
		expect(problem.message).toMatch(new RegExp(`^${name} is .+\\.$`));
		expect(problem.message.split('\n')).toHaveLength(1);
	});

	it.each(['23-11-2026', '2026-02-30', 'today', '2026-11-23T10:00'])(
		'refuse %j as the day of the demo',
		(value) => {
			expect(problemOf({ DEMO: '1', DEMO_TODAY: value }).message).toBe(
				'DEMO_TODAY is a day such as 2026-11-23.',
			);
		},
	);

	it.each(['2026-11-23', '2026-11-23T10:00', 'now'])(
		'refuse %j as when the demo began',
		(value) => {
			const given = { DEMO: '1', DEMO_TODAY: '2026-11-23', DEMO_BEGAN: value };
			expect(problemOf(given).message).toBe(
				'DEMO_BEGAN is an instant such as 2026-11-22T20:30:00Z.',
			);
		},
	);

	it('refuse when the demo began without its day', () => {
		expect(problemOf({ DEMO: '1', DEMO_BEGAN: '2026-11-22T20:30:00Z' }).message).toBe(
			'DEMO_BEGAN goes with DEMO_TODAY: set both or leave it out.',
		);
	});

	it('let nobody lay another day around real people', () => {
		for (const DEMO of [undefined, '', '0']) {
			expect(problemOf({ DEMO, DEMO_TODAY: '2026-11-23' }).message).toBe(
				'DEMO_TODAY is for the demo only: set DEMO=1 or leave it out.',
			);
		}
	});

	it.each(Object.keys(digid))('refuse a DigiD door without its %s', (name) => {
		const { [name]: _, ...rest } = digid as Record<string, string>;
		expect(problemOf(rest).message).toContain(name);
	});

	it('refuse a half door of the staff', () => {
		expect(problemOf({ STAFF_CLIENT_ID: 'x' }).message).toBe(
			'To sign in through this door STAFF_ISSUER and STAFF_CLIENT_SECRET_FILE must be set too.',
		);
	});
});

describe('a secret in a file', () => {
	it('is read without its line end, and named when it is not there', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'settings-'));
		const path = join(folder, 'secret');
		await writeFile(path, 'a secret\n');
		expect(secretFrom(path, 'DIGID_CLIENT_SECRET_FILE')).toBe('a secret');
		for (const wrong of [join(folder, 'none'), folder]) {
			expect(() => secretFrom(wrong, 'DIGID_CLIENT_SECRET_FILE')).toThrow(
				new SettingProblem(`DIGID_CLIENT_SECRET_FILE names ${wrong}, which cannot be read.`),
			);
		}
		await rm(folder, { recursive: true });
	});

	it('is refused when there is nothing in it', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'settings-'));
		await writeFile(join(folder, 'secret'), '\n');
		expect(() => secretFrom(join(folder, 'secret'), 'STAFF_CLIENT_SECRET_FILE')).toThrow(
			SettingProblem,
		);
		await rm(folder, { recursive: true });
	});
});

function problemOf(given: Record<string, string | undefined>): SettingProblem {
	try {
		read(given);
	} catch (problem) {
		if (problem instanceof SettingProblem) return problem;
	}
	return expect.fail('nothing was refused');
}
