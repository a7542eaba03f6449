import * as v from 'valibot';
import { optionalText, ticked } from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';

const schema = v.object({ seen: optionalText(64), without: ticked });

/** The photos of the last step, none where the person chose to send without; and what the person saw. */
export async function uploadOf(request: Request) {
	const form = await readForm(schema, request);
	if (!form.ok) return { photos: [], seen: null };
	return { photos: form.value.without ? [] : form.files, seen: form.value.seen };
}
