import { worker } from './scope.ts';

/** So long the page may take to say that it shows it, in ms. */
const patience = 1000;

/**
 * Has the page of which a form could not be sent say so itself, and stay as it is: going back to it would lose what was
 * typed. Null where it does not answer, as a page of an earlier version.
 */
export async function staysOpen(clientId: string): Promise<Response | null> {
	const page = await worker.clients.get(clientId);
	if (!page) return null;
	const { port1, port2 } = new MessageChannel();
	const isShown = new Promise<boolean>((resolve) => {
		port1.onmessage = () => resolve(true);
		setTimeout(() => resolve(false), patience);
	});
	page.postMessage('not sent', [port2]);
	return (await isShown) ? new Response(null, { status: 204 }) : null;
}
