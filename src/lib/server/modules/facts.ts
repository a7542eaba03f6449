import { compareDays, type Day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import type { StepKind } from './kinds.ts';
import type { Step } from './lines.ts';

/** What the law asks of an inburgeraar and the recorded steps tell; the portal's other facts come beside it. */
export function factsIn(held: readonly Step[]): Partial<Facts> {
	const days = (kind: StepKind): readonly Day[] =>
		held
			.filter((step) => step.kind === kind)
			.map(({ on }) => on)
			.toSorted(compareDays);
	const day = (kind: StepKind) => days(kind)[0];
	return {
		linkedOn: day('linked'),
		benefitSince: day('benefitBegan'),
		oproepenOn: days('oproep'),
		leerbaarheidstoetsOn: day('leerbaarheidstoets'),
		intakeTalksOn: days('intakeTalk'),
		bredeIntakeCompletedOn: day('intakeCompleted') ?? day('intakeInAbsence'),
		offeredOn: day('offered'),
		taalschakeltrajectStartedOn: day('taalschakeltrajectBegan'),
		pvtSignedOn: day('pvtSigned'),
		moduleMapEindgesprekOn: day('moduleMapEindgesprek'),
		leerrouteCompletedOn: day('diploma') ?? day('eindgesprekHeld'),
		certificateOn: day('certificate') ?? day('diploma'),
	};
}
