import * as v from 'valibot';
import * as hours from '#lib/server/hours/hours.ts';
import { activityIds } from '#lib/server/tenants/activities.ts';
import { choice, day, optionalText, text, ticked } from './fields.ts';

/** The last step of the wizard of hours, as it is sent: at once, or later by a phone. */
export const sending = v.object({
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

const nothing = { seen: null, answers: null, isWithout: false } as const;

/** What the person saw, whether photos are left out, and the answers that stood there, null where they do not read back. */
export function sendingOf(typed: Readonly<Record<string, string>>) {
	const form = v.safeParse(sending, typed);
	if (!form.success) return nothing;
	const { seen, checks, without, madeAt, answers } = form.output;
	const asked = checks?.split(',') ?? [];
	const read = v.safeParse(shown, answers);
	const isAsked = (kind: hours.CheckKind) => asked.includes(kind);
	return {
		seen:
			seen === null
				? null
				: { fingerprint: seen, checks: hours.checkKinds.filter(isAsked), madeAt },
		answers: read.success ? read.output : null,
		isWithout: without,
	};
}
