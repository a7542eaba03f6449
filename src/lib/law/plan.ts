import { bezwaarTerm } from '#lib/law/bezwaar.ts';
import { dayAfter, isBefore } from '#lib/law/day.ts';
import type { FactKey, Facts } from '#lib/law/facts.ts';
import { type PipClockStart, type PipDue, pipDue } from '#lib/law/pip-clock.ts';
import { type Basis, type DatedStep, legal } from '#lib/law/step.ts';

/** The steps up to the PIP, and the time to object to the one that is valid now. */
export function* planSteps(facts: Facts): Iterable<DatedStep> {
	const { bredeIntakeCompletedOn, dagtekeningOn, firstDagtekeningOn, movedInOn } = facts;
	const due = deadlineOf(pipDue({ ...facts, movedInOn: undefined })) ?? adopted(firstDagtekeningOn);
	if (due !== undefined) {
		// No article gives the brede intake a day of its own: it must be over when the PIP is due. Once there is a
		// PIP it is over, on a day that only the gemeente can tell.
		const doneOn = bredeIntakeCompletedOn;
		if (doneOn !== undefined || firstDagtekeningOn === undefined) {
			yield { key: 'bredeIntake', shape: 'deadline', ...due, ...legal('W 14(1)'), doneOn };
		}
		yield { key: 'pip', shape: 'deadline', ...due, doneOn: firstDagtekeningOn };
	}
	const dueAfterMove = movedInOn === undefined ? undefined : deadlineOf(pipDue(facts));
	if (movedInOn !== undefined && dueAfterMove !== undefined) {
		const isOld = dagtekeningOn !== undefined && isBefore(dagtekeningOn, movedInOn);
		const doneOn = isOld ? undefined : dagtekeningOn;
		yield { key: 'pipAfterMove', shape: 'deadline', ...dueAfterMove, doneOn };
	}
	if (dagtekeningOn !== undefined && facts.waitingForLetter !== true) {
		const { article, from, until } = bezwaarTerm(facts.bekendmakingOn ?? dagtekeningOn);
		const source = facts.bekendmakingOn === undefined ? 'dagtekeningOn' : 'bekendmakingOn';
		yield { key: 'bezwaar', shape: 'window', from, until, source, ...legal(article) };
	}
}

type Deadline = Pick<DatedStep, 'from' | 'until' | 'source'> & Basis;

function deadlineOf(due: PipDue): Deadline | undefined {
	if (due.state === 'notStarted' || due.state === 'otherLaw') return undefined;
	const from = due.startedOn;
	const basis = legal(due.article);
	if (due.state === 'suspended') return { from, source: 'waitingForThirdParty', ...basis };
	const isLater = due.dueBecause === 'thirdPartyInformation';
	const source = isLater ? 'thirdPartyInformationOn' : FACT_OF_START[due.because];
	return { from, until: dayAfter(due.dueOn), source, ...basis };
}

/** A plan whose clock cannot be dated from these facts, but which is there. */
function adopted(firstDagtekeningOn: Facts['firstDagtekeningOn']): Deadline | undefined {
	if (firstDagtekeningOn === undefined) return undefined;
	return { source: 'firstDagtekeningOn', ...legal('B 5.3(1)') };
}

const FACT_OF_START = {
	notification: 'notifiedOn',
	registration: 'brpRegisteredOn',
	move: 'movedInOn',
} as const satisfies Record<PipClockStart, FactKey>;
