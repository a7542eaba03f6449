import { bezwaarTerm } from '#lib/law/bezwaar.ts';
import { dayAfter, isBefore } from '#lib/law/day.ts';
import type { FactKey, Facts } from '#lib/law/facts.ts';
import { type PipClockStart, type PipDue, pipDue } from '#lib/law/pip-clock.ts';
import type { Policy } from '#lib/law/policy.ts';
import { type Basis, type DatedStep, legal, local } from '#lib/law/step.ts';

/** The steps up to the PIP, and the time to object to the one that is valid now. */
export function* planSteps(facts: Facts, policy: Policy): Iterable<DatedStep> {
	const { bredeIntakeCompletedOn, dagtekeningOn, firstDagtekeningOn, movedInOn } = facts;
	// Who moved in without a plan waits for this gemeente, and no longer for the former one (B 5.3(3)).
	const clock = firstDagtekeningOn === undefined ? facts : { ...facts, movedInOn: undefined };
	const due = deadlineOf(pipDue(clock)) ?? adopted(firstDagtekeningOn);
	yield* oproepen(facts);
	if (due !== undefined) {
		yield* intake(facts, policy, due);
		// No article gives the brede intake a day of its own: it must be over when the PIP is due. Once there is a
		// PIP it is over, on a day that only the gemeente can tell.
		const doneOn = bredeIntakeCompletedOn;
		if (doneOn !== undefined || firstDagtekeningOn === undefined) {
			yield { key: 'bredeIntake', shape: 'deadline', ...due, ...legal('W 14(1)'), doneOn };
		}
		yield { key: 'pip', shape: 'deadline', ...due, doneOn: firstDagtekeningOn };
	}
	const dueAfterMove = clock === facts ? undefined : deadlineOf(pipDue(facts));
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

/** A summons is a day of its own; how many there were decides about an intake in absence (W 14(2)). */
function* oproepen({ oproepenOn = [] }: Facts): Iterable<DatedStep> {
	for (const [index, on] of [...oproepenOn].sort().entries()) {
		const moment = { shape: 'moment', on, source: 'oproepenOn' } as const;
		yield { key: 'oproep', nth: index + 1, ...moment, ...legal('W 14(1)') };
	}
}

/** What the brede intake consists of; as long as there is no PIP each part is due when the PIP is. */
function* intake(facts: Facts, policy: Policy, due: Deadline): Iterable<DatedStep> {
	const { firstDagtekeningOn, leerbaarheidstoetsOn: doneOn } = facts;
	const isOpen = firstDagtekeningOn === undefined;
	if (doneOn !== undefined || isOpen) {
		const deadline = { ...due, shape: 'deadline', doneOn } as const;
		yield { key: 'leerbaarheidstoets', ...deadline, ...legal('W 14(3)') };
	}
	if (policy.bredeIntakeTalks === undefined) return;
	const held = [...(facts.intakeTalksOn ?? [])].sort();
	const count = isOpen ? Math.max(policy.bredeIntakeTalks, held.length) : held.length;
	for (let nth = 1; nth <= count; nth += 1) {
		const { from, until, latestOn, source } = due;
		const dates = { from, until, latestOn, doneOn: held[nth - 1] };
		const deadline = { shape: 'deadline', ...dates, source } as const;
		yield { key: 'intakeTalk', nth, ...deadline, ...local('bredeIntakeTalks') };
	}
}

type Deadline = Pick<DatedStep, 'from' | 'until' | 'latestOn' | 'source'> & Basis;

function deadlineOf(due: PipDue): Deadline | undefined {
	if (due.state === 'notStarted' || due.state === 'otherLaw') return undefined;
	const from = due.startedOn;
	const basis = legal(due.article);
	if (due.state === 'suspended') return { from, source: 'waitingForThirdParty', ...basis };
	const isLater = due.dueBecause === 'thirdPartyInformation';
	const source = isLater ? 'thirdPartyInformationOn' : FACT_OF_START[due.because];
	return { from, until: dayAfter(due.dueOn), latestOn: due.latestOn, source, ...basis };
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
