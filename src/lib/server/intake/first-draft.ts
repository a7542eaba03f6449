import type { Article } from '#lib/law/article.ts';
import type { Day } from '#lib/law/day.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import { normOn } from '#lib/law/norm.ts';
import { courseNormMinutes } from '#lib/law/participation-norm.ts';
import { permitted, type Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { newId } from '../id.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import type { Tenant } from '../tenants/tenants.ts';
import type { Intake } from './kinds.ts';
import { of } from './recorded.ts';

const nobody = { first: null, current: null };

/** One value of the first draft, and where it comes from; `open` is for the klantmanager to fill in. */
export interface Prefilled {
	readonly field:
		| 'leerroute'
		| 'courseHours'
		| 'pvtHours'
		| 'moduleMapHours'
		| 'voortgangsgesprekken'
		| 'goal'
		| 'kindVve'
		| 'ontzorgen'
		| 'agreements';
	/** The leerroute, a number, or the words of a wish; null where there is nothing yet. */
	readonly value: string | number | null;
	readonly from: 'intake' | 'law' | 'policy' | 'catalogue' | 'open';
	readonly article: Article | null;
	/** Whether a draft still says so; true for the draft as it begins. */
	readonly isStill: boolean;
}

export interface FirstDraft {
	readonly content: pip.PipContent;
	readonly prefilled: readonly Prefilled[];
}

/**
 * The plan to begin with after the intake: the leerroute that the klantmanager thought of, the hours that the law fixes,
 * the talks of the gemeente, and the wishes as goals in the person's own words, to be worded. Nothing is decided by it.
 * `draft` is what became of it, to say of each value whether it still stands.
 */
export function firstDraft(
	person: people.Person,
	intake: Intake & { readonly leerroute: Leerroute },
	tenant: Tenant,
	today: Day,
	draft: pip.PipContent | null = null,
): FirstDraft {
	const suggested = pip.suggestion(person, intake.leerroute, tenant, today);
	const goals = goalsOf(intake, suggested);
	const agreements = suggested.agreements.map(({ goal: _goal, ...bare }) => bare);
	const content = { ...suggested, goals, agreements: pip.underGoals(agreements, goals) };
	return { content, prefilled: prefilledOf(person, intake, content, today, draft ?? content) };
}

/**
 * Saves that as the first draft. Refused with `leerrouteMissing` as long as the intake names none, and with `draftThere`
 * when a draft or plan is there already: nothing of those is lost.
 */
export async function startDraft(
	actor: Staff,
	personId: string,
	moment: Moment,
): Promise<Outcome<null>> {
	const person = permitted(actor, 'pip.draft', await people.find(actor, personId));
	const { intake } = await of(actor, personId);
	const { leerroute } = intake;
	if (pip.factsOf(person, nobody).stelsel === 'wi2013') return refused({ form: 'wi2013' });
	if (leerroute === null) return refused({ leerroute: 'leerrouteMissing' });
	const known = await pip.draft(actor, personId, moment.today);
	if (known.updatedBy !== null || known.baseVersion > 0) return refused({ form: 'draftThere' });
	const { tenant } = actor.portal;
	const { content } = firstDraft(person, { ...intake, leerroute }, tenant, moment.today);
	const deciders = await pip.decidersOf(actor, person);
	const whole = { ...content, decided: { ...pip.decidedOf(content), ...deciders } };
	const saved = await pip.saveDraft(actor, personId, whole, known.revision, moment);
	return saved.ok ? done(null) : refused({ form: 'draftThere' });
}

/** The wishes first; of what the portal suggests only what no wish is about. */
function goalsOf({ wishes }: Intake, suggested: pip.PipContent): readonly pip.Goal[] {
	const themes = new Set(wishes.map(({ theme }) => theme));
	const others = pip
		.goalsOf(suggested)
		.filter((goal) => !themes.has(pip.goalWords(goal, 'nl').theme));
	const wished = wishes.map(({ theme, words }) => ({
		id: newId(),
		theme,
		dutch: words,
		lastOn: null,
	}));
	return [...wished, ...others];
}

function prefilledOf(
	person: people.Person,
	intake: Intake,
	begun: pip.PipContent,
	today: Day,
	now: pip.PipContent,
): readonly Prefilled[] {
	const { leerroute } = begun;
	const facts = { ...pip.factsOf(person, nobody), leerroute };
	const line = (
		field: 'courseHours' | 'leerroute' | 'moduleMapHours' | 'pvtHours' | 'voortgangsgesprekken',
		from: Prefilled['from'],
		article: Article | null,
	): Prefilled => ({
		field,
		value: begun[field],
		from,
		article,
		isStill: begun[field] === now[field],
	});
	const lines: Prefilled[] = [line('leerroute', 'intake', 'W 15(1)a')];
	if (facts.groep === 'asielstatushouder') {
		const law = begun.courseHours === null ? null : courseNormMinutes(facts, today).article;
		lines.push(line('courseHours', law === null ? 'open' : 'law', law ?? 'W 15(2)'));
	}
	lines.push(line('pvtHours', 'law', normOn('pvtHours', today).article));
	if (leerroute !== 'O') {
		lines.push(line('moduleMapHours', 'law', normOn('moduleMapPracticalHours', today).article));
	}
	const talks = begun.voortgangsgesprekken > 0 ? 'policy' : 'open';
	lines.push(line('voortgangsgesprekken', talks, 'B 5.3(4)'));
	for (const { words } of intake.wishes) {
		const isStill = pip.goalsOf(now).some((goal) => 'dutch' in goal && goal.dutch === words);
		lines.push({ field: 'goal', value: words, from: 'intake', article: null, isStill });
	}
	const decided = { begun: pip.decidedOf(begun), now: pip.decidedOf(now) };
	if (intake.hasVveChild) {
		// School and day have to be agreed first: the draft holds no VVE without them.
		const isStill = decided.now.kindVve === null;
		lines.push({ field: 'kindVve', value: null, from: 'open', article: 'W 15(1)d', isStill });
	}
	if (decided.begun.ontzorgen.length > 0) {
		const [value, isStill] = [decided.begun.ontzorgen.length, decided.now.ontzorgen.length > 0];
		lines.push({ field: 'ontzorgen', value, from: 'law', article: 'Pw 56a', isStill });
	}
	const value = begun.agreements.length;
	const isStill = now.agreements.length === value;
	lines.push({ field: 'agreements', value, from: 'catalogue', article: null, isStill });
	return lines;
}
