import * as v from 'valibot';
import * as hours from '#lib/server/hours/hours.ts';
import { optionalText, ticked } from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';

const schema = v.object({ seen: optionalText(64), checks: optionalText(64), without: ticked });

/** The photos of the last step, none where the person chose to send without; and what the person saw. */
export async function uploadOf(request: Request) {
	const form = await readForm(schema, request);
	if (!form.ok) return { photos: [], seen: null };
	const { seen, checks, without } = form.value;
	const asked = checks?.split(',') ?? [];
	return {
		photos: without ? [] : form.files,
		seen: seen === null ? null : { fingerprint: seen, checks: hours.checkKinds.filter(isAsked) },
	};

	function isAsked(kind: hours.CheckKind): boolean {
		return asked.includes(kind);
	}
}
