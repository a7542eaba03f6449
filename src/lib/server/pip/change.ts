import {
	afschalen,
	combination,
	type Leerroute,
	type Niveau,
	wisselen,
} from '#lib/law/leerroute.ts';
import { termijnOf } from '#lib/law/termijn.ts';
import { type Candidate, refusal, type Refusal } from './finding.ts';

/** Whether route and level go together, and may become this after what they were (W 17, B 5.4, B 5.5). */
export function* changes(candidate: Candidate): Iterable<Refusal> {
	yield* together(candidate);
	yield* otherLeerroute(candidate);
	yield* lowerNiveau(candidate);
}

/** Somebody who moved in may have had the first plan elsewhere: then this is not known to be the first. */
function* together({ content, person, facts }: Candidate): Iterable<Refusal> {
	const { leerroute, niveau } = content;
	const isFirstPip = facts.firstDagtekeningOn === undefined && person.movedInOn === null;
	const ruling = combination({ leerroute, isFirstPip, ...(niveau ? { niveau } : {}) });
	if (!ruling.allowed) yield refusal(OF_COMBINATION[ruling.reason], 'niveau', ruling.article);
}

function* otherLeerroute({ content, facts, pips, dagtekeningOn }: Candidate): Iterable<Refusal> {
	const termijn = termijnOf(facts);
	const from = pips.current?.content.leerroute;
	if (termijn === undefined || from === undefined || from === content.leerroute) return;
	const ground = content.grounds?.wisselen;
	const request = { from, to: content.leerroute, on: dagtekeningOn, termijn };
	const ruling = wisselen(ground ? { ...request, ground } : request);
	if (ruling.allowed) return;
	const problem = ruling.reason === 'termNotStarted' ? 'wisselenTooEarly' : 'wisselenTooLate';
	yield refusal(problem, 'leerroute', ruling.article);
}

function* lowerNiveau({ content, pips, dagtekeningOn }: Candidate): Iterable<Refusal> {
	if (pips.current === null || !isA2OnB(content) || isA2OnB(pips.current.content)) return;
	const ruling = afschalen({
		leerroute: 'B',
		isFirstPip: false,
		nt2CourseMinutes: (content.grounds?.nt2CourseHours ?? 0) * 60,
		sufficientEffort: content.grounds?.sufficientEffort ?? false,
		on: dagtekeningOn,
	});
	if (ruling.allowed) return;
	const isEffort = ruling.reason === 'insufficientEffort';
	yield refusal(isEffort ? 'afschalenEffort' : 'afschalenHours', 'niveau', ruling.article);
}

function isA2OnB(plan: { readonly leerroute: Leerroute; readonly niveau: Niveau | null }): boolean {
	return plan.leerroute === 'B' && plan.niveau === 'A2';
}

const OF_COMBINATION = {
	a2WithO: 'niveauNotOnO',
	b1WithZ: 'niveauNotOnZ',
	a2InFirstPip: 'niveauNotInFirst',
} as const;
