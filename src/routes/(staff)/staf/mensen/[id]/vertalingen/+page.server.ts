import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { messageHash } from '#lib/languages/freshness.ts';
import { dayOf } from '#lib/server/clock.ts';
import type { Outcome } from '#lib/server/errors.ts';
import * as people from '#lib/server/people/people.ts';
import * as translations from '#lib/server/translations/translations.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	const { language, texts } = await translations.panel(actor, person.id);
	const links = await translations.links(actor, person.id);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		reader: language,
		texts: texts.map(({ translation, former, ...text }) => ({
			...text,
			translation: translation && shown(translation),
			former: former && shown(former),
		})),
		links: links.map((link) => ({
			id: link.id,
			role: link.role,
			givenTo: link.givenTo,
			until: dayOf(link.endsAt),
			openedOn: onOf(link.openedAt),
			sentOn: onOf(link.sentAt),
			isRevoked: link.revokedAt !== null,
			isEnded: link.endsAt <= locals.moment.now,
		})),
		isDone: url.searchParams.has('verwerkt'),
	};
});

const seen = v.object({
	translation: fields.text(22),
	hash: fields.text(16),
	recording: fields.optionalText(22),
});
const brought = v.object({
	place: fields.text(40),
	hash: fields.text(16),
	text: fields.text(translations.textMax),
});
const roles = ['translator', 'reader'] as const satisfies readonly translations.LinkRole[];
const newLink = v.object({ role: fields.choice(roles), givenTo: fields.text(80) });
const thisLink = v.object({ link: fields.text(22) });

export const actions = {
	approve: answer((event: RequestEvent) => decide(event, translations.approve)),
	withdraw: answer((event: RequestEvent) => decide(event, translations.withdraw)),
	bring: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(brought, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { place, hash: dutchHash, text } = form.value;
		const input = { place, dutchHash, text };
		const outcome = await translations.bring(staff(locals), params.id, input, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, '?verwerkt');
	}),
	/** The address is shown in this very answer: nobody, the database included, knows it afterwards. */
	link: answer(async ({ locals, params, request, url }: RequestEvent) => {
		const form = await readForm(newLink, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const wanted = { ...form.value, days: locals.settings.TRANSLATION_LINK_DAYS };
		const outcome = await translations.make(staff(locals), params.id, wanted, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		return { address: `${url.origin}/vertalen/${outcome.value.token}` };
	}),
	revoke: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(thisLink, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		await translations.revoke(staff(locals), params.id, form.value.link, locals.moment);
		redirect(303, '?verwerkt#links');
	}),
} satisfies Actions;

async function decide(
	{ locals, params, request }: RequestEvent,
	decision: typeof translations.approve,
) {
	const form = await readForm(seen, request);
	if (!form.ok) return fail(400, { problems: form.problems });
	const { translation: translationId, hash: textHash, recording: recordingId } = form.value;
	const what = { translationId, textHash, recordingId };
	const outcome: Outcome<unknown> = await decision(staff(locals), params.id, what, locals.moment);
	if (!outcome.ok) return fail(400, { problems: outcome.problems });
	redirect(303, '?verwerkt');
}

function shown(row: translations.Translation) {
	const { id, state, dutch, text, backTranslation, note, doubt, translator, reader } = row;
	const words = { dutch, text, backTranslation, note, doubt };
	return { id, state, ...words, translator, reader, hash: messageHash(text) };
}

function onOf(at: number | null): string | null {
	return at === null ? null : dayOf(at);
}
