import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import type { PersonField } from '#lib/languages/labels/people.ts';
import * as accounts from '#lib/server/accounts/accounts.ts';
import * as peopleFile from '#lib/server/people/file/people-file.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { readForm } from '../../../../../../hooks/form.ts';
import { ticked } from '../../../../../../hooks/ticked.ts';
import { fieldsOf, gemeentenOf } from '../../person-form.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

const gone = '/staf/mensen/importeren?weg';

export const load = answer(async ({ locals, params }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const preview = await peopleFile.preview(actor, params.file, locals.moment);
	if (!preview) redirect(303, gone);
	const { added, changed, same, seen, unreadTitles, wrong } = preview;
	const managers = changed.flatMap(({ before, changed: to }) => [
		before.klantmanagerId,
		to.klantmanagerId ?? before.klantmanagerId,
	]);
	const ids = [...managers, ...added.map(({ klantmanagerId }) => klantmanagerId)];
	const names = await accounts.namesOf(actor.portal, [...new Set(ids)]);
	const people = added.map((one) => shown(one, names));
	return {
		added: people.filter(({ double }) => double === null),
		doubles: people.filter(({ double }) => double !== null),
		changed: changed.map(({ before, changed: to, fields: differ, line }) => ({
			line,
			personId: before.id,
			name: `${before.givenName} ${before.familyName}`,
			fields: differ.map((field): PersonField =>
				field === 'extendedUntil' ? 'extendedLastOn' : field,
			),
			groep: before.groepDetail === to.facts.groepDetail ? null : since(to),
			before: fieldsOf(before),
			after: fieldsOf(to.facts),
			managers:
				to.klantmanagerId === undefined || to.klantmanagerId === before.klantmanagerId
					? null
					: {
							before: names.get(before.klantmanagerId) ?? '',
							after: names.get(to.klantmanagerId) ?? '',
						},
		})),
		same,
		seen,
		unreadTitles,
		wrong,
		gemeenten: gemeentenOf(actor),
	};
});

/** Of a BSN a page shows no more than the last two digits. */
function shown(
	{ double, klantmanagerId, line, person }: peopleFile.Added,
	names: ReadonlyMap<string, string>,
) {
	const { bornOn, bsn, familyName, gemeentecode, givenName, groepDetail } = person;
	const name = `${givenName} ${familyName}`;
	const manager = names.get(klantmanagerId) ?? '';
	return { line, double, manager, name, bornOn, bsnTail: bsn.slice(-2), gemeentecode, groepDetail };
}

function since({ groepChangedOn, groepReason }: peopleFile.ChangedLine['changed']) {
	return { groepChangedOn: groepChangedOn ?? '', groepReason: groepReason ?? '' };
}

const schema = v.object({ seen: fields.text(60) });

export const actions = {
	take: answer(async ({ locals, params, request }: RequestEvent) => {
		const form = await readForm(schema, request);
		if (!form.ok) return fail(400, { problems: form.problems });
		const { seen } = form.value;
		const others = ticked(form.typed, 'other-').map(Number);
		const taking = { seen, others };
		const taken = await peopleFile.takeOver(staff(locals), params.file, taking, locals.moment);
		if (!taken) redirect(303, gone);
		if (!taken.ok) return fail(400, { problems: taken.problems });
		redirect(303, '/staf/mensen/importeren?overgenomen');
	}),
} satisfies Actions;
