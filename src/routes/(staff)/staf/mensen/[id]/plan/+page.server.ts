import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isSentenceId, sentence } from '#lib/languages/sentences.ts';
import { dayOf, timeOf } from '#lib/server/clock.ts';
import { refused } from '#lib/server/errors.ts';
import { newId } from '#lib/server/id.ts';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import * as translations from '#lib/server/translations/translations.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm, type Typed } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { applying } from './applies.ts';
import { typedDecisions } from './decisions.ts';
import { withLinks } from './goals.ts';
import { numbers, revision, withNumbers } from './numbers.ts';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const { today } = locals.moment;
	const person = await people.find(actor, params.id);
	const pips = await pip.of(actor, person.id);
	const { content, revision, updatedAt, baseVersion } = await pip.draft(actor, person.id, today);
	const next = { content, version: baseVersion + 1 };
	const reader = translations.translatedInto(person) ?? 'nl';
	const facts = pip.factsOf(person, pips);
	const chosen = url.searchParams.get('zin') ?? '';
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		groep: facts.groep,
		stelsel: facts.stelsel,
		content,
		decisions: typedDecisions(content),
		goals: pip.goalsOf(content).map((goal) => ({ ...goal, ...pip.goalWords(goal, 'nl') })),
		parts: applying(content, { groep: facts.groep, hasBenefit: person.hasParticipatiewetBenefit }),
		revision,
		nextVersion: baseVersion + 1,
		savedAt: updatedAt === null ? null : { on: dayOf(updatedAt), at: timeOf(updatedAt) },
		agreements: content.agreements.map((agreement) => ({
			...pip.agreementShown(agreement, 'nl'),
			party: pip.isOwnWords(agreement)
				? agreement.party
				: (sentence(agreement.sentence)?.party ?? 'you'),
			goal: agreement.goal ?? '',
		})),
		ownWords: await translations.forReading(actor, person.id, reader, [next]),
		findings: [
			...pip.check(person, content, pips, today),
			...(await translations.warnings(actor, person, next)),
		],
		clock: pip.tenWeeks(person, pips, today),
		page: newId(),
		chosen: isSentenceId(chosen) ? chosen : null,
		suggestedValues: isSentenceId(chosen) ? pip.knownValues(person, content, chosen, today) : {},
		isSaved: url.searchParams.has('bewaard'),
	};
});

const onAgreement = v.object({ ...numbers, agreement: fields.text(22) });
const onGoal = v.object({ ...numbers, goal: fields.text(22) });
const routes = ['B', 'O', 'Z'] as const satisfies readonly pip.PipContent['leerroute'][];
const parties = ['you', 'gemeente', 'school', 'partner'] as const satisfies readonly pip.Party[];

export const actions = {
	save: answer((event: RequestEvent) => edit(event, v.object(numbers), (content) => content)),
	start: answer(async (event: RequestEvent) => {
		const { locals, params, request } = event;
		const actor = staff(locals);
		const form = await readForm(v.object({ revision, route: fields.choice(routes) }), request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const person = await people.find(actor, params.id);
		const { tenant } = actor.portal;
		const content = pip.suggestion(person, form.value.route, tenant, locals.moment.today);
		return save(event, content, form, '?bewaard');
	}),
	goal: answer((event: RequestEvent) =>
		edit(
			event,
			v.object({ ...numbers, goalSentence: fields.text(40) }),
			(content, typed) => pip.withGoal(content, typed.goalSentence),
			toGoals,
		),
	),
	owngoal: answer((event: RequestEvent) => {
		const words = { goalTheme: fields.choice(pip.THEMES), goalWords: fields.text(pip.ownWordsMax) };
		return edit(
			event,
			v.object({ ...numbers, ...words }),
			(content, typed) => pip.withOwnGoal(content, typed.goalTheme, typed.goalWords),
			toGoals,
		);
	}),
	ungoal: answer((event: RequestEvent) =>
		edit(event, onGoal, (content, { goal }) => pip.withoutGoal(content, goal), toGoals),
	),
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
	rewrite: answer((event: RequestEvent) => {
		const schema = v.looseObject({ ...numbers, agreement: fields.text(22) });
		return edit(event, schema, (content, typed) => {
			const words = v.safeParse(fields.text(pip.ownWordsMax), typed[`words-${typed.agreement}`]);
			if (!words.success) return refused({ agreements: 'missing' });
			return pip.withChangedWords(content, typed.agreement, words.output);
		});
	}),
} satisfies Actions;

type Changed = pip.PipContent | ReturnType<typeof pip.withSentence>;

/** Every button of the editor: what was typed in the numbers, then the change itself, saved as one new revision. */
async function edit<
	S extends v.GenericSchema<unknown, v.InferOutput<v.ObjectSchema<typeof numbers, undefined>>>,
>(
	event: RequestEvent,
	schema: S,
	change: (content: pip.PipContent, typed: v.InferOutput<S>) => Changed,
	path: (typed: v.InferOutput<S>) => string = () => '?bewaard#afspraken',
) {
	const { locals, params, request } = event;
	const actor = staff(locals);
	const form = await readForm(schema, request);
	if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
	const { content } = await pip.draft(actor, params.id, locals.moment.today);
	const linked = withLinks(withNumbers(content, form.value), form.typed);
	if (!linked.ok) return fail(400, { problems: linked.problems, typed: form.typed });
	const changed = change(linked.value, form.value);
	const next = 'ok' in changed ? changed : ({ ok: true, value: changed } as const);
	if (!next.ok) return fail(400, { problems: next.problems, typed: form.typed });
	return save(event, next.value, form, path(form.value));
}

/** Saves the draft with who decides today, and shows the editor again. */
async function save(
	{ locals, params, url }: RequestEvent,
	content: pip.PipContent,
	form: { readonly value: { readonly revision: number }; readonly typed: Typed },
	path: string,
) {
	const actor = staff(locals);
	const deciders = await pip.decidersOf(actor, await people.find(actor, params.id));
	const whole = { ...content, decided: { ...pip.decidedOf(content), ...deciders } };
	const { revision } = form.value;
	// Only what is saved as a whole may come again from the same page: another button would add its thing twice.
	const page = url.search === '?/save' ? (form.typed['page']?.slice(0, 22) ?? null) : null;
	const saved = await pip.saveDraft(actor, params.id, whole, revision, locals.moment, page);
	if (!saved.ok) return fail(400, { problems: saved.problems, typed: form.typed });
	const after = path.replace('?bewaard', `?bewaard=${saved.value.revision}`);
	redirect(303, `/staf/mensen/${params.id}/plan${after}`);
}

const toGoals = () => '?bewaard#doelen';

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
