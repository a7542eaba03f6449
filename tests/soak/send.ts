import type { Waiting } from './world.ts';

/**
 * Sends one filled-in declaration as a phone does, and says whether the portal acknowledged it with its receipt; throws
 * when there was no whole answer.
 */
export async function send(
	address: string,
	one: Waiting,
	photo: Blob,
	signal: AbortSignal,
): Promise<{ readonly acknowledged: boolean; readonly status: number }> {
	const form = new FormData();
	if (one.withPhoto) form.set('photo', photo, 'photo.jpg');
	else form.set('without', 'on');
	const answer = await fetch(`${address}/uren/nieuw/${one.draftId}/bewijs?/send`, {
		method: 'POST',
		body: form,
		redirect: 'manual',
		signal,
		headers: { origin: address, cookie: `__Host-session=${one.session}`, accept: 'text/html' },
	});
	await answer.arrayBuffer();
	const acknowledged = answer.headers.get('location') === `/uren/${one.draftId}`;
	return { acknowledged, status: answer.status };
}
