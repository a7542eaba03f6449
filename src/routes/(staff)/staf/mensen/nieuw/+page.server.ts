import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { groepLabel } from '#lib/languages/labels/people.ts';
import { languagesOffered } from '#lib/languages/languages.ts';
import { dayAfter } from '#lib/law/day.ts';
import type { GroepDetail } from '#lib/law/groep.ts';
import * as people from '#lib/server/people/people.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import * as fields from '../../../../../hooks/fields.ts';
import { readForm } from '../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const schema = v.object({
	givenName: fields.text(80),
	familyName: fields.text(80),
	bornOn: fields.day,
	bsn: fields.bsn,
	gemeentecode: fields.text(4),
	groepDetail: fields.choice(Object.keys(groepLabel) as GroepDetail[]),
	plichtSinceOn: fields.day,
	notifiedOn: fields.optionalDay,
	brpRegisteredOn: fields.optionalDay,
	movedInOn: fields.optionalDay,
	waitingForThirdPartySinceOn: fields.optionalDay,
	thirdPartyInformationOn: fields.optionalDay,
	ontheffingHours: fields.optionalWhole(0, 800),
	loweredHours: fields.optionalWhole(1, 800),
	extendedLastOn: fields.optionalDay,
	language: fields.choice(languagesOffered),
	phone: fields.optionalText(30),
	hasParticipatiewetBenefit: fields.ticked,
	inAzc: fields.ticked,
	interpreter: fields.ticked,
});

export const load = answer(async ({ locals }: PageServerLoadEvent) => {
	const actor = staff(locals);
	return {
		gemeenten: actor.portal.tenant.gemeenten
			.filter(({ gemeentecode }) => actor.gemeentecodes.includes(gemeentecode))
			.map(({ gemeentecode, name }) => ({ value: gemeentecode, text: name })),
	};
});

export const actions = {
	default: answer(async ({ locals, request }: RequestEvent) => {
		const actor = staff(locals);
		const { now, today } = locals.moment;
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const { typed } = form;
		const { extendedLastOn, ...person } = form.value;
		if (person.bornOn > today) return fail(400, { problems: { bornOn: 'future' }, typed } as const);
		if (!actor.gemeentecodes.includes(person.gemeentecode)) {
			return fail(400, { problems: { gemeentecode: 'notAChoice' }, typed } as const);
		}
		const extendedUntil = extendedLastOn && dayAfter(extendedLastOn);
		const outcome = await people.add(actor, { ...person, extendedUntil }, now);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed });
		redirect(303, `/staf/mensen/${outcome.value.id}?toegevoegd`);
	}),
} satisfies Actions;
