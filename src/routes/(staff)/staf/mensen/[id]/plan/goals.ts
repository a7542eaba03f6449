import { isDay } from '#lib/law/day.ts';
import * as pip from '#lib/server/pip/pip.ts';
import { done, type Outcome, type ProblemKey, refused } from '#lib/server/errors.ts';

/**
 * The plan with what was typed beside its goals and agreements: the day of each goal (`doel-ID`) and the goal that
 * each agreement serves (`bij-ID`). A field that did not come leaves things as they are.
 */
export function withLinks(
	content: pip.PipContent,
	typed: Readonly<Record<string, string>>,
): Outcome<pip.PipContent> {
	const problems: Record<string, ProblemKey> = {};
	const goals = pip.goalsOf(content).map((goal) => {
		const written = typed[`doel-${goal.id}`]?.trim();
		if (written === undefined) return goal;
		if (written !== '' && !isDay(written)) problems[`doel-${goal.id}`] = 'notADay';
		return { ...goal, lastOn: written || null };
	});
	if (Object.keys(problems).length > 0) return refused(problems);
	const ids = new Set(goals.map(({ id }) => id));
	const agreements = content.agreements.map((agreement) => {
		const chosen = typed[`bij-${agreement.id}`];
		if (chosen === undefined) return agreement;
		const { goal: _before, ...bare } = agreement;
		return ids.has(chosen) ? { ...bare, goal: chosen } : bare;
	});
	return done({ ...content, goals, agreements });
}
