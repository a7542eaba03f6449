import { addYears, day } from '#lib/law/day.ts';
import * as calls from '#lib/server/calls/calls.ts';
import * as diary from '#lib/server/diary/diary.ts';
import { groepHistory } from '#lib/server/people/groep-history.ts';
import { householdOf } from '#lib/server/people/household.ts';
import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import * as proposals from '#lib/server/proposals/proposals.ts';
import * as sending from '#lib/server/sending/sending.ts';
import { dayOf } from '#lib/server/clock.ts';
import { gemeente } from '#lib/server/tenants/tenants.ts';
import * as understanding from '#lib/server/understanding/understanding.ts';
import { answer, staff } from '../../../../../hooks/answer.ts';
import { fieldsOf } from '../person-form.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals, params, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const { now, today } = locals.moment;
	const person = await people.find(actor, params.id);
	await people.logReading(actor, person.id, now);
	const versions = await pip.versions(actor, person.id);
	const pips = { first: versions.at(-1) ?? null, current: versions[0] ?? null };
	const facts = pip.factsOf(person, pips);
	const draft = await pip.draft(actor, person.id, today);
	const talks = await understanding.open(actor, person.id);
	const readings = await understanding.firstReadings(actor, person.id);
	const shared = await diary.shared(actor, person.id, locals.moment);
	const { tenant } = actor.portal;
	const { bsnSealed: _sealed, bsnIndex: _index, ...shown } = person;
	return {
		person: shown,
		stelsel: facts.stelsel,
		groepDetail: facts.detail ?? null,
		gemeenteName: gemeente(tenant, person.gemeentecode)?.name ?? person.gemeentecode,
		bsnTail: await people.bsnTail(actor, person.id),
		clocks: pip.clocks(facts),
		awaited: pip.awaited(facts, today),
		talks: talks.rows.map((row) => ({ ...row, since: dayOf(row.at) })),
		versions: versions.map(({ id, version, dagtekeningOn, content, sending: sent }) => ({
			version,
			sending: sent ?? null,
			readOn: readOn(readings.get(id)),
			dagtekeningOn,
			leerroute: content.leerroute,
		})),
		proposals: await proposals.list(actor, person.id),
		call: await calls.wish(actor, person.id, locals.moment),
		shared: shared.map(({ days, ...line }) => ({
			...line,
			days: days && { sinceOn: days.sinceOn, lastOn: diary.lastDayOf(days) },
		})),
		draftedOn: draft.updatedAt === null ? null : dayOf(draft.updatedAt),
		groepChanges: (await groepHistory(actor, person.id)).map(
			({ changedBy: _by, changedAt: _at, ...change }) => change,
		),
		fields: fieldsOf(person),
		eighteenOn: person.situations.includes('amv') ? addYears(day(person.bornOn), 18) : null,
		household: await householdOf(actor, person.id),
		talk: await pip.talkShown(actor, person.id, today),
		way: (await sending.choices(actor, person.id, 'decisions'))[0] ?? null,
		today,
		isChanged: url.searchParams.has('gewijzigd'),
		isAdded: url.searchParams.has('toegevoegd'),
		publishedVersion: publishedNow(versions, url.searchParams.get('vastgesteld')),
	};
});

function readOn(firstReadAt: number | undefined): string | null {
	return firstReadAt === undefined ? null : dayOf(firstReadAt);
}

/** Only a version that is there is announced, whatever the address says. */
function publishedNow(versions: readonly pip.Pip[], said: string | null): number | null {
	return versions.find(({ version }) => String(version) === said)?.version ?? null;
}
