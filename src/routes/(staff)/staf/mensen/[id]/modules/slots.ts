import {
	kindRules,
	type Module,
	modules,
	type StepKind,
	type StepLine,
	stepKinds,
	type StepPart,
} from '#lib/server/modules/modules.ts';

/** One row of the page: a step that there is one of, or one time of those that repeat, with every line about it. */
export interface SlotShown {
	readonly slot: string;
	readonly kind: StepKind;
	/** How many lines there are: what the form sends along. */
	readonly seen: number;
	/** The line that holds; null where nothing does. */
	readonly line: StepLine | null;
	readonly earlier: readonly StepLine[];
	/** Whether it is asked who of the college holds it. */
	readonly withWhom: boolean;
	/** The parts of which one is asked; null where there are none. */
	readonly parts: readonly StepPart[] | null;
}

/** A part of an inburgering with its rows, and what can be added to it as often as it happens. */
export interface ModuleShown {
	readonly module: Module;
	readonly slots: readonly SlotShown[];
	readonly toAdd: readonly StepKind[];
}

/** The parts that hold for somebody, each with its steps in order. */
export function slotsByModule(
	lines: readonly StepLine[],
	allowed: readonly StepKind[],
): readonly ModuleShown[] {
	return modules
		.map((module) => ({
			module,
			kinds: allowed.filter((kind) => kindRules[kind].module === module),
		}))
		.filter(({ kinds }) => kinds.length > 0)
		.map(({ kinds, module }) => ({
			module,
			slots: kinds.flatMap((kind) => slotsOf(kind, lines).map((slot) => shown(slot, kind, lines))),
			toAdd: kinds.filter(isMany),
		}));
}

/** What a form is about: a step of which there is one, a time that is known, or a new one (its kind). */
export function slotOf(
	lines: readonly StepLine[],
	allowed: readonly StepKind[],
	wanted: string | null,
): SlotShown | null {
	const kind =
		stepKinds.find((each) => each === wanted) ?? lines.find(({ slot }) => slot === wanted)?.kind;
	if (wanted === null || kind === undefined || !allowed.includes(kind)) return null;
	return shown(wanted, kind, lines);
}

function isMany(kind: StepKind): boolean {
	return kindRules[kind].repeats || kindRules[kind].parts !== null;
}

function slotsOf(kind: StepKind, lines: readonly StepLine[]): readonly string[] {
	if (!isMany(kind)) return [kind];
	return [...new Set(lines.filter((line) => line.kind === kind).map(({ slot }) => slot))];
}

function shown(slot: string, kind: StepKind, lines: readonly StepLine[]): SlotShown {
	const here = lines.filter((line) => line.slot === slot);
	const last = here.at(-1) ?? null;
	const holds = last?.on === null ? null : last;
	const earlier = here.filter((line) => line !== holds);
	const { parts, withWhom } = kindRules[kind];
	return { slot, kind, seen: last?.number ?? 0, line: holds, earlier, withWhom, parts };
}
