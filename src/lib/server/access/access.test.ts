import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound } from '../errors.ts';
import { eachEngine, residentOf, staffOf, system, type World } from '../test-world.ts';
import { type Action, type Actor, may, mayAdd, mayManageAccounts, permitted } from './access.ts';

/** Somebody of Woerden in the caseload of kim; the tenant also holds Oudewater and others. */
const subject = { id: 'amina', klantmanagerId: 'kim', gemeentecode: '0632' };
const [woerden, oudewater] = [['0632'], ['0589']];

type Who =
	| 'self'
	| 'otherResident'
	| 'ownKlantmanager'
	| 'colleague'
	| 'klantmanagerElsewhere'
	| 'ownKlantmanagerMovedAway'
	| 'ownKlantmanagerWithoutRole'
	| 'teamLead'
	| 'teamLeadElsewhere'
	| 'administrator'
	| 'namesake'
	| 'system';

const table = {
	'person.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'person.write': ['ownKlantmanager', 'teamLead', 'system'],
	'pip.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'pip.draft': ['ownKlantmanager', 'teamLead', 'system'],
	'pip.publish': ['ownKlantmanager', 'teamLead', 'system'],
	'progress.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'progress.say': ['ownKlantmanager', 'teamLead'],
	'module.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'module.say': ['ownKlantmanager', 'teamLead'],
	'course.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'course.write': ['ownKlantmanager', 'teamLead'],
	'hours.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'hours.declare': ['self', 'system'],
	'hours.decide': ['ownKlantmanager', 'teamLead', 'system'],
	'proof.read': ['self', 'ownKlantmanager', 'teamLead'],
	'proposal.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'proposal.make': ['self', 'system'],
	'proposal.decide': ['ownKlantmanager', 'teamLead'],
	'host.ask': ['self'],
	'host.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'diary.read': ['self', 'ownKlantmanager', 'teamLead'],
	'diary.keep': ['self'],
	'call.ask': ['self'],
	'call.settle': ['ownKlantmanager', 'teamLead'],
	'sending.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'sending.choose': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'sending.confirm': ['ownKlantmanager', 'teamLead', 'system'],
	'understanding.read': ['self', 'ownKlantmanager', 'teamLead'],
	'understanding.say': ['self'],
	'understanding.settle': ['ownKlantmanager', 'teamLead'],
	'recording.hear': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'translation.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'translation.manage': ['ownKlantmanager', 'teamLead'],
	'translation.exchange': ['system'],
} as const satisfies Record<Action, readonly Who[]>;

eachEngine('who may', (open) => {
	let world: World;
	let everybody: Record<Who, Actor>;

	beforeAll(async () => {
		world = await open('ferm-werk');
		const { portal } = world;
		everybody = {
			self: residentOf(portal, 'amina'),
			otherResident: residentOf(portal, 'selam'),
			ownKlantmanager: staffOf(portal, 'kim', ['klantmanager'], woerden),
			colleague: staffOf(portal, 'lee', ['klantmanager'], woerden),
			klantmanagerElsewhere: staffOf(portal, 'max', ['klantmanager'], oudewater),
			ownKlantmanagerMovedAway: staffOf(portal, 'kim', ['klantmanager'], oudewater),
			ownKlantmanagerWithoutRole: staffOf(portal, 'kim', [], woerden),
			teamLead: staffOf(portal, 'tess', ['teamLead'], woerden),
			teamLeadElsewhere: staffOf(portal, 'tom', ['teamLead'], oudewater),
			administrator: staffOf(portal, 'kim', ['administrator'], woerden),
			// An account id that is the person's id, or a person's id that is the klantmanager's, opens nothing.
			namesake: { ...residentOf(portal, 'kim'), id: 'amina' },
			system: system(portal),
		};
	});
	afterAll(() => world.close());

	describe.each(Object.entries(table))('%s', (action, allowed: readonly Who[]) => {
		it('exactly these', () => {
			const able = Object.entries(everybody).filter(([, actor]) =>
				may(actor, action as Action, subject),
			);
			expect(able.map(([who]) => who).sort()).toEqual([...allowed].sort());
		});

		it('gets the thing itself, and anybody else what somebody asking for nothing gets', () => {
			for (const [who, actor] of Object.entries(everybody)) {
				const forbidden = caught(() => permitted(actor, action as Action, subject));
				if (allowed.some((each) => each === who)) {
					expect(permitted(actor, action as Action, subject)).toBe(subject);
					continue;
				}
				const absent = caught(() => permitted(actor, action as Action, null));
				expect(forbidden).toBeInstanceOf(NotFound);
				expect(told(forbidden)).toEqual(told(absent));
			}
		});
	});

	it('add somebody new: klantmanagers and team leaders, in their own gemeenten', () => {
		const able = (gemeentecode: string) =>
			Object.entries(everybody)
				.filter(([, actor]) => mayAdd(actor, gemeentecode))
				.map(([who]) => who)
				.sort();
		expect(able('0632')).toEqual(['colleague', 'ownKlantmanager', 'system', 'teamLead']);
		expect(able('0589')).toEqual([
			'klantmanagerElsewhere',
			'ownKlantmanagerMovedAway',
			'system',
			'teamLeadElsewhere',
		]);
		expect(able('')).toEqual(['system']);
	});

	it('manage accounts: the administrator and an operator', () => {
		const able = Object.entries(everybody).filter(([, actor]) => mayManageAccounts(actor));
		expect(able.map(([who]) => who).sort()).toEqual(['administrator', 'system']);
	});
});

function caught(task: () => unknown): unknown {
	try {
		task();
	} catch (problem) {
		return problem;
	}
	return undefined;
}

function told(problem: unknown) {
	const { name, message, cause } = problem as Error;
	return { name, message, cause, own: Object.keys(problem as object) };
}
