import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Day } from '#lib/law/day.ts';
import * as modules from '#lib/server/modules/modules.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';

const optional = <const T extends readonly string[]>(options: T) =>
	v.pipe(
		v.optional(v.union([v.literal(''), fields.choice(options)]), ''),
		v.transform((value) => (value === '' ? null : value)),
	);

const seenForm = {
	kind: fields.choice(modules.stepKinds),
	slot: fields.text(60),
	seen: fields.whole(0, 99_999),
	part: optional(modules.stepParts),
	outcome: optional(modules.examOutcomes),
	withWhom: fields.optionalText(120),
	source: fields.choice(modules.stepSources),
};
const recordForm = v.object({ ...seenForm, on: fields.day });
const takeBackForm = v.object(seenForm);

type Event = RequestEvent<{ id: string }>;

/** Writing down a step and taking it back, on a page of a person that shows the form for it. */
export function stepActions(page: 'intake' | 'modules') {
	return {
		record: answer((event: Event) => said(event, page, recordForm)),
		takeBack: answer((event: Event) => said(event, page, takeBackForm)),
	};
}

async function said(
	{ locals, params, request }: Event,
	page: string,
	schema: typeof recordForm | typeof takeBackForm,
) {
	const form = await readForm(schema, request);
	if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
	const on: Day | null = 'on' in form.value ? form.value.on : null;
	const step = { ...form.value, on, slot: slotSent(form.value), personId: params.id };
	const outcome = await modules.record(staff(locals), step, locals.moment);
	if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
	redirect(303, `/staf/mensen/${params.id}/${page}?bewaard`);
}

/** An attempt that is new has no slot yet; the form then sends the kind. */
function slotSent({ kind, slot }: { kind: modules.StepKind; slot: string }): string | null {
	return slot === kind ? null : slot;
}
