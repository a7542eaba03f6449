import { confidenceIn, sourcesOf } from '#lib/languages/glossary.ts';
import { words } from '#lib/languages/labels/words.ts';
import type { OfferedLanguage } from '#lib/languages/languages.ts';
import { termOf } from '#lib/languages/terms.ts';
import { NotFound } from '#lib/server/errors.ts';
import { heard } from '#lib/server/recordings/heard.ts';
import * as pip from '#lib/server/pip/pip.ts';
import { answer } from '../../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

const mostAgreements = 3;

/** One word; for an inburgeraar also where it stands in the own plan. */
export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const term = termOf(params.term);
	if (term === undefined) throw new NotFound();
	const { actor, language } = locals;
	const plan = actor?.kind === 'resident' ? await pip.current(actor, actor.personId) : null;
	const texts = (locale: OfferedLanguage) => [
		words[term].explanation({}, { locale }),
		...(plan ? pip.agreementTexts(plan.content, locale) : []),
	];
	return {
		heard: actor ? await heard(actor, language, texts) : {},
		term,
		place: params.place ?? null,
		origin:
			language === 'nl'
				? null
				: { sources: sourcesOf(term, language), confidence: confidenceIn(language) },
		inPlan: plan ? pip.agreementsWith(term, plan.content, language).slice(0, mostAgreements) : [],
	};
});
