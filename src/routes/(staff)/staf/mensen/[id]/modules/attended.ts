import type { Day } from '#lib/law/day.ts';
import * as agenda from '#lib/server/agenda/agenda.ts';
import * as modules from '#lib/server/modules/modules.ts';

/** What the lists of meetings add up to for a module, in minutes, beside the hours that it asks. */
export function attendedFor(module: modules.Module, all: readonly agenda.Attended[], today: Day) {
	const kind = kindOf(module);
	if (kind === null) return null;
	const minutes = all
		.filter(({ occurrence }) => occurrence.kind === kind)
		.reduce((total, one) => total + one.minutes, 0);
	const least = modules.leastHours(today);
	return { minutes, normHours: kind === 'lesson' ? null : least[kind] };
}

function kindOf(module: modules.Module): 'pvt' | 'moduleMap' | 'lesson' | null {
	if (module === 'pvt' || module === 'moduleMap') return module;
	return module === 'lessons' ? 'lesson' : null;
}
