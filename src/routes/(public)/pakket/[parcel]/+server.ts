import { json, type RequestEvent } from '@sveltejs/kit';
import type { Resident } from '#lib/server/access/access.ts';
import { isId } from '#lib/server/id.ts';
import * as parcels from '#lib/server/parcels/parcels.ts';
import { ownerOf } from '#lib/server/phones/phones.ts';
import { madeAtOf } from '../../../../hooks/phone-clock.ts';
import { madeOf } from '../../../../hooks/parcel-form.ts';

/** How far a parcel has come. Nobody is sent to sign in here: it is the phone that asks, and it waits. */
export async function HEAD(event: RequestEvent): Promise<Response> {
	const asked = askedOf(event);
	if ('status' in asked) return asked;
	const offset = await parcels.offsetOf(asked.actor, asked.named);
	return new Response(null, { headers: offsetIs(offset) });
}

/** The next part of a parcel; on the last one what became of it (the core of tus 1.0). */
export async function PATCH(event: RequestEvent): Promise<Response> {
	const asked = askedOf(event);
	if ('status' in asked) return asked;
	const { actor, named } = asked;
	const { headers } = event.request;
	if (headers.get('x-owner') !== ownerOf(event.locals.portal, actor.id)) return empty(403);
	const [offset, length] = [wholeOf(headers, 'upload-offset'), wholeOf(headers, 'upload-length')];
	if (offset === null || length === null) return empty(400);
	if (Number(headers.get('content-length') ?? 0) > parcels.mostChunkBytes) return problem(413);
	const bytes = new Uint8Array(await event.request.arrayBuffer());
	if (bytes.length > parcels.mostChunkBytes) return problem(413);
	const parcel = { ...named, length };
	const progress = await parcels.receive(actor, parcel, offset, bytes, event.locals.moment);
	switch (progress.state) {
		case 'taken':
			return outcomeIs(named, length, progress.outcome);
		case 'whole':
			return taken(event, actor, parcel);
		case 'more':
			return empty(progress.isElsewhere ? 409 : 204, offsetIs(progress.offset));
		case 'tooLarge':
			return problem(413);
		case 'tooMuch':
			return problem(429);
	}
}

async function taken(
	{ locals, request }: RequestEvent,
	actor: Resident,
	parcel: parcels.Whole,
): Promise<Response> {
	const opened = await parcels.open(actor, parcel);
	if (opened.state === 'damaged') return empty(409, offsetIs(0));
	if (opened.state === 'keyUnknown') return empty(503, { 'retry-after': '60' });
	if (opened.state === 'unreadable') return problem(400);
	const { files, madeAt } = opened.parcel;
	const { moment } = locals;
	const content = {
		made: madeOf(opened.parcel),
		photos: files.map(({ bytes, type }) => new Blob([new Uint8Array(bytes)], { type })),
		madeAt: madeAtOf(madeAt, request.headers.get('x-clock'), moment.now),
	};
	const outcome = await parcels.take(actor, parcel, content, moment);
	await parcels.forget(actor, parcel);
	return outcomeIs(parcel, parcel.length, outcome);
}

function askedOf({ locals, params, request }: RequestEvent) {
	const { actor } = locals;
	if (actor?.kind !== 'resident') return empty(401);
	const id = params['parcel'] ?? '';
	const sealedHash = request.headers.get('x-seal') ?? '';
	if (!isId(id) || !parcels.isHash(sealedHash)) return empty(400);
	return { actor, named: { id, sealedHash } };
}

function outcomeIs({ id }: parcels.Named, length: number, outcome: parcels.ParcelOutcome) {
	return json({ id, ...outcome }, { headers: offsetIs(length) });
}

const reasons = { 400: 'notUnderstood', 413: 'tooLarge', 429: 'tooMuch' } as const;

function problem(status: keyof typeof reasons): Response {
	return json({ reason: reasons[status] satisfies parcels.ParcelReason }, { status });
}

function empty(status: number, headers: Record<string, string> = {}): Response {
	return new Response(null, { status, headers });
}

function offsetIs(offset: number): Record<string, string> {
	return { 'upload-offset': String(offset), 'tus-resumable': '1.0.0' };
}

function wholeOf(headers: Headers, name: string): number | null {
	const value = headers.get(name) ?? '';
	return /^\d{1,9}$/.test(value) ? Number(value) : null;
}
