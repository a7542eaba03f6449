import type { StepKey } from '#lib/law/timeline.ts';
import type { Step, StepKind } from '../modules/modules.ts';
import type { Entry } from './entries.ts';

/** The steps of the law that tell of what was written down. */
const TOLD_BY = {
	linked: ['voorinburgering'],
	benefitBegan: ['ontzorgen'],
	oproep: ['oproep'],
	leerbaarheidstoets: ['leerbaarheidstoets'],
	intakeTalk: ['intakeTalk'],
	intakeCompleted: ['bredeIntake'],
	intakeInAbsence: ['bredeIntake'],
	offered: ['offer'],
	taalschakeltrajectBegan: ['taalschakeltraject'],
	pvtSigned: ['pvt'],
	moduleMapEindgesprek: ['moduleMap'],
	diploma: ['leerroute'],
	eindgesprekHeld: ['leerroute'],
	certificate: ['certificate'],
} as const satisfies Partial<Record<StepKind, readonly StepKey[]>>;

/** What was written down and stands on no step of the law; a talk or an exam that was planned, only until it was. */
export function untold(held: readonly Step[], law: readonly Entry[]): readonly Step[] {
	const told = new Set(law.map(({ what }) => (what.kind === 'step' ? what.key : null)));
	const table: Partial<Record<StepKind, readonly StepKey[]>> = TOLD_BY;
	return held.filter((step) => {
		if ((table[step.kind] ?? []).some((key) => told.has(key))) return false;
		return !isOverBy(step, held);
	});
}

function isOverBy({ kind, on, part }: Step, held: readonly Step[]): boolean {
	if (kind === 'eindgesprekPlanned') return held.some((each) => each.kind === 'eindgesprekHeld');
	if (kind !== 'examPlanned') return false;
	return held.some((each) => each.kind === 'exam' && each.part === part && each.on >= on);
}
