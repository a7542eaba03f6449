import * as v from 'valibot';
import * as hours from '#lib/server/hours/hours.ts';
import type { Problems } from '#lib/server/errors.ts';
import { activityIds } from '#lib/server/tenants/activities.ts';
import { choice, day, optionalText, whole } from '../../../../../../hooks/fields.ts';
import { type Form, readForm } from '../../../../../../hooks/form.ts';
import type { Step } from '../../../../../../params/step.ts';

const yesOrNo = v.exactOptional(choice(['yes', 'no']));

const activity = v.object({
	activity: choice(activityIds),
	note: optionalText(hours.longestNote),
});
const place = v.object({
	known: optionalText(hours.longestOrganisation),
	organisation: optionalText(hours.longestOrganisation),
	dutchSpoken: yesOrNo,
	together: yesOrNo,
});
const doneOn = v.object({ doneOn: day });
const duration = v.object({ minutes: whole(hours.durations.least, hours.durations.most) });

/** What the person answered at one step, for the draft. */
export async function answersOf(
	step: Step,
	request: Request,
	draft: hours.PartialContent,
	needed: { readonly dutchSpoken: boolean; readonly together: boolean },
): Promise<Form<hours.PartialContent>> {
	switch (step) {
		case 'wat':
			return readForm(activity, request);
		case 'waar':
			return placeOf(await readForm(place, request), draft, needed);
		case 'wanneer':
			return readForm(doneOn, request);
		case 'hoelang':
			return readForm(duration, request);
		case 'bewijs':
			return { ok: true, value: {}, typed: {}, files: [] };
	}
}

/** A place that was newly typed goes before a known one that was picked. */
function placeOf(
	form: Form<v.InferOutput<typeof place>>,
	draft: hours.PartialContent,
	needed: { readonly dutchSpoken: boolean; readonly together: boolean },
): Form<hours.PartialContent> {
	if (!form.ok) return form;
	const { known, organisation: typed, dutchSpoken, together } = form.value;
	const isNew = typed !== null && typed !== draft.organisation;
	const organisation = isNew ? typed : (known ?? typed);
	const problems: Problems = {
		...(organisation === null ? { organisation: 'missing' } : {}),
		...(needed.dutchSpoken && !dutchSpoken ? { dutchSpoken: 'missing' } : {}),
		...(needed.together && !together ? { together: 'missing' } : {}),
	};
	if (organisation === null || Object.keys(problems).length > 0) {
		return { ok: false, problems, typed: form.typed };
	}
	const criteria = {
		dutchSpoken: dutchSpoken === undefined ? undefined : dutchSpoken === 'yes',
		together: together === undefined ? undefined : together === 'yes',
	};
	return { ...form, value: { organisation, ...criteria } };
}
