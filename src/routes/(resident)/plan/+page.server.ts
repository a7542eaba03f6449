import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import type { Day } from '#lib/law/day.ts';
import type { Resident } from '#lib/server/access/access.ts';
import { dayOf, type Moment } from '#lib/server/clock.ts';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import * as progress from '#lib/server/progress/progress.ts';
import { heard } from '#lib/server/recordings/heard.ts';
import * as translations from '#lib/server/translations/translations.ts';
import * as understanding from '#lib/server/understanding/understanding.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import * as fields from '../../../hooks/fields.ts';
import { readForm } from '../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const { language, moment } = locals;
	const { today } = moment;
	const person = await people.own(actor);
	const versions = await pip.versions(actor, person.id);
	const [current = null, previous] = versions;
	const pips = { first: versions.at(-1) ?? null, current };
	const facts = pip.factsOf(person, pips);
	return {
		papers: versions.map(({ version }) => version),
		heard: await heard(actor, language, (tongue) =>
			current ? pip.agreementTexts(current.content, tongue) : [],
		),
		plan: current && pip.shown(person, pips, current, language, today),
		progress: current ? await progress.of(actor, current) : {},
		news:
			current && previous
				? {
						changes: pip.changesShown(previous.content, current.content, language),
						reason: current.content.changeReason ?? null,
					}
				: null,
		ownWords: await translations.forReading(actor, person.id, language, versions.slice(0, 2)),
		...(await spokenOf(actor, current, moment, locals.copy !== null)),
		talk: await pip.talkShown(actor, person.id, today),
		awaited: pip.awaited(facts, today),
		hasTimeline: facts.stelsel === 'wi2021',
	};
});

const schema = v.object({
	version: fields.whole(1, 9999),
	answer: v.pipe(
		v.string(),
		v.transform((typed) => typed.split(' ')),
		v.tuple([fields.whole(1, 9999), fields.choice(understanding.answers)]),
	),
});

export const actions = {
	say: answer(async ({ locals, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const actor = resident(locals);
		const [number, said] = form.value.answer;
		const { content } = await pip.version(actor, actor.personId, form.value.version);
		const agreementId = content.agreements[number - 1]?.id ?? '';
		await understanding.say(actor, { agreementId, answer: said }, locals.moment);
		redirect(303, `/plan#afspraak-${number}`);
	}),
} satisfies Actions;

/** What was said about an agreement; a page calls it by its number in the version, which is shorter than an id. */
interface Said {
	readonly number: number;
	readonly answer: understanding.Answer | null;
	/** When it was spoken about. */
	readonly settledOn: Day | null;
}

/** When this version was first read, and what was said about its agreements, by their ids. */
async function spokenOf(
	actor: Resident,
	current: pip.Pip | null,
	moment: Moment,
	isCopy: boolean,
): Promise<{ readOn: Day | null; said: Readonly<Record<string, Said>> }> {
	if (current === null) return { readOn: null, said: {} };
	// A phone that keeps a copy has not read it.
	const firstReadAt = isCopy
		? (await understanding.firstReadings(actor, actor.personId)).get(current.id)
		: await understanding.read(actor, current, moment);
	const answers = (await understanding.of(actor, actor.personId)).filter(
		({ pipId }) => pipId === current.id,
	);
	const said = current.content.agreements.map(({ id }, index) => {
		const last = answers.find(({ agreementId }) => agreementId === id);
		const settledOn = last?.settledAt == null ? null : dayOf(last.settledAt);
		return [id, { number: index + 1, answer: last?.answer ?? null, settledOn }] as const;
	});
	return {
		readOn: firstReadAt === undefined ? null : dayOf(firstReadAt),
		said: Object.fromEntries(said),
	};
}
