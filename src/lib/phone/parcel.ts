import { type Bytes, fourBytes, joined, numberAt, toBase64Url } from './bytes.ts';

/**
 * A parcel: one thing made on a phone and kept there until the server received it. Packed it is the length of a JSON head
 * (four bytes, the highest first), the head, and the bytes of its files. The server keeps reading every version of this.
 */
export interface Parcel {
	/** 22 characters, made on the phone; it stays the same however often the parcel goes. */
	readonly id: string;
	/** The tag of the account that it was made for; it says nothing to anybody without the server's key. */
	readonly owner: string;
	readonly kind: ParcelKind;
	/** By the clock of the phone, in ms UTC. */
	readonly madeAt: number;
	/** Whether the person said that it can go; otherwise the server keeps it as a draft. */
	readonly isWhole: boolean;
	readonly fields: Readonly<Record<string, string>>;
	readonly files: readonly ParcelFile[];
}

export type ParcelKind = 'hours' | 'form';

export interface ParcelFile {
	readonly name: string;
	readonly type: string;
	readonly bytes: Uint8Array;
}

const version = 1;
const headLength = 4;
const kinds = { hours: true, form: true } satisfies Record<ParcelKind, true>;

/** A new id of 128 random bits, in the shape of the server's own. */
export function newParcelId(): string {
	return toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
}

/** The parcel as bytes, to be sealed. */
export function pack(parcel: Parcel): Bytes {
	const { files, ...head } = parcel;
	const described = files.map(({ name, type, bytes }) => ({ name, type, size: bytes.length }));
	const json = new TextEncoder().encode(JSON.stringify({ v: version, ...head, files: described }));
	return joined(fourBytes(json.length), json, ...files.map(({ bytes }) => bytes));
}

/** Reads what `pack` made, from whatever phone; null where it is anything else. */
export function unpack(bytes: Uint8Array): Parcel | null {
	if (bytes.length < headLength) return null;
	const start = headLength + numberAt(bytes, 0);
	const head = jsonOf(bytes.subarray(headLength, start));
	if (start > bytes.length || !isRecord(head) || head['v'] !== version) return null;
	const { id, owner, kind, madeAt, isWhole, fields } = head;
	const files = filesOf(head['files'], bytes.subarray(start));
	if (typeof id !== 'string' || typeof owner !== 'string' || typeof isWhole !== 'boolean') {
		return null;
	}
	if (!isKind(kind) || !Number.isSafeInteger(madeAt) || !isTexts(fields) || !files) return null;
	return { id, owner, kind, madeAt: Number(madeAt), isWhole, fields, files };
}

function filesOf(described: unknown, bytes: Uint8Array): ParcelFile[] | null {
	if (!Array.isArray(described)) return null;
	const files: ParcelFile[] = [];
	let at = 0;
	for (const file of described as unknown[]) {
		if (!isRecord(file)) return null;
		const { name, type, size } = file;
		if (typeof name !== 'string' || typeof type !== 'string') return null;
		if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) return null;
		files.push({ name, type, bytes: bytes.subarray(at, at + size) });
		at += size;
	}
	return at === bytes.length ? files : null;
}

function jsonOf(bytes: Uint8Array): unknown {
	try {
		return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
	} catch {
		return null;
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: unknown): value is Record<string, string> {
	return isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
}

function isKind(value: unknown): value is ParcelKind {
	return typeof value === 'string' && Object.hasOwn(kinds, value);
}
