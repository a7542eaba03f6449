import { createHash } from 'node:crypto';
import { type APIRequestContext, expect, test } from '@playwright/test';
import sharp from 'sharp';
import { newParcelId, pack, type Parcel } from '#lib/phone/parcel.ts';
import { seal, type SealKey } from '#lib/phone/seal.ts';
import { signedIn, tenants } from '../browser/world.ts';

const address = tenants.heerenveen;

/** What a phone knows of who is signed in on it. */
interface Keys {
	readonly owner: string;
	readonly seal: SealKey;
}

interface Sent {
	readonly at: number;
	readonly length: number;
	readonly owner: string;
	readonly part: Buffer;
}

const hours = {
	activity: 'volunteering',
	organisation: 'Pakketpunt',
	doneOn: '2026-11-20',
	minutes: '90',
	dutchSpoken: 'yes',
	together: 'yes',
};

test('a parcel comes in parts, is taken once, and is of one person alone', async ({ browser }) => {
	const phone = await signedIn(browser, address, 'rahel');
	const keys = await keysOf(phone.request);
	const parcel = await sealed(keys, { fields: hours });
	const { bytes, id } = parcel;
	const half = Math.ceil(bytes.length / 2);
	const part = (at: number, end = bytes.length) => ({
		at,
		length: bytes.length,
		owner: keys.owner,
		part: bytes.subarray(at, end),
	});

	expect(await offset(phone.request, parcel)).toBe('0');
	expect((await send(phone.request, parcel, part(0, half))).status()).toBe(204);
	const again = await send(phone.request, parcel, part(0, half));
	expect(again.status()).toBe(409);
	expect(again.headers()['upload-offset']).toBe(String(half));
	const other = await send(phone.request, parcel, { ...part(half), owner: 'A'.repeat(22) });
	expect(other.status()).toBe(403);
	expect(await offset(phone.request, parcel)).toBe(String(half));

	const taken = await send(phone.request, parcel, part(half));
	expect(taken.status()).toBe(200);
	const outcome: unknown = await taken.json();
	expect(outcome).toMatchObject({ id, outcome: 'received', at: `/uren/${id}`, reason: null });
	const empty = await send(phone.request, parcel, part(bytes.length));
	expect(await empty.json()).toEqual(outcome);
	expect(await offset(phone.request, parcel)).toBe(String(bytes.length));

	const page = await phone.newPage();
	await page.goto('/uren');
	await expect(page.locator('bdi', { hasText: hours.organisation })).toHaveCount(1);

	const nobody = await browser.newContext({ baseURL: address });
	expect((await send(nobody.request, parcel, part(0))).status()).toBe(401);
});

test('hours that are not whole become a draft, and their photo goes along when it is sent', async ({
	browser,
}) => {
	const phone = await signedIn(browser, address, 'rahel');
	const keys = await keysOf(phone.request);
	const create = { width: 90, height: 60, channels: 3, background: '#888888' } as const;
	const photo = await sharp({ create }).jpeg().toBuffer();
	const files = [{ name: 'p.jpg', type: 'image/jpeg', bytes: new Uint8Array(photo) }];
	const fields = { ...hours, organisation: 'Halverwege', minutes: '' };
	const parcel = await sealed(keys, { fields, files, isWhole: false });
	const { bytes, id } = parcel;
	const all = { at: 0, length: bytes.length, owner: keys.owner, part: bytes };
	const taken = await send(phone.request, parcel, all);
	expect(await taken.json()).toMatchObject({ outcome: 'draft', at: `/uren/nieuw/${id}` });

	const page = await phone.newPage();
	await page.goto('/uren/nieuw');
	await expect(page.getByText('Halverwege')).toBeVisible();
	await page.goto(`/uren/nieuw/${id}`);
	await expect(page).toHaveURL(/\/hoelang$/);
	await page.locator('button[name=minutes][value="60"]').click();
	await expect(page).toHaveURL(/\/bewijs$/);
	await expect(page.getByText('1 bestand van uw telefoon gaat mee.')).toBeVisible();
	await page.locator('form[action="?/send"] button:not([name])').click();
	await expect(page).toHaveURL(`${address}/uren/${id}`);
	await expect(page.locator('img[src^="/uren/bewijs/"]')).toHaveCount(1);
});

async function keysOf(request: APIRequestContext): Promise<Keys> {
	return (await (await request.get(`${address}/telefoon/sleutels`)).json()) as Keys;
}

async function sealed({ owner, seal: key }: Keys, differing: Partial<Parcel>) {
	const id = newParcelId();
	const whole: Parcel = {
		id,
		owner,
		kind: 'hours',
		madeAt: 0,
		isWhole: true,
		fields: {},
		files: [],
		...differing,
	};
	const bytes = Buffer.from(await seal(pack(whole), { id, owner }, key));
	return { id, bytes, hash: createHash('sha256').update(bytes).digest('base64url') };
}

type Sealed = Awaited<ReturnType<typeof sealed>>;

async function offset(request: APIRequestContext, { hash, id }: Sealed) {
	const answer = await request.head(`${address}/pakket/${id}`, { headers: { 'x-seal': hash } });
	return answer.headers()['upload-offset'];
}

function send(request: APIRequestContext, { hash, id }: Sealed, { at, length, owner, part }: Sent) {
	return request.patch(`${address}/pakket/${id}`, {
		headers: {
			origin: address,
			'content-type': 'application/offset+octet-stream',
			'upload-offset': String(at),
			'upload-length': String(length),
			'x-owner': owner,
			'x-seal': hash,
		},
		data: part,
	});
}
