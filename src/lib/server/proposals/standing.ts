import { permitted, type Resident } from '../access/access.ts';
import { done, type Outcome, refused } from '../errors.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';

/**
 * Whether somebody can propose anything: who can declare hours can, so not under the law of 2013, nor before there
 * is a plan (Besluit inburgering 2021, art. 5.3(5)).
 */
export async function mayPropose(actor: Resident): Promise<Outcome<null>> {
	const { personId } = actor;
	const person = permitted(actor, 'proposal.make', await people.find(actor, personId));
	const facts = pip.factsOf(person, await pip.of(actor, personId));
	if (facts.stelsel === 'wi2013') return refused({ form: 'wi2013' });
	return facts.dagtekeningOn === undefined ? refused({ form: 'noPlan' }) : done(null);
}
