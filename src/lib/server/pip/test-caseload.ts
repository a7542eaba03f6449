import { afterAll, beforeAll } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { NewPerson } from '../people/people.ts';
import { addPerson, staffOf, type World } from '../test-world.ts';
import type { PipContent } from './content.ts';
import { type Decided, LASTEN, nothingDecided } from './decided.ts';
import * as pip from './pip.ts';

/** Ten in the morning, summer time or not, of a day. */
export const on = (today: string): Moment => ({
	now: Date.parse(`${today}T09:00:00Z`),
	today: day(today),
});

/** The notification of 2 March 2026 makes the PIP due on 11 May 2026 (B 5.3(1)). */
const arrived = {
	plichtSinceOn: day('2026-03-01'),
	notifiedOn: day('2026-03-02'),
	brpRegisteredOn: day('2026-02-15'),
	gemeentecode: '0632',
	klantmanagerId: 'anna',
} as const;

/** The formal part of an asielstatushouder with a benefit, whole. */
export const decidedB: Decided = {
	...nothingDecided,
	pvt: { partner: 'VSGH', meetings: 3, kernwaarden: ['vrijheid'], lastOn: '2026-12-01' },
	moduleMap: { partner: 'Ferm Werk', praktijk: ['stage'], lastOn: '2027-11-11' },
	maatschappelijkeBegeleiding: { partner: 'VSGH', lastOn: '2029-05-11' },
	financieleZelfredzaamheid: { partner: 'VSGH', lastOn: '2029-05-11' },
	ontzorgen: LASTEN.map((last) => ({ last, lastOn: '2029-05-11' })),
	pwBijlagen: [{ besluit: 'recht', dagtekeningOn: '2026-03-01' }],
	mandaat: { gemeente: 'Woerden', organisation: 'Ferm Werk' },
};

/** That of somebody with a right to little more than a plan: no benefit, no help of the first time. */
export const decidedGezin: Decided = {
	...decidedB,
	maatschappelijkeBegeleiding: null,
	financieleZelfredzaamheid: null,
	ontzorgen: [],
	pwBijlagen: [],
};

/** A plan on the B1-route with which nothing is wrong, for an asielstatushouder. */
export const planB: PipContent = {
	leerroute: 'B',
	niveau: 'B1',
	courseHours: 900,
	pvtHours: 12,
	moduleMapHours: 40,
	voortgangsgesprekken: 2,
	agreements: [
		{ id: 'a', sentence: 'pvt', slots: { hours: 12 } },
		{ id: 'b', sentence: 'voortgangsgesprek', slots: { count: 2 } },
		{ id: 'p', sentence: 'practise', slots: { hours: 3 }, goal: 'g' },
	],
	decided: decidedB,
	goals: [{ id: 'g', sentence: 'speakDaily', lastOn: null }],
};

/** The same on the onderwijsroute and on the Z-route. */
export const planO: PipContent = {
	...planB,
	leerroute: 'O',
	moduleMapHours: null,
	decided: { ...decidedB, moduleMap: nothingDecided.moduleMap },
};
export const planZ: PipContent = { ...planB, leerroute: 'Z', niveau: null, courseHours: 800 };

/** A klantmanager in Woerden, somebody in her caseload, and her plans. */
export function caseloadOf(open: (tenantId?: string) => Promise<World>) {
	let world: World | undefined;
	beforeAll(async () => {
		world = await open('ferm-werk');
	});
	afterAll(() => world?.close());

	const portal = () => {
		if (!world) throw new Error('the world is not open yet');
		return world.portal;
	};
	const anna = (): Staff => staffOf(portal(), 'anna');

	async function save(personId: string, content: PipContent, today = '2026-05-11') {
		const { revision, baseVersion } = await pip.draft(anna(), personId, day(today));
		const reason = baseVersion > 0 ? { changeReason: 'Er is iets veranderd.' } : {};
		const whole = { ...reason, ...content };
		const saved = await pip.saveDraft(anna(), personId, whole, revision, on(today));
		if (!saved.ok) throw new Error(JSON.stringify(saved.problems));
		return saved.value.revision;
	}

	async function publish(personId: string, content: PipContent, today = '2026-05-11') {
		const revision = await save(personId, content, today);
		return pip.publish(
			anna(),
			personId,
			{ revision, dagtekeningOn: today, letterGoesToday: true },
			on(today),
		);
	}

	return {
		portal,
		anna,
		somebody: (differing: Partial<NewPerson> = {}) =>
			addPerson(portal(), { ...arrived, ...differing }),
		save,
		publish,
	};
}
