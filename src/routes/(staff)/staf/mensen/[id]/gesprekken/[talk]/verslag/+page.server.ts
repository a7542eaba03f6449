import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isSentenceId } from '#lib/languages/sentences.ts';
import { isTalkSentenceId } from '#lib/languages/sentences/talk.ts';
import type { Outcome } from '#lib/server/errors.ts';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import * as talks from '#lib/server/talks/talks.ts';
import { answer, staff } from '../../../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../../../hooks/fields.ts';
import { readForm, type Typed } from '../../../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

/** The report of a talk in the making; after it was signed off, the correction of it. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	const talk = await talks.one(actor, person.id, params.talk);
	const { content, isBegun, revision } = await talks.draft(actor, person.id, talk.itemId);
	const current = await pip.current(actor, person.id);
	const chosen = url.searchParams.get('zin') ?? '';
	return {
		...{ talkId: talk.itemId, personId: person.id, revision, isBegun },
		name: `${person.givenName} ${person.familyName}`,
		kind: talk.kind,
		shown: talks.shown(content, 'nl'),
		goals: current
			? pip.goalsOf(current.content).map((goal) => ({ id: goal.id, ...pip.goalWords(goal, 'nl') }))
			: [],
		inPlan: current
			? current.content.agreements.map((agreement) => pip.agreementShown(agreement, 'nl'))
			: [],
		chosen: isSentenceId(chosen) || isTalkSentenceId(chosen) ? chosen : null,
		planned: /^plan-([\w-]{1,60})$/.exec(chosen)?.[1] ?? null,
		heldOn: talk.on < locals.moment.today ? talk.on : locals.moment.today,
	};
});

const revision = fields.whole(0, 999_999);
const bounds = { goal: v.optional(v.string(), ''), lastOn: fields.optionalDay };
const ownParts = ['good', 'hard', 'you', 'gemeente', 'school', 'partner'] as const;

const adding = v.looseObject({ revision, sentence: fields.text(70), ...bounds });
const owning = v.object({
	revision,
	ownPart: fields.choice(ownParts),
	ownWords: fields.text(talks.editing.wordsMax),
	...bounds,
});
const removing = v.object({ revision, line: fields.text(60) });
const signing = v.object({ revision, heldOn: fields.day });

export const actions = {
	add: answer((event: RequestEvent) =>
		edit(event, adding, async (content, typed) => {
			const { goal, lastOn, sentence } = typed;
			if (isTalkSentenceId(sentence)) {
				return talks.editing.withRemark(content, sentence, slotValues(typed));
			}
			const current = await pip.current(staff(event.locals), event.params.id);
			const plan = current?.content;
			if (plan && sentence.startsWith('plan-')) {
				return talks.editing.withPlanned(content, plan, sentence.slice('plan-'.length), lastOn);
			}
			const where = { goal: goalIn(plan, goal), lastOn };
			return talks.editing.withAgreement(content, sentence, slotValues(typed), where);
		}),
	),
	own: answer((event: RequestEvent) =>
		edit(event, owning, async (content, { goal, lastOn, ownPart, ownWords }) => {
			if (ownPart === 'good' || ownPart === 'hard') {
				return talks.editing.withWords(content, ownPart, ownWords);
			}
			const current = await pip.current(staff(event.locals), event.params.id);
			const where = { goal: goalIn(current?.content, goal), lastOn };
			return talks.editing.withOwnAgreement(content, ownPart, ownWords, where);
		}),
	),
	remove: answer((event: RequestEvent) =>
		edit(event, removing, (content, { line }) =>
			Promise.resolve({ ok: true, value: talks.editing.without(content, line) }),
		),
	),
	sign: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(signing, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const what = { ...form.value, itemId: params.talk };
		const outcome = await talks.sign(staff(locals), params.id, what, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/gesprekken/${params.talk}?vastgesteld`);
	}),
} satisfies Actions;

/** Every button but the last: a change of the report in the making, saved as its next revision. */
async function edit<S extends v.GenericSchema<unknown, { readonly revision: number }>>(
	{ locals, params, request }: RequestEvent,
	schema: S,
	change: (
		content: talks.ReportContent,
		typed: v.InferOutput<S>,
	) => Promise<Outcome<talks.ReportContent>>,
) {
	const actor = staff(locals);
	const form = await readForm(schema, request);
	if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
	const { content } = await talks.draft(actor, params.id, params.talk);
	const changed = await change(content, form.value);
	if (!changed.ok) return refusal(changed.problems, form.typed);
	const { revision: seen } = form.value;
	const saved = await talks.saveDraft(
		actor,
		params.id,
		params.talk,
		changed.value,
		seen,
		locals.moment,
	);
	if (!saved.ok) return refusal(saved.problems, form.typed);
	redirect(303, `/staf/mensen/${params.id}/gesprekken/${params.talk}/verslag`);
}

function refusal(problems: Extract<Outcome<null>, { ok: false }>['problems'], typed: Typed) {
	return fail(400, { problems, typed });
}

function goalIn(plan: pip.PipContent | undefined, goal: string): string | null {
	return plan && pip.goalsOf(plan).some(({ id }) => id === goal) ? goal : null;
}

function slotValues(typed: Readonly<Record<string, unknown>>): Record<string, string> {
	const values: Record<string, string> = {};
	for (const [name, value] of Object.entries(typed)) {
		if (name.startsWith('slot-') && typeof value === 'string') {
			values[name.slice('slot-'.length)] = fields.clean(value);
		}
	}
	return values;
}
