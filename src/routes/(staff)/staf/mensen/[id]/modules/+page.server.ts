import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import * as modules from '#lib/server/modules/modules.ts';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { attendedFor } from './attended.ts';
import { slotOf, slotsByModule } from './slots.ts';

/** The dated steps of somebody's modules, and the form for one of them. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, locals.moment.now);
	const facts = pip.factsOf(person, await pip.of(actor, person.id));
	const leerroute = facts.stelsel === 'wi2013' ? undefined : facts.leerroute;
	const allowed = modules.kindsFor(facts);
	const lines = await modules.history(actor, person.id);
	const attended = await agenda.attended(actor, person.id);
	const names = await accounts.namesOf(
		actor.portal,
		lines.map(({ recordedBy }) => recordedBy),
	);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		names: Object.fromEntries(names),
		isZ: leerroute === 'Z',
		modules:
			allowed.length === 0
				? null
				: slotsByModule(lines, allowed).map((one) => ({
						...one,
						attended: attendedFor(one.module, attended, locals.moment.today),
					})),
		asked: slotOf(lines, allowed, url.searchParams.get('stap')),
		isSaved: url.searchParams.has('bewaard'),
	};
});

const optional = <const T extends readonly string[]>(options: T) =>
	v.pipe(
		v.optional(v.union([v.literal(''), fields.choice(options)]), ''),
		v.transform((value) => (value === '' ? null : value)),
	);

const seenForm = {
	kind: fields.choice(modules.stepKinds),
	slot: fields.text(60),
	seen: fields.whole(0, 99_999),
	part: optional(modules.stepParts),
	outcome: optional(modules.examOutcomes),
	withWhom: fields.optionalText(120),
	source: fields.choice(modules.stepSources),
};
const recordForm = v.object({ ...seenForm, on: fields.day });
const takeBackForm = v.object(seenForm);

export const actions = {
	record: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(recordForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const said = { ...form.value, slot: slotSent(form.value), personId: params.id };
		const outcome = await modules.record(staff(locals), said, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/modules?bewaard`);
	}),
	takeBack: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(takeBackForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const said = { ...form.value, slot: slotSent(form.value), on: null, personId: params.id };
		const outcome = await modules.record(staff(locals), said, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/modules?bewaard`);
	}),
} satisfies Actions;

/** An attempt that is new has no slot yet; the form then sends the kind. */
function slotSent({ kind, slot }: { kind: modules.StepKind; slot: string }): string | null {
	return slot === kind ? null : slot;
}
