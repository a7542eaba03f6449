import { type Day, day, dayAfter } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as hours from '../hours/hours.ts';
import * as messages from '../messages/messages.ts';
import * as pip from '../pip/pip.ts';
import * as submissions from '../submissions/submissions.ts';
import * as talks from '../talks/talks.ts';
import type { Document, DocumentKind } from './documents.ts';

/** What one noun has of the person's documents. */
export type Source = (actor: Resident, moment: Moment) => Promise<readonly Document[]>;

/** The plans, each with its decision on paper. */
export const plans: Source = async (actor) =>
	(await pip.versions(actor, actor.personId)).map(({ dagtekeningOn, version }) =>
		got('plan', day(dagtekeningOn), `/plan/versie/${version}`),
	);

/** The letters of the gemeente; whether they were read is not looked at. */
export const letters: Source = async (actor, moment) =>
	(await messages.letters(actor, actor.personId, moment)).map(({ id, publishedOn }) =>
		got('letter', publishedOn, `/berichten/brief/${id}`),
	);

/** The reports of talks, by the day of the talk. */
export const reportsOfTalks: Source = async (actor) => {
	const reported = await talks.reported(actor, actor.personId);
	return (await talks.of(actor, actor.personId))
		.filter(({ itemId }) => reported.has(itemId))
		.map(({ itemId, occurrenceOn }) =>
			got('report', occurrenceOn, `/agenda/gesprek/${itemId}/verslag`),
		);
};

/** The photos and papers that were sent with hours. */
export const proofsOfHours: Source = async (actor) =>
	(await hours.keptProofs(actor, actor.personId)).map(
		({ entryId, isGone, keptThroughOn, sentOn }) =>
			sent(isGone ? 'proofGone' : 'proof', sentOn, `/uren/${entryId}`, {
				deletedOn: isGone || keptThroughOn === null ? null : dayAfter(keptThroughOn),
			}),
	);

/** What was handed in with a receipt, but for what only the person should see. */
export const submitted: Source = async (actor) =>
	(await submissions.own(actor)).flatMap(({ id, kind, receivedOn }) =>
		kind === 'speakAlone' || kind === 'safeContact'
			? []
			: [sent(kind, receivedOn, `/ingediend/${id}`)],
	);

function got(kind: DocumentKind, on: Day, href: string): Document {
	return { kind, on, from: 'gemeente', href, deletedOn: null };
}

function sent(
	kind: DocumentKind,
	on: Day,
	href: string,
	{ deletedOn = null }: { readonly deletedOn?: Day | null } = {},
): Document {
	return { kind, on, from: 'person', href, deletedOn };
}
