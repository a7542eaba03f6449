import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isOffered, type OfferedLanguage } from '#lib/languages/languages.ts';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../../hooks/form.ts';
import { revision } from '../numbers.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const schema = v.object({ revision, dagtekeningOn: fields.day });

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const { today } = locals.moment;
	const person = await people.find(actor, params.id);
	const pips = await pip.of(actor, person.id);
	const language = isOffered(person.language) ? person.language : 'nl';
	const about = {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		reader: language,
	};
	const asked = url.searchParams.get('versie');
	if (asked !== null) {
		const published = await pip.version(actor, person.id, Number(asked));
		const plan = pip.shown(person, pips, published, language, today);
		const before = (await pip.versions(actor, person.id)).find(
			({ version }) => version === published.version - 1,
		);
		return { ...about, plan, draft: null, news: newsOf(before, published.content, language) };
	}
	const draft = await pip.draft(actor, person.id, today);
	const isOldLaw = pip.factsOf(person, pips).stelsel === 'wi2013';
	return {
		...about,
		plan: isOldLaw ? null : pip.preview(person, pips, draft.content, language, today),
		news: newsOf(pips.current, draft.content, language),
		draft: {
			revision: draft.revision,
			isSaved: draft.updatedAt !== null,
			isConfirming: url.searchParams.has('vaststellen'),
			agreements: draft.content.agreements.map((each) => pip.agreementShown(each, 'nl')),
			findings: pip.check(person, draft.content, pips, today),
		},
	};
});

export const actions = {
	publish: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const outcome = await pip.publish(staff(locals), params.id, form.value, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems });
		redirect(303, `/staf/mensen/${params.id}?vastgesteld=${outcome.value.version}`);
	}),
} satisfies Actions;

/** What changes since the version before, as staff read it and as the person will. */
function newsOf(
	before: pip.Pip | null | undefined,
	content: pip.PipContent,
	language: OfferedLanguage,
) {
	if (!before) return null;
	return {
		against: before.version,
		reason: content.changeReason ?? null,
		inDutch: pip.changesShown(before.content, content, 'nl'),
		changes: pip.changesShown(before.content, content, language),
	};
}
