import * as v from 'valibot';
import type { Problems } from '#lib/server/errors.ts';
import * as proposals from '#lib/server/proposals/proposals.ts';
import { activityIds } from '#lib/server/tenants/activities.ts';
import { choice, day, optionalText, whole } from '../../../../../../hooks/fields.ts';
import { type Form, readForm } from '../../../../../../hooks/form.ts';
import type { ProposingStep } from '../../../../../../params/proposing.ts';

const { criteria, longestNote, longestOrganisation, weekHours } = proposals;

const criterion = v.exactOptional(choice(criteria));

const what = v.object({ activity: choice(activityIds), note: optionalText(longestNote) });
const where = v.object({
	known: optionalText(longestOrganisation),
	organisation: optionalText(longestOrganisation),
});
const people = v.object({ dutchSpoken: criterion, together: criterion });
const when = v.object({ startsOn: day });
const howMuch = v.object({ hoursPerWeek: whole(weekHours.least, weekHours.most) });

type Needed = ReturnType<typeof proposals.asked>;

/** What the person answered at one step, for the draft. */
export async function answersOf(
	step: ProposingStep,
	request: Request,
	draft: proposals.PartialContent,
	needed: Needed,
): Promise<Form<proposals.PartialContent>> {
	switch (step) {
		case 'wat':
			return readForm(what, request);
		case 'waar':
			return placeOf(await readForm(where, request), draft);
		case 'mensen':
			return peopleOf(await readForm(people, request), needed);
		case 'wanneer':
			return readForm(when, request);
		case 'hoeveel':
			return readForm(howMuch, request);
		case 'sturen':
			return { ok: true, value: {}, typed: {}, files: [] };
	}
}

/** A place that was newly typed goes before a known one that was picked. */
function placeOf(
	form: Form<v.InferOutput<typeof where>>,
	draft: proposals.PartialContent,
): Form<proposals.PartialContent> {
	if (!form.ok) return form;
	const { known, organisation: typed } = form.value;
	const isNew = typed !== null && typed !== draft.organisation;
	const organisation = isNew ? typed : (known ?? typed);
	if (organisation !== null) return { ...form, value: { organisation } };
	return { ok: false, problems: { organisation: 'missing' }, typed: form.typed };
}

function peopleOf(
	form: Form<v.InferOutput<typeof people>>,
	needed: Needed,
): Form<proposals.PartialContent> {
	if (!form.ok) return form;
	const { dutchSpoken, together } = form.value;
	const problems: Problems = {
		...(needed.dutchSpoken && !dutchSpoken ? { dutchSpoken: 'missing' } : {}),
		...(needed.together && !together ? { together: 'missing' } : {}),
	};
	return Object.keys(problems).length > 0 ? { ok: false, problems, typed: form.typed } : form;
}
