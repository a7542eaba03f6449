import { addMonths, type Day, day, dayAfter, isBefore } from '#lib/law/day.ts';
import type { Forecast } from '#lib/law/hours-forecast.ts';
import type { OfferedLanguage } from '#lib/languages/languages.ts';
import { type Actor, permitted } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Moment } from '../clock.ts';
import * as hours from '../hours/hours.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import * as progress from '../progress/progress.ts';
import * as understanding from '../understanding/understanding.ts';
import * as waiting from '../waiting/waiting.ts';
import { heldOn } from './held.ts';
import type { Talk } from './rows.ts';

/** What both look at before a talk; the diary is not in it, and nothing here is a judgement. */
export interface Preparation {
	/** The day of the last talk before this one; null for the first. */
	readonly since: Day | null;
	/** What changed in the plan since then; null where nothing did. */
	readonly changes: { readonly on: Day; readonly lines: readonly pip.ChangeShown[] } | null;
	/** What of the plan waits to be explained. */
	readonly notUnderstood: readonly pip.AgreementShown[];
	readonly hours: { readonly overview: hours.Overview; readonly forecast: Forecast | null } | null;
	/** What the person said they could not come to, since then. Why stands in the agenda and not here. */
	readonly absences: readonly { readonly on: Day; readonly kind: agenda.AgendaKind }[];
	readonly goals: readonly pip.GoalShown[];
	readonly progress: progress.ProgressByPart;
	readonly waiting: readonly waiting.WaitingLine[];
}

/** Where there was no talk before, absences are told of this long. */
const firstTalkMonths = 6;

/** What both look at before a talk, for the person and for who has the caseload. */
export async function preparation(
	actor: Actor,
	talk: Pick<Talk, 'personId' | 'on'>,
	language: OfferedLanguage,
	moment: Moment,
): Promise<Preparation> {
	const { personId } = talk;
	const person = permitted(actor, 'talk.read', await people.find(actor, personId));
	const { today } = moment;
	const held = await heldOn(actor.portal, personId);
	const since = held.findLast((on) => isBefore(on, talk.on)) ?? null;
	const versions = await pip.versions(actor, personId);
	const [current = null] = versions;
	const pips = { first: versions.at(-1) ?? null, current };
	const window = { from: since ?? addMonths(today, -firstTalkMonths), until: dayAfter(today) };
	const overview = await hours.overview(actor, personId, moment);
	return {
		since,
		changes: changesIn(versions, since, language),
		notUnderstood: current ? await asked(actor, current, language) : [],
		hours: overview.norm.applies
			? { overview, forecast: await hours.outlook(actor, personId, moment) }
			: null,
		absences: (await agenda.of(actor, personId, window))
			.filter(({ answer }) => answer !== null && !answer.isComing)
			.map(({ kind, on }) => ({ kind, on })),
		goals: current ? pip.shown(person, pips, current, language, today).goals : [],
		progress: current ? await progress.of(actor, current) : {},
		waiting: await waiting.of(actor, personId),
	};
}

function changesIn(versions: readonly pip.Pip[], since: Day | null, language: OfferedLanguage) {
	const [current] = versions;
	if (!current || since === null) return null;
	const before = versions.find(({ dagtekeningOn }) => !isBefore(since, day(dagtekeningOn)));
	if (!before || before.version === current.version) return null;
	const lines = pip.changesShown(before.content, current.content, language);
	return { on: day(current.dagtekeningOn), lines };
}

async function asked(actor: Actor, current: pip.Pip, language: OfferedLanguage) {
	const said = await understanding.of(actor, current.personId);
	const open = said.filter(
		({ answer, pipId, settledAt }) =>
			pipId === current.id && settledAt === null && answer !== 'understood',
	);
	const ids = new Set(open.map(({ agreementId }) => agreementId));
	return current.content.agreements
		.filter(({ id }) => ids.has(id))
		.map((agreement) => pip.agreementShown(agreement, language));
}
