import type { Facts } from '#lib/law/facts.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import type { ProblemKey } from '../errors.ts';
import { kindRules, type StepKind, stepKinds } from './kinds.ts';

/** The steps that somebody's law, groep and leerroute know. */
export function kindsFor(facts: Facts): readonly StepKind[] {
	return stepKinds.filter((kind) => wrongRoute(kind, facts) === null);
}

/**
 * The law of 2013 knows none of these; MAP is not of the onderwijsroute (W 8(3)), the eindgesprek and the certificate
 * only of Z (W 9), the taalschakeltraject only of O (W 8), an offer of the college is for asylum alone (W 16).
 */
export function wrongRoute(
	kind: StepKind,
	{ groep, leerroute, stelsel }: Facts,
): ProblemKey | null {
	const { beforePlan, module, onlyAsiel } = kindRules[kind];
	if (stelsel === 'wi2013') return 'wi2013';
	if (onlyAsiel && groep !== 'asielstatushouder') return 'onlyAsiel';
	if (beforePlan) return null;
	if (leerroute === undefined) return 'noPlan';
	if (module === 'moduleMap' && leerroute === 'O') return 'mapNotOnO';
	if (module === 'zRoute' && leerroute !== 'Z') return 'eindgesprekOnlyZ';
	const only = ONLY_ON[kind];
	return only === undefined || only.includes(leerroute) ? null : 'otherLeerroute';
}

const ONLY_ON: Partial<Record<StepKind, readonly Leerroute[]>> = {
	taalschakeltrajectBegan: ['O'],
	diploma: ['B', 'O'],
	certificate: ['Z'],
};
