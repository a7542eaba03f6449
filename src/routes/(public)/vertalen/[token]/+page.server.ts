import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { everythingBoth } from '#lib/languages/bilingual.ts';
import { messageHash } from '#lib/languages/freshness.ts';
import { isOffered, type OfferedLanguage } from '#lib/languages/languages.ts';
import { dayOf } from '#lib/server/clock.ts';
import * as translations from '#lib/server/translations/translations.ts';
import { answer } from '../../../../hooks/answer.ts';
import * as fields from '../../../../hooks/fields.ts';
import { readForm } from '../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { entered, expectFew, knock, open } from './bearer.ts';

const dayMs = 24 * 3_600_000;

export const load = answer(async (event: PageServerLoadEvent) => {
	const { link, state } = await knock(event);
	const { portal } = event.locals;
	const language: OfferedLanguage = isOffered(link.language) ? link.language : 'nl';
	const texts = state === 'open' ? await translations.task(portal, link) : [];
	const { role } = link;
	return {
		// The page speaks Dutch and the language of the translation, whatever the browser asks for.
		language,
		bilingual: everythingBoth,
		state,
		role,
		lastOn: dayOf(link.endsAt - dayMs),
		here: `/vertalen/${event.params.token}`,
		texts: role === 'translator' ? texts.map(toTranslate) : texts.flatMap(toRead),
		saved: event.url.searchParams.get('bewaard'),
	};
});

const max = translations.textMax;
const typed = v.object({
	place: fields.text(40),
	hash: fields.text(16),
	text: fields.text(max),
	back: fields.optionalText(max),
	note: fields.optionalText(max),
});
const judged = v.object({
	place: fields.text(40),
	hash: fields.text(16),
	verdict: fields.choice(['fits', 'doubts']),
	doubt: fields.optionalText(max),
});

export const actions = {
	start: answer(async (event: RequestEvent) => {
		await open(event);
		redirect(303, `/vertalen/${event.params.token}`);
	}),
	save: answer(async (event: RequestEvent) => {
		const link = await entered(event, 'translator');
		const form = await readForm(typed, event.request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { place, hash: dutchHash, text, back: backTranslation, note } = form.value;
		const recording = form.files[0] ?? null;
		const said = { place, dutchHash, text, backTranslation, note, recording };
		const { portal, moment } = event.locals;
		expectFew(recording, link, moment.now);
		const outcome = await translations.save(portal, link, said, moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `?bewaard=${place}#tekst-${place}`);
	}),
	send: answer(async (event: RequestEvent) => {
		const link = await entered(event, 'translator');
		const outcome = await translations.send(event.locals.portal, link, event.locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems });
		redirect(303, `/vertalen/${event.params.token}`);
	}),
	judge: answer(async (event: RequestEvent) => {
		const link = await entered(event, 'reader');
		const form = await readForm(judged, event.request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { place, hash: textHash, verdict, doubt } = form.value;
		const judgement = { place, textHash, fits: verdict === 'fits', doubt };
		const { portal, moment } = event.locals;
		const outcome = await translations.judge(portal, link, judgement, moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `?bewaard=${place}#tekst-${place}`);
	}),
	finish: answer(async (event: RequestEvent) => {
		const link = await entered(event, 'reader');
		await translations.finish(event.locals.portal, link, event.locals.moment);
		redirect(303, `/vertalen/${event.params.token}`);
	}),
} satisfies Actions;

/** What a translator begins with: what was saved, else what there is, else what it was before the Dutch changed. */
function toTranslate(one: translations.TaskText) {
	const { place, dutch, dutchHash: hash, english, translation, former, draft, recordingId } = one;
	return {
		...{ place, dutch, hash, english, former, recordingId },
		text: draft?.text ?? translation?.text ?? former?.text ?? '',
		back: draft?.backTranslation ?? translation?.backTranslation ?? '',
		note: draft?.note ?? '',
		doubt: translation?.doubt ?? null,
		isStale: former !== null || draft?.fits === false,
		isMachine: translation?.state === 'machine',
		isSaved: draft?.fits === true,
		verdict: null,
	};
}

/** What a reader has to judge, and what was judged; what no translator made is not theirs to read. */
function toRead(one: translations.TaskText) {
	const { place, dutch, english, translation, recordingId } = one;
	if (translation?.state !== 'translated' && translation?.state !== 'checked') return [];
	const { text, backTranslation, note, doubt, state } = translation;
	return [
		{
			...{ place, dutch, english, recordingId, text, doubt, former: null },
			hash: messageHash(text),
			back: backTranslation ?? '',
			note: note ?? '',
			...{ isStale: false, isMachine: false, isSaved: false },
			verdict: doubt !== null ? 'doubts' : state === 'checked' ? 'fits' : null,
		} as const,
	];
}
