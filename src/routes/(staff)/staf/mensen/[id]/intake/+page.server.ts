import { fail, redirect } from '@sveltejs/kit';
import type { Staff } from '#lib/server/access/access.ts';
import * as accounts from '#lib/server/accounts/accounts.ts';
import type { Moment } from '#lib/server/clock.ts';
import * as intake from '#lib/server/intake/intake.ts';
import { health } from '#lib/server/intake/intake.ts';
import * as modules from '#lib/server/modules/modules.ts';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import { slotOf, slotsByModule } from '../modules/slots.ts';
import { stepActions } from '../modules/step-actions.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';
import { intakeForm, intakeIn, typedOf } from './form.ts';

/** The brede intake of somebody: its steps, what came out of it, and the draft of the plan that begins with it. */
export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const { moment } = locals;
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, moment.now);
	const facts = pip.factsOf(person, await pip.of(actor, person.id));
	const allowed = modules
		.kindsFor(facts)
		.filter((kind) => modules.kindRules[kind].module === 'intake');
	const lines = await modules.history(actor, person.id);
	const held = await intake.of(actor, person.id);
	const names = await accounts.namesOf(actor.portal, [
		...lines.map(({ recordedBy }) => recordedBy),
		held.recordedBy ?? '',
	]);
	return {
		personId: person.id,
		name: `${person.givenName} ${person.familyName}`,
		names: Object.fromEntries(names),
		isOldLaw: facts.stelsel === 'wi2013',
		steps: slotsByModule(lines, allowed)[0] ?? null,
		asked: slotOf(lines, allowed, url.searchParams.get('stap')),
		oproepen: await intake.oproepen(actor, person.id, moment),
		values: typedOf(held.intake),
		seen: held.number,
		recorded: held.recordedOn && { on: held.recordedOn, by: held.recordedBy },
		wishes: intake.mostWishes,
		opensHealth: await health.isOpenTo(actor, person.id),
		draft: await draftShown(actor, person, held.intake, moment),
		isSaved: url.searchParams.has('bewaard'),
	};
});

export const actions = {
	...stepActions('intake'),
	save: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(intakeForm, request);
		if (!form.ok) return fail(400, { problems: form.problems, typed: form.typed });
		const said = { personId: params.id, intake: intakeIn(form.value), seen: form.value.seen };
		const outcome = await intake.record(staff(locals), said, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: form.typed });
		redirect(303, `/staf/mensen/${params.id}/intake?bewaard`);
	}),
	plan: answer(async ({ locals, params }: RequestEvent) => {
		const outcome = await intake.startDraft(staff(locals), params.id, locals.moment);
		if (!outcome.ok) return fail(400, { problems: outcome.problems, typed: {} });
		redirect(303, `/staf/mensen/${params.id}/plan`);
	}),
} satisfies Actions;

/** What the draft begins with, or began with; null as long as the intake names no leerroute. */
async function draftShown(
	actor: Staff,
	person: people.Person,
	held: intake.Intake,
	{ today }: Moment,
) {
	const { baseVersion, content, updatedBy } = await pip.draft(actor, person.id, today);
	const isThere = updatedBy !== null || baseVersion > 0;
	const { leerroute } = held;
	if (leerroute === null) return { isThere, prefilled: [] };
	const given = { ...held, leerroute };
	const { tenant } = actor.portal;
	const draft = isThere ? content : null;
	const { prefilled } = intake.firstDraft(person, given, tenant, today, draft);
	return { isThere, prefilled };
}
