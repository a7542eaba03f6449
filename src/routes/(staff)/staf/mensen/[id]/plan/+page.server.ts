import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isSentenceId, sentence } from '#lib/languages/sentences.ts';
import { dayOf, timeOf } from '#lib/server/clock.ts';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { numbers, withNumbers } from './numbers.ts';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const { today } = locals.moment;
	const person = await people.find(actor, params.id);
	const pips = await pip.of(actor, person.id);
	const { content, revision, updatedAt, baseVersion } = await pip.draft(actor, person.id, today);
	const facts = pip.factsOf(person, pips);
	const chosen = url.searchParams.get('zin') ?? '';
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		groep: facts.groep,
		stelsel: facts.stelsel,
		content,
		revision,
		nextVersion: baseVersion + 1,
		savedAt: updatedAt === null ? null : { on: dayOf(updatedAt), at: timeOf(updatedAt) },
		agreements: content.agreements.map((agreement) => ({
			...pip.agreementShown(agreement, 'nl'),
			party: pip.isOwnWords(agreement)
				? agreement.party
				: (sentence(agreement.sentence)?.party ?? 'you'),
		})),
		findings: pip.check(person, content, pips, today),
		chosen: isSentenceId(chosen) ? chosen : null,
		suggestedValues: isSentenceId(chosen) ? pip.knownValues(person, content, chosen, today) : {},
		isSaved: url.searchParams.has('bewaard'),
	};
});

const onAgreement = v.object({ ...numbers, agreement: fields.text(22) });
const parties = ['you', 'gemeente', 'school', 'partner'] as const satisfies readonly pip.Party[];

export const actions = {
	save: answer((event: RequestEvent) => edit(event, v.object(numbers), (content) => content)),
	up: answer((event: RequestEvent) =>
		edit(event, onAgreement, (content, { agreement }) => pip.moved(content, agreement, -1)),
	),
	down: answer((event: RequestEvent) =>
		edit(event, onAgreement, (content, { agreement }) => pip.moved(content, agreement, 1)),
	),
	remove: answer((event: RequestEvent) =>
		edit(event, onAgreement, (content, { agreement }) => pip.without(content, agreement)),
	),
	suggest: answer(async (event: RequestEvent) => {
		const person = await people.find(staff(event.locals), event.params.id);
		return edit(event, v.object(numbers), (content) =>
			pip.withAgreements(content, pip.suggested(person, content, event.locals.moment.today)),
		);
	}),
	choose: answer((event: RequestEvent) =>
		edit(
			event,
			v.object({ ...numbers, sentence: fields.text(40) }),
			(content) => content,
			chosenPath,
		),
	),
	add: answer((event: RequestEvent) => {
		const schema = v.looseObject({ ...numbers, sentence: fields.text(40) });
		return edit(event, schema, (content, typed) =>
			pip.withSentence(content, typed.sentence, slotValues(typed)),
		);
	}),
	own: answer((event: RequestEvent) => {
		const schema = v.object({
			...numbers,
			ownParty: fields.choice(parties),
			ownWords: fields.text(pip.ownWordsMax),
		});
		return edit(event, schema, (content, typed) =>
			pip.withOwnWords(content, typed.ownParty, typed.ownWords),
		);
	}),
} satisfies Actions;

type Changed = pip.PipContent | ReturnType<typeof pip.withSentence>;

/** Every button of the editor: what was typed in the numbers, then the change itself, saved as one new revision. */
async function edit<
	S extends v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<typeof numbers, undefined>>>,
>(
	{ locals, params, request }: RequestEvent,
	schema: S,
	change: (content: pip.PipContent, typed: v.InferOutput<S>) => Changed,
	path: (typed: v.InferOutput<S>) => string = () => '?bewaard#afspraken',
) {
	const actor = staff(locals);
	const form = await readForm(schema, request);
	if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
	const { content } = await pip.draft(actor, params.id, locals.moment.today);
	const changed = change(withNumbers(content, form.value), form.value);
	const next = 'ok' in changed ? changed : ({ ok: true, value: changed } as const);
	if (!next.ok) return fail(400, { problems: next.problems, typed: form.typed });
	const { revision } = form.value;
	const saved = await pip.saveDraft(actor, params.id, next.value, revision, locals.moment);
	if (!saved.ok) return fail(400, { problems: saved.problems, typed: form.typed });
	redirect(303, `/staf/mensen/${params.id}/plan${path(form.value)}`);
}

function chosenPath({ sentence }: { sentence: string }): string {
	return `?${new URLSearchParams({ zin: sentence }).toString()}#toevoegen`;
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
