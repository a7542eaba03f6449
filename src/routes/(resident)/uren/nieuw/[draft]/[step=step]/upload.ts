import * as v from 'valibot';
import * as hours from '#lib/server/hours/hours.ts';
import { activityIds } from '#lib/server/tenants/activities.ts';
import { choice, day, optionalText, text, ticked } from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';

const schema = v.object({
	seen: optionalText(64),
	checks: optionalText(64),
	without: ticked,
	madeAt: v.fallback(v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)), Number.NaN),
	answers: v.fallback(v.string(), ''),
});

/** The answers as the page showed them, which go along so that none is lost when they cannot be sent. */
const shown = v.pipe(
	v.string(),
	v.maxLength(4000),
	v.parseJson(),
	v.object({
		activity: choice(activityIds),
		note: v.optional(v.nullable(text(hours.longestNote))),
		organisation: text(hours.longestOrganisation),
		doneOn: day,
		minutes: v.number(),
		dutchSpoken: v.optional(v.boolean()),
		together: v.optional(v.boolean()),
	}),
);

/**
 * The photos of the last step, none where the person chose to send without; what the person saw; and the answers that
 * stood there, null where they do not read back.
 */
export async function uploadOf(request: Request) {
	const form = await readForm(schema, request);
	if (!form.ok) return { photos: [], seen: null, answers: null };
	const { seen, checks, without, madeAt, answers } = form.value;
	const asked = checks?.split(',') ?? [];
	const read = v.safeParse(shown, answers);
	return {
		photos: without ? [] : form.files,
		seen:
			seen === null
				? null
				: { fingerprint: seen, checks: hours.checkKinds.filter(isAsked), madeAt },
		answers: read.success ? read.output : null,
	};

	function isAsked(kind: hours.CheckKind): boolean {
		return asked.includes(kind);
	}
}
