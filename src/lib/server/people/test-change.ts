import type { Actor } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { change, type Changed, type PersonFacts } from './change.ts';
import { factsOf } from './facts-of.ts';
import type { Person } from './people.ts';

/** Changes a person as the form does: everything as it stands, but for what is named. */
export function tryingAs(usual: Actor, moment: Moment) {
	return (
		person: Person,
		facts: Partial<PersonFacts>,
		rest: Partial<Omit<Changed, 'facts'>> = {},
		actor: Actor = usual,
		base: number = person.revision,
	) => {
		const asked = { groepChangedOn: null, groepReason: null, ...rest };
		const changed = { facts: { ...factsOf(person), ...facts }, ...asked };
		return change(actor, person.id, changed, base, moment);
	};
}
