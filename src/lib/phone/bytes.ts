/** Bytes that lie in memory of their own, as Web Crypto and IndexedDB want them. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** The parts one after another. */
export function joined(...parts: readonly Uint8Array[]): Bytes {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}

/** A number below 2^32 as four bytes, the highest first. */
export function fourBytes(value: number): Bytes {
	const bytes = new Uint8Array(4);
	new DataView(bytes.buffer).setUint32(0, value);
	return bytes;
}

/** Reads what `fourBytes` wrote. */
export function numberAt(bytes: Uint8Array, at: number): number {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at);
}

/** Bytes as text for an address or JSON (RFC 4648, section 5, without padding). */
export function toBase64Url(bytes: Uint8Array): string {
	const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
	return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Reads what `toBase64Url` wrote; throws where it is no such text. */
export function fromBase64Url(text: string): Bytes {
	return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
		letter.charCodeAt(0),
	);
}
