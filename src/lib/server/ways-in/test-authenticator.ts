import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What a test can make a device do otherwise than it should. */
interface Differing {
	readonly origin?: string;
	readonly host?: string;
	readonly isVerified?: boolean;
	readonly counter?: number;
	readonly handle?: string | null;
}

/** A device of the test with one key (WebAuthn Level 3, 6.1 and 6.5), so that what it says can be made wrong. */
export function authenticator(host: string, origin: string) {
	const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
	const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
	const credential = randomBytes(32);
	const id = credential.toString('base64url');
	const cose = map(
		[number(1), number(2)],
		[number(3), number(-7)],
		[number(-1), number(1)],
		[number(-2), bytes(Buffer.from(x, 'base64url'))],
		[number(-3), bytes(Buffer.from(y, 'base64url'))],
	);
	const client = (type: string, challenge: string, at: Differing) =>
		Buffer.from(JSON.stringify({ type, challenge, origin: at.origin ?? origin }));
	const data = (at: Differing, isNew: boolean) =>
		Buffer.concat([
			createHash('sha256')
				.update(at.host ?? host)
				.digest(),
			Buffer.from([1 | (at.isVerified === false ? 0 : 4) | (isNew ? 0x40 : 0)]),
			uint32(at.counter ?? 0),
		]);
	const shown = { id, rawId: id, type: 'public-key', clientExtensionResults: {} } as const;

	return {
		/** What the device makes for a new key. */
		make(challenge: string, at: Differing = {}): string {
			const length = Buffer.from([0, credential.length]);
			const own = Buffer.concat([Buffer.alloc(16), length, credential, cose]);
			const attestation = map(
				[text('fmt'), text('none')],
				[text('attStmt'), map()],
				[text('authData'), bytes(Buffer.concat([data(at, true), own]))],
			);
			const clientDataJSON = client('webauthn.create', challenge, at).toString('base64url');
			const attestationObject = attestation.toString('base64url');
			const response = { clientDataJSON, attestationObject, transports: ['internal', 'new-one'] };
			return JSON.stringify({ ...shown, response });
		},
		/** What it signs later. */
		sign(challenge: string, at: Differing = {}): string {
			const said = client('webauthn.get', challenge, at);
			const known = data(at, false);
			const signed = Buffer.concat([known, createHash('sha256').update(said).digest()]);
			const response = {
				clientDataJSON: said.toString('base64url'),
				authenticatorData: known.toString('base64url'),
				signature: sign('sha256', signed, privateKey).toString('base64url'),
				userHandle: at.handle ?? null,
			};
			return JSON.stringify({ ...shown, response });
		},
	};
}

/** The few parts of CBOR (RFC 8949) that a key is written in. */
function head(major: number, value: number): Buffer {
	if (value < 24) return Buffer.from([(major << 5) | value]);
	if (value < 256) return Buffer.from([(major << 5) | 24, value]);
	return Buffer.from([(major << 5) | 25, value >> 8, value & 0xff]);
}

const number = (value: number) => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (value: Buffer) => Buffer.concat([head(2, value.length), value]);
const text = (value: string) => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (...pairs: readonly [Buffer, Buffer][]) =>
	Buffer.concat([head(5, pairs.length), ...pairs.flat()]);

function uint32(value: number): Buffer {
	const buffer = Buffer.alloc(4);
	buffer.writeUInt32BE(value);
	return buffer;
}
