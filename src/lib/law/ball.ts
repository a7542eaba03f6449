import type { Ball } from '#lib/law/eindgesprek.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import type { StepKey } from '#lib/law/step.ts';

/** Whose move a step is, with those outside the gemeente too. */
export type BallHolder = Ball | 'duo' | 'partner';

/**
 * Whose move comes first for a step, which is not whose duty it is: to sign for the PVT one is invited by the gemeente,
 * as for the talk that ends the MAP. Null for a period that just runs. A target of the gemeente binds nobody else.
 */
export function ballOf(key: StepKey, leerroute: Leerroute | undefined): BallHolder | null {
	if (key === 'certificate') return leerroute === 'Z' ? 'gemeente' : 'duo';
	return BALLS[key];
}

/**
 * Whether a step is the gemeente's own work, which it alone can be late with. To sign for the PVT, the MAP and the
 * leerroute stay duties of the inburgeraar (W 6), whoever moves first.
 */
export function isWorkOfGemeente(key: StepKey, leerroute: Leerroute | undefined): boolean {
	return key === 'certificate' ? leerroute === 'Z' : WORK_OF_GEMEENTE.includes(key);
}

const WORK_OF_GEMEENTE: readonly StepKey[] = [
	'leerbaarheidstoets',
	'intakeTalk',
	'bredeIntake',
	'pip',
	'pipAfterMove',
	'offer',
	'taalschakeltraject',
	'voortgangsgesprek',
	'pvtTarget',
	'moduleMapTarget',
];

const BALLS = {
	plicht: null,
	registration: null,
	voorinburgering: null,
	maatschappelijkeBegeleiding: 'gemeente',
	ontzorgen: 'gemeente',
	oproep: 'person',
	leerbaarheidstoets: 'gemeente',
	bredeIntake: 'gemeente',
	pip: 'gemeente',
	pipAfterMove: 'gemeente',
	bezwaar: 'person',
	termijn: null,
	offer: 'gemeente',
	taalschakeltraject: 'gemeente',
	wisselen: 'person',
	pvt: 'gemeente',
	moduleMap: 'gemeente',
	leerroute: 'person',
	verlenging: 'person',
	bothLanguages: null,
	maatschappelijkeBegeleidingTarget: null,
	ontzorgenTarget: 'gemeente',
	intakeTalk: 'gemeente',
	voortgangsgesprek: 'gemeente',
	pvtTarget: 'gemeente',
	moduleMapTarget: 'gemeente',
} as const satisfies Record<Exclude<StepKey, 'certificate'>, BallHolder | null>;
