import { toBase64Url } from './bytes.ts';

/** How the sending of a parcel ended. */
export type Sent =
	/** The server has it and says what became of it; only then it may leave the phone. */
	| {
			readonly kind: 'taken';
			readonly outcome: 'received' | 'draft' | 'refused';
			readonly at: string | null;
			readonly reason: string | null;
			readonly withoutPhotos: boolean;
	  }
	/** As it is it can never be taken. */
	| { readonly kind: 'refused'; readonly reason: string | null }
	| { readonly kind: 'later'; readonly reason: string | null; readonly afterMs: number | null }
	| { readonly kind: 'signedOut' | 'otherPerson' | 'noConnection' };

/** What is sent, sealed; `owner` is for whom. */
export interface Sealed {
	readonly id: string;
	readonly owner: string;
	readonly sealed: ArrayBuffer;
}

export type Fetch = (address: string, request: RequestInit) => Promise<Response>;

const chunkBytes = 256 * 1024;
const chunkMs = 120_000;
/** More often than this the server and the phone do not agree where they are. */
const mostSteps = 500;
const mostTurns = 5;

/**
 * Sends a parcel in parts, from where the server says it is (tus 1.0): a broken connection costs one part. Whatever does
 * not come from the portal, such as the page of a hotel's wifi, counts as no connection. `now` is the phone's clock in ms.
 */
export async function send(parcel: Sealed, fetch: Fetch, now: () => number): Promise<Sent> {
	const bytes = new Uint8Array(parcel.sealed);
	const hash = toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
	const address = `/pakket/${parcel.id}`;
	const named = { 'X-Owner': parcel.owner, 'X-Seal': hash };
	try {
		const known = await ask(fetch, address, { method: 'HEAD', headers: named });
		if (known.status !== 200) return await failed(known);
		let offset = offsetOf(known, bytes.length);
		let turns = 0;
		for (let step = 0; offset !== null && step < mostSteps; step += 1) {
			const answer = await ask(fetch, address, {
				method: 'PATCH',
				headers: {
					...named,
					'Content-Type': 'application/offset+octet-stream',
					'Upload-Offset': String(offset),
					'Upload-Length': String(bytes.length),
					'X-Clock': String(now()),
				},
				body: bytes.slice(offset, offset + chunkBytes),
			});
			if (answer.status === 200) return await outcomeOf(answer, parcel.id);
			if (answer.status === 409) turns += 1;
			else if (answer.status !== 204) return await failed(answer);
			if (turns > mostTurns) return { kind: 'later', reason: null, afterMs: null };
			offset = offsetOf(answer, bytes.length);
		}
		return { kind: 'noConnection' };
	} catch {
		return { kind: 'noConnection' };
	}
}

/** No redirect is followed: the portal answers with a status, and whoever redirects is not the portal. */
function ask(fetch: Fetch, address: string, request: RequestInit): Promise<Response> {
	const limit = 'timeout' in AbortSignal ? { signal: AbortSignal.timeout(chunkMs) } : {};
	return fetch(address, { ...request, ...limit, redirect: 'manual', cache: 'no-store' });
}

async function failed(answer: Response): Promise<Sent> {
	const { status } = answer;
	if (status === 401) return { kind: 'signedOut' };
	if (status === 403) return { kind: 'otherPerson' };
	if (status === 400 || status === 413) return { kind: 'refused', reason: await reasonOf(answer) };
	if (status < 400) return { kind: 'noConnection' };
	const seconds = Number(answer.headers.get('Retry-After') ?? Number.NaN);
	const afterMs = Number.isFinite(seconds) ? seconds * 1000 : null;
	return { kind: 'later', reason: status === 429 ? await reasonOf(answer) : null, afterMs };
}

const outcomes = ['received', 'draft', 'refused'] as const;

async function outcomeOf(answer: Response, id: string): Promise<Sent> {
	const said = await jsonOf(answer);
	const outcome = outcomes.find((known) => known === said['outcome']);
	if (said['id'] !== id || !outcome) return { kind: 'noConnection' };
	const withoutPhotos = said['withoutPhotos'] === true;
	return {
		kind: 'taken',
		outcome,
		at: pathOf(said['at']),
		reason: textOf(said['reason']),
		withoutPhotos,
	};
}

async function reasonOf(answer: Response): Promise<string | null> {
	return textOf((await jsonOf(answer))['reason']);
}

async function jsonOf(answer: Response): Promise<Record<string, unknown>> {
	const said: unknown = await answer.json().catch(() => null);
	return typeof said === 'object' && said !== null ? { ...said } : {};
}

function textOf(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}

/** A page of this portal. */
function pathOf(value: unknown): string | null {
	return typeof value === 'string' && /^\/(?!\/)/.test(value) ? value : null;
}

/** How much of it the server has; null where it does not say so sensibly. */
function offsetOf(answer: Response, length: number): number | null {
	const written = answer.headers.get('Upload-Offset') ?? '';
	const offset = Number(written);
	return /^\d+$/.test(written) && offset <= length ? offset : null;
}
