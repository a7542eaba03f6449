import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import * as v from 'valibot';

/** Longer than any device writes, with room for long keys. */
const longest = 20_000;
const base64url = v.pipe(v.string(), v.regex(/^[\w-]{1,16000}$/));

const credential = {
	id: base64url,
	rawId: base64url,
	type: v.literal('public-key'),
	clientExtensionResults: v.optional(v.looseObject({}), {}),
};
const transports = v.picklist(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']);

const added = v.object({
	...credential,
	response: v.object({
		clientDataJSON: base64url,
		attestationObject: base64url,
		transports: v.optional(v.array(v.fallback(v.nullable(transports), null)), []),
	}),
});

const signed = v.object({
	...credential,
	response: v.object({
		clientDataJSON: base64url,
		authenticatorData: base64url,
		signature: base64url,
		userHandle: v.optional(v.nullable(base64url)),
	}),
});

/** What a device made, as the page's script sends it, or null for anything else. */
export function readAdded(given: string): RegistrationResponseJSON | null {
	const read = parsed(added, given);
	if (!read) return null;
	const { attestationObject, clientDataJSON } = read.response;
	const known = read.response.transports.filter((transport) => transport !== null);
	return { ...read, response: { attestationObject, clientDataJSON, transports: known } };
}

/** What a device signed, or null for anything else. */
export function readSigned(given: string): AuthenticationResponseJSON | null {
	const read = parsed(signed, given);
	if (!read) return null;
	const { userHandle, ...rest } = read.response;
	return { ...read, response: userHandle ? { ...rest, userHandle } : rest };
}

/** The challenge that was signed, or null; whether it was ours to ask is another question. */
export function challengeOf(clientDataJSON: string): string | null {
	const text = Buffer.from(clientDataJSON, 'base64url').toString();
	const said = v.safeParse(v.object({ challenge: base64url }), json(text));
	return said.success ? said.output.challenge : null;
}

function parsed<S extends v.GenericSchema>(schema: S, given: string): v.InferOutput<S> | null {
	if (given.length > longest) return null;
	const read = v.safeParse(schema, json(given));
	return read.success ? read.output : null;
}

function json(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
