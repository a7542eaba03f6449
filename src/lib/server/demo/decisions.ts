import { addDays, addMonths, type Day, dayBefore } from '#lib/law/day.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import type { Staff } from '../access/access.ts';
import { newId } from '../id.ts';
import type { Person } from '../people/people.ts';
import type { Hulp } from '../pip/decided.ts';
import * as pip from '../pip/pip.ts';

/** The suggested plan with all that a klantmanager still has to decide, and goals of somebody's own life. */
export async function decidedFor(
	manager: Staff,
	person: Person,
	content: pip.PipContent,
	on: Day,
): Promise<pip.PipContent> {
	const decided = pip.decidedOf(content);
	const hasBenefit = person.hasParticipatiewetBenefit;
	const isOnZ = content.leerroute === 'Z';
	const isAsiel = content.courseHours !== null;
	const goals = [...pip.goalsOf(content), ...moneyGoal(content)];
	const lasts = decided.ontzorgen.length > 0;
	return {
		...content,
		goals,
		agreements: pip.underGoals(content.agreements, goals),
		decided: {
			...decided,
			alfabetisering: isOnZ && isAsiel ? 'AA' : 'NVT',
			magOpleidingAfmaken: person.groepDetail === 'gezinshereniger',
			examenwens: isOnZ && !isAsiel ? ['SP', 'KNM'] : [],
			pvt: {
				...decided.pvt,
				kernwaarden: ['vrijheid', 'participatie'],
				lastOn: decided.pvt.lastOn ?? dayBefore(addMonths(on, 9)),
			},
			moduleMap: moduleMap(decided.moduleMap, content.leerroute, on),
			kindVve: isOnZ ? { school: 'Voorschool De Kikker', firstOn: addDays(on, 30) } : null,
			maatschappelijkeBegeleiding: until(decided.maatschappelijkeBegeleiding, on, 18),
			financieleZelfredzaamheid: until(decided.financieleZelfredzaamheid, on, 12),
			pwBijlagen: hasBenefit
				? [
						{ besluit: 'recht', dagtekeningOn: addDays(on, -40) },
						{ besluit: 'plichten', dagtekeningOn: addDays(on, -40) },
						...(lasts ? [{ besluit: 'ontzorgen', dagtekeningOn: addDays(on, -33) } as const] : []),
					]
				: [],
			...(await pip.decidersOf(manager, person)),
		},
	};
}

/** Where the plan has agreements about money, somebody also wants to handle it. */
function moneyGoal({ leerroute }: pip.PipContent): pip.Goal[] {
	return leerroute === 'B' ? [{ id: newId(), sentence: 'payBills', lastOn: null }] : [];
}

function moduleMap(its: pip.ModuleMapInvulling, leerroute: Leerroute, on: Day) {
	if (leerroute === 'O') return its;
	const praktijk =
		leerroute === 'Z' ? (['vrijwilligerswerk'] as const) : (['werkbezoek', 'stage'] as const);
	return { ...its, praktijk, lastOn: its.lastOn ?? dayBefore(addMonths(on, 18)) };
}

function until(help: Hulp | null, on: Day, months: number): Hulp | null {
	return help && { ...help, lastOn: help.lastOn ?? dayBefore(addMonths(on, months)) };
}
