import { readForm } from '../../../../../../hooks/form.ts';
import { sending, sendingOf } from '../../../../../../hooks/sending-form.ts';

/** The photos of the last step, none where the person chose to send without, and all else that was sent with it. */
export async function uploadOf(request: Request) {
	const form = await readForm(sending, request);
	const sent = sendingOf(form.typed);
	return { ...sent, photos: form.ok && !sent.isWithout ? form.files : [] };
}
