import type { LineKey } from '#lib/languages/labels/rules.ts';
import * as slots from '#lib/languages/slots.ts';
import { termijnOf } from '#lib/law/termijn.ts';
import { dayBefore } from '#lib/law/day.ts';
import { type ObligationKey, obligations } from '#lib/law/obligation.ts';
import type { NormKey } from '../pip/pip.ts';
import { type Known, type Line, line, type Page, pageOf } from './page.ts';

/** What somebody must do: the numbers as the own plan has them, the duties as the law has them (W 6-9, 14-16). */
export function plichten(known: Known): Page {
	const { facts, plan } = known;
	const hasPlan = facts.firstDagtekeningOn !== undefined;
	const isIntakeOver = hasPlan || facts.bredeIntakeCompletedOn !== undefined;
	return pageOf(
		{
			key: 'todo',
			lines: plan
				? [line('readPlan'), line('tellUs')]
				: isIntakeOver
					? [line('tellUs')]
					: [line('intakeDay'), line('intakeCall'), line('intakeAlone')],
			to: plan ? ['plan'] : [],
		},
		{ key: 'duties', lines: [], items: duties(known) },
		{ key: 'rule', lines: term(known) },
		{
			key: 'consequence',
			lines: [...(hasPlan ? [line('notDone')] : []), line('lastResort')],
			to: hasPlan ? ['verlenging', 'boete'] : ['boete'],
		},
	);
}

function duties({ facts, plan, today }: Known): readonly Line[] {
	const found = obligations(facts, today);
	if (found.law === 'wi2013') return [];
	const isCompleted = facts.leerrouteCompletedOn !== undefined;
	const must = (key: ObligationKey) =>
		!isCompleted && found.obligations.some((each) => each.key === key && each.duty === 'must');
	const isTested = facts.bredeIntakeCompletedOn ?? facts.leerbaarheidstoetsOn ?? plan;
	const lessonsBySelf = found.obligations.some(
		({ key, provider }) => key === 'lessons' && provider === 'self',
	);
	return [
		...(isTested || facts.firstDagtekeningOn !== undefined ? [] : [line('dutyToets')]),
		...(plan?.norms ?? []).map(({ key, slots: gaps }) => ({ key: NORM_LINE[key], slots: gaps })),
		...(facts.pvtSignedOn === undefined ? [line('dutySign')] : []),
		...(must('exams') ? [line('dutyExams')] : []),
		...(must('taalschakeltraject') ? [line('dutyTaalschakeltraject')] : []),
		...(must('eindgesprek') ? [line('dutyEindgesprek')] : []),
		...(plan === null ? [line('dutyUnknown')] : []),
		lessonsBySelf ? line('lessonsBySelf') : line('lessonsByGemeente'),
	];
}

function term({ facts }: Known): readonly Line[] {
	const termijn = termijnOf(facts);
	if (termijn === undefined) return [line('verlengingNone')];
	const { from, isExtended, until } = termijn;
	return [
		line('term', { from: slots.day(from), lastOn: slots.day(dayBefore(until)) }),
		...(isExtended ? [line('termExtended')] : []),
	];
}

const NORM_LINE = {
	course: 'normCourse',
	pvt: 'normPvt',
	moduleMap: 'normModuleMap',
	moduleMapInside: 'normModuleMapInside',
	participation: 'normParticipation',
	noParticipationRoute: 'normNoParticipationRoute',
	noParticipationGezin: 'normNoParticipationGezin',
	noParticipationOntheffing: 'normNoParticipationOntheffing',
	talks: 'normTalks',
} as const satisfies Record<NormKey, LineKey>;
