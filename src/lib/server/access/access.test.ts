import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NotFound } from '../errors.ts';
import { helperScopes } from '../helpers/scopes.ts';
import type { Portal } from '../portal.ts';
import { eachEngine, partnerOf, residentOf, staffOf, system, type World } from '../test-world.ts';
import {
	type Action,
	type Actor,
	type Helper,
	may,
	mayAdd,
	mayHold,
	mayLead,
	mayManageAccounts,
	mayPost,
	mayStandIn,
	permitted,
} from './access.ts';

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
	| 'school'
	| 'helper'
	| 'helperOfOther'
	| 'helperWithNothing'
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
	'waiting.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'waiting.say': ['ownKlantmanager', 'teamLead'],
	'course.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'course.write': ['ownKlantmanager', 'teamLead'],
	'hours.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'hours.declare': ['self', 'system'],
	'hours.decide': ['ownKlantmanager', 'teamLead', 'system'],
	'proof.read': ['self', 'ownKlantmanager', 'teamLead'],
	'talk.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'talk.say': ['self'],
	'talk.report': ['ownKlantmanager', 'teamLead'],
	'proposal.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'proposal.make': ['self', 'system'],
	'proposal.decide': ['ownKlantmanager', 'teamLead'],
	'host.ask': ['self'],
	'host.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'diary.read': ['self', 'ownKlantmanager', 'teamLead'],
	'diary.keep': ['self'],
	'call.read': ['self', 'ownKlantmanager', 'teamLead'],
	'call.ask': ['self'],
	'call.settle': ['ownKlantmanager', 'teamLead'],
	'message.read': ['self', 'ownKlantmanager', 'teamLead'],
	'message.write': ['self', 'ownKlantmanager', 'teamLead'],
	'letter.publish': ['ownKlantmanager', 'teamLead'],
	'sending.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'agenda.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'agenda.plan': ['ownKlantmanager', 'teamLead', 'system'],
	'agenda.answer': ['self', 'ownKlantmanager', 'teamLead'],
	'feed.manage': ['self'],
	'attendance.say': ['ownKlantmanager', 'teamLead'],
	'sending.choose': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'sending.confirm': ['ownKlantmanager', 'teamLead', 'system'],
	'submission.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'submission.make': ['self'],
	'submission.settle': ['ownKlantmanager', 'teamLead'],
	'complaint.read': ['self', 'teamLead', 'system'],
	'complaint.settle': ['teamLead'],
	'contact.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'contact.change': ['self'],
	'contact.write': ['ownKlantmanager', 'teamLead', 'system'],
	'reader.list': ['self'],
	'notice.read': ['self'],
	'notice.choose': ['self'],
	'understanding.read': ['self', 'ownKlantmanager', 'teamLead'],
	'understanding.say': ['self'],
	'understanding.settle': ['ownKlantmanager', 'teamLead'],
	'recording.hear': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'translation.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'translation.manage': ['ownKlantmanager', 'teamLead'],
	'translation.exchange': ['system'],
	'duo.read': ['self', 'ownKlantmanager', 'teamLead', 'system'],
	'duo.report': ['ownKlantmanager', 'teamLead'],
	'access.issue': ['ownKlantmanager', 'teamLead'],
	'access.own': ['self'],
	'phone.choose': ['self'],
	'phone.revoke': ['self', 'ownKlantmanager', 'teamLead'],
	'intake.read': ['ownKlantmanager', 'teamLead'],
	'intake.write': ['ownKlantmanager', 'teamLead'],
	'health.read': ['ownKlantmanager'],
	'health.write': ['ownKlantmanager'],
	'helper.manage': ['self'],
	'look.agenda': ['helper'],
	'look.hours': ['helper'],
	'look.plan': ['helper'],
	'look.messages': ['helper'],
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
			// Whatever a school is: no rule about a person lets it in.
			school: partnerOf(portal, 'kim', 'amina', woerden),
			helper: helperOf(portal, 'amina'),
			helperOfOther: { ...helperOf(portal, 'selam'), id: 'amina' },
			helperWithNothing: { ...helperOf(portal, 'amina'), sees: [] },
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

	it('lead a cohort, or hold what it does: its owner, the team leaders, and the partner who gives it', () => {
		const cohort = { gemeentecode: '0632', ownerId: 'kim', partnerId: 'nl-training' };
		const { portal } = world;
		const some: Record<string, Actor> = {
			...everybody,
			giving: partnerOf(portal, 'p', 'nl-training', woerden),
			givingElsewhere: partnerOf(portal, 'p', 'nl-training', oudewater),
			givingNowhere: partnerOf(portal, 'p', 'nl-training', []),
			otherPartner: partnerOf(portal, 'kim', 'vsgh', woerden),
		};
		const able = (rule: (actor: Actor, of: typeof cohort) => boolean) =>
			Object.entries(some)
				.filter(([, actor]) => rule(actor, cohort))
				.map(([who]) => who)
				.sort();
		expect(able(mayLead)).toEqual(['ownKlantmanager', 'teamLead']);
		expect(able(mayHold)).toEqual(['giving', 'ownKlantmanager', 'teamLead']);
		expect(able((actor) => mayPost(actor, '0632'))).not.toContain('giving');
		const ofNobody = { ...cohort, partnerId: null };
		expect(mayHold(partnerOf(portal, 'p', 'null', woerden), ofNobody)).toBe(false);
	});

	it('stand in for who is away: a klantmanager of the same gemeente, for the people of that one', () => {
		const staff = Object.entries(everybody).flatMap(([who, actor]) =>
			actor.kind === 'staff' ? [[who, actor] as const] : [],
		);
		const able = (absent: readonly string[]) =>
			staff.filter(([, actor]) => mayStandIn(actor, subject, absent)).map(([who]) => who);
		expect(able(['kim']).sort()).toEqual(['colleague', 'ownKlantmanager']);
		expect(able(['lee'])).toEqual([]);
	});

	it('manage accounts: the administrator and an operator', () => {
		const able = Object.entries(everybody).filter(([, actor]) => mayManageAccounts(actor));
		expect(able.map(([who]) => who).sort()).toEqual(['administrator', 'system']);
	});
});

function helperOf(portal: Portal, personId: string): Helper {
	return { kind: 'helper', id: 'kim', personId, sees: helperScopes, portal };
}

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
