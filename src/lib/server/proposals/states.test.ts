import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Resident, Staff } from '../access/access.ts';
import * as auditChain from '../db/audit-chain.ts';
import type { Outcome } from '../errors.ts';
import { newId } from '../id.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as proposals from './proposals.ts';
import { transitions } from './states.ts';
import { content, moment, newResident } from './test-proposals.ts';

type Kind = Exclude<proposals.ProposalEventKind, 'sent'>;

/** What people do, one after the other; `times` at once, as a phone does that never saw an answer. */
const steps = fc.array(
	fc.record({
		kind: fc.constantFrom<Kind>(
			'asked',
			'answered',
			'approved',
			'notApproved',
			'reconsidered',
			'withdrawn',
			'ended',
		),
		byPerson: fc.boolean(),
		behind: fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 2 })),
		times: fc.integer({ min: 1, max: 2 }),
	}),
	{ maxLength: 20 },
);

/** Written out again and not taken from the code: which event may follow which state. */
const allowed: Record<proposals.ProposalState, Partial<Record<Kind, proposals.ProposalState>>> = {
	sent: {
		asked: 'asked',
		approved: 'approved',
		notApproved: 'notApproved',
		withdrawn: 'withdrawn',
	},
	asked: {
		answered: 'sent',
		approved: 'approved',
		notApproved: 'notApproved',
		withdrawn: 'withdrawn',
	},
	approved: { reconsidered: 'sent', ended: 'ended' },
	notApproved: { reconsidered: 'sent' },
	withdrawn: {},
	ended: {},
};

eachEngine('the history of a proposal', (open) => {
	let world: World;

	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	it('is that of the table, whatever is done in whatever order', async () => {
		expect(transitions).toEqual(allowed);
		const kim = staffOf(world.portal, 'kim');
		const property = fc.asyncProperty(steps, async (list) => {
			const resident = await newResident(world);
			const id = newId();
			await Promise.all([1, 2].map(() => proposals.sendAs(resident, id, content, moment)));
			let state: proposals.ProposalState = 'sent';
			const history: string[] = ['sent by person'];
			for (const { kind, byPerson, behind, times } of list) {
				const who = kind === 'ended' && byPerson ? 'person' : whose[kind];
				const seen = { id, events: Math.max(0, history.length - behind) };
				const act = () => happen({ resident, kim }, kind, seen, who);
				const outcomes = await Promise.all(Array.from({ length: times }, act));
				const target: proposals.ProposalState | undefined = allowed[state][kind];
				const isRepeat = history.at(-1) === `${kind} by ${who}`;
				const isTaken = target !== undefined && seen.events === history.length;
				for (const { ok } of outcomes) expect(ok).toBe(isTaken || isRepeat);
				if (!isTaken) continue;
				state = target;
				history.push(`${kind} by ${who}`);
			}
			const shown = await proposals.proposal(resident, id);
			expect(shown.state).toBe(state);
			const by = (actor: string) => (actor === resident.id ? 'person' : 'kim');
			expect(shown.events.map((event) => `${event.kind} by ${by(event.by)}`)).toEqual(history);
			expect(shown.events.map(({ number }) => number)).toEqual(history.map((_, at) => at + 1));
			expect(shown.endedOn).toBe(state === 'ended' ? moment.today : null);
			expect(await proposals.list(resident, resident.personId)).toHaveLength(1);
		});
		await fc.assert(property, { numRuns: 40, endOnFailure: true });
		expect(await auditChain.firstBreak(world.portal.store.read, world.portal.store.t)).toBeNull();
	}, 120_000);
});

const whose: Record<Kind, 'person' | 'kim'> = {
	asked: 'kim',
	answered: 'person',
	approved: 'kim',
	notApproved: 'kim',
	reconsidered: 'kim',
	withdrawn: 'person',
	ended: 'kim',
};

function happen(
	{ resident, kim }: { readonly resident: Resident; readonly kim: Staff },
	kind: Kind,
	seen: proposals.Seen,
	who: 'person' | 'kim',
): Promise<Outcome<null>> {
	const said = <Word>(reason: Word) => ({ reason, note: null });
	const acts: Record<Kind, () => Promise<Outcome<null>>> = {
		asked: () => proposals.ask(kim, seen, said('whichDays'), moment),
		answered: () => proposals.answer(resident, seen, 'ሰኑይ', moment),
		approved: () => proposals.approve(kim, seen, said('speakDutch'), moment),
		notApproved: () => proposals.notApprove(kim, seen, said('aloneThere'), moment),
		reconsidered: () => proposals.reconsider(kim, seen, said('ourMistake'), moment),
		withdrawn: () => proposals.withdraw(resident, seen, moment),
		ended: () =>
			who === 'person'
				? proposals.stop(resident, seen, moment)
				: proposals.end(kim, seen, said('activityStopped'), moment),
	};
	return acts[kind]();
}
