import { error } from '@sveltejs/kit';
import type { Helper, Partner, Resident, Staff } from '#lib/server/access/access.ts';
import { Conflict, NotFound } from '#lib/server/errors.ts';

/** The one map from our exceptions to a status; wraps every load, action and endpoint. */
export function answer<E, R>(work: (event: E) => Promise<R>): (event: E) => Promise<R> {
	return async (event) => {
		try {
			return await work(event);
		} catch (problem) {
			if (problem instanceof NotFound) error(404, { message: 'not found' });
			if (problem instanceof Conflict) error(409, { message: 'conflict' });
			throw problem;
		}
	};
}

/** The inburgeraar of this request; the guard has let nobody else through. */
export function resident(locals: App.Locals): Resident {
	if (locals.actor?.kind !== 'resident') throw new NotFound();
	return locals.actor;
}

/** Who of a partner this request is of. */
export function partner(locals: App.Locals): Partner {
	if (locals.actor?.kind !== 'partner') throw new NotFound();
	return locals.actor;
}

/** Who looks along in this request. */
export function helper(locals: App.Locals): Helper {
	if (locals.actor?.kind !== 'helper') throw new NotFound();
	return locals.actor;
}

/** The member of staff of this request. */
export function staff(locals: App.Locals): Staff {
	if (locals.actor?.kind !== 'staff') throw new NotFound();
	return locals.actor;
}
