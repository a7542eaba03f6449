import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isOffered, type OfferedLanguage } from '#lib/languages/languages.ts';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import * as sending from '#lib/server/sending/sending.ts';
import * as translations from '#lib/server/translations/translations.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../../hooks/form.ts';
import { revision } from '../numbers.ts';
import { cancelForm, talkForm } from './talk-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const schema = v.object({ revision, dagtekeningOn: fields.day, letter: fields.ticked });

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const { today } = locals.moment;
	const person = await people.find(actor, params.id);
	const pips = await pip.of(actor, person.id);
	const wanted = url.searchParams.get('taal') ?? person.language;
	const language = isOffered(wanted) ? wanted : 'nl';
	const about = {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		reader: language,
		query: { versie: url.searchParams.get('versie') },
	};
	const asked = url.searchParams.get('versie');
	if (asked !== null) {
		const published = await pip.version(actor, person.id, Number(asked));
		const plan = pip.shown(person, pips, published, language, today);
		const before = (await pip.versions(actor, person.id)).find(
			({ version }) => version === published.version - 1,
		);
		return {
			...about,
			plan,
			inDutch: pip.shown(person, pips, published, 'nl', today),
			draft: null,
			news: newsOf(before, published.content, language),
			ownWords: await translations.forReading(actor, person.id, language, [
				published,
				...(before ? [before] : []),
			]),
		};
	}
	const draft = await pip.draft(actor, person.id, today);
	const next = { content: draft.content, version: draft.baseVersion + 1 };
	const isOldLaw = pip.factsOf(person, pips).stelsel === 'wi2013';
	return {
		...about,
		plan: isOldLaw ? null : pip.preview(person, pips, draft.content, language, today),
		inDutch: isOldLaw ? null : pip.preview(person, pips, draft.content, 'nl', today),
		news: newsOf(pips.current, draft.content, language),
		ownWords: await translations.forReading(actor, person.id, language, [
			next,
			...(pips.current ? [pips.current] : []),
		]),
		draft: {
			revision: draft.revision,
			isSaved: draft.updatedAt !== null,
			isConfirming: url.searchParams.has('vaststellen'),
			way: await sending.wayOf(actor, person.id, 'decisions'),
			talk: await pip.plannedTalk(actor, person.id),
			talkIs: said(url),
			needs: { interpreter: person.interpreter, language: person.language },
			clock: pip.tenWeeks(person, pips, today),
			today,
			agreements: draft.content.agreements.map((each) => pip.agreementShown(each, 'nl')),
			findings: [
				...pip.check(person, draft.content, pips, today),
				...(await translations.warnings(actor, person, next)),
			],
		},
	};
});

export const actions = {
	publish: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const { letter: letterGoesToday, ...rest } = form.value;
		const publication = { ...rest, letterGoesToday };
		const outcome = await pip.publish(staff(locals), params.id, publication, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems });
		redirect(303, `/staf/mensen/${params.id}?vastgesteld=${outcome.value.version}`);
	}),
	talk: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(talkForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const outcome = await pip.planTalk(staff(locals), params.id, form.value, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/plan/voorbeeld?gepland`);
	}),
	cancel: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(cancelForm, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const { planning } = form.value;
		const outcome = await pip.cancelTalk(staff(locals), params.id, planning, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems });
		redirect(303, `/staf/mensen/${params.id}/plan/voorbeeld?afgezegd`);
	}),
} satisfies Actions;

/** What was just done with the talk. */
function said({ searchParams }: URL): 'planned' | 'cancelled' | null {
	if (searchParams.has('gepland')) return 'planned';
	return searchParams.has('afgezegd') ? 'cancelled' : null;
}

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
