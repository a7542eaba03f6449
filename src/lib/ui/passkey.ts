import {
	browserSupportsWebAuthn,
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON,
	startAuthentication,
	startRegistration,
} from '@simplewebauthn/browser';

/**
 * The button by which the device proves itself (WebAuthn): asks the portal what to sign, has the device sign it, and
 * hands that to the form. Where the browser cannot, the sentence stays that was there without a script.
 */
for (const box of document.querySelectorAll<HTMLElement>('[data-passkey]')) wake(box);

function wake(box: HTMLElement) {
	const part = (name: string) => box.querySelector<HTMLElement>(`[data-passkey-${name}]`);
	const [own, cannot, failed] = [part('own'), part('cannot'), part('failed')];
	const form = own?.querySelector('form');
	const field = form?.elements.namedItem('made');
	if (!own || !cannot || !failed || !form || !(field instanceof HTMLInputElement)) return;
	if (!browserSupportsWebAuthn()) return;
	own.hidden = false;
	cannot.hidden = true;
	let isAsking = false;
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		if (isAsking) return;
		isAsking = true;
		failed.hidden = true;
		void made(box).then((text) => {
			isAsking = false;
			failed.hidden = text !== null;
			if (text === null) return;
			field.value = text;
			// Without another event: the page's own script has counted this form as sent.
			form.submit();
		});
	});
}

/** What the device made or signed, as text; null where the person or the device said no. */
async function made({ dataset }: HTMLElement): Promise<string | null> {
	try {
		const answer = await fetch(dataset['passkeyAsk'] ?? '', { method: 'POST' });
		if (!answer.ok) return null;
		const options: unknown = await answer.json();
		const isNew = dataset['passkey'] === 'add';
		const result = isNew
			? await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
			: await startAuthentication({
					optionsJSON: options as PublicKeyCredentialRequestOptionsJSON,
				});
		return JSON.stringify(result);
	} catch {
		return null;
	}
}
