import type { Leerroute } from '#lib/law/leerroute.ts';
import {
	kindRules,
	type Module,
	modules,
	type StepKind,
	type StepLine,
	stepKinds,
} from '#lib/server/modules/modules.ts';

/** One row of the page: a step that there is one of, or one attempt at an exam, with every line about it. */
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
}

/** The modules of a leerroute, each with its steps in order; exams with the attempts there were. */
export function slotsByModule(lines: readonly StepLine[], leerroute: Leerroute) {
	return modules
		.filter((module) => isOf(module, leerroute))
		.map((module) => ({ module, slots: slotsOf(module, lines) }));
}

/** What a form is about: a step of the leerroute of which there is one, an attempt that is known, or a new one (`exam`). */
export function slotOf(
	lines: readonly StepLine[],
	leerroute: Leerroute,
	wanted: string | null,
): SlotShown | null {
	const kind = stepKinds.find((each) => each === wanted) ?? kindIn(lines, wanted);
	if (wanted === null || kind === undefined) return null;
	return isOf(kindRules[kind].module, leerroute) ? shown(wanted, kind, lines) : null;
}

/** No MAP on the onderwijsroute (W 8(3)); the eindgesprek is of the Z-route alone (W 9). */
function isOf(module: Module, leerroute: Leerroute): boolean {
	if (module === 'moduleMap') return leerroute !== 'O';
	return module !== 'zRoute' || leerroute === 'Z';
}

function slotsOf(module: Module, lines: readonly StepLine[]): SlotShown[] {
	const kinds = stepKinds.filter((kind) => kindRules[kind].module === module);
	return kinds.flatMap((kind) => {
		const names = kind === 'exam' ? attemptsIn(lines) : [kind];
		return names.map((slot) => shown(slot, kind, lines));
	});
}

function attemptsIn(lines: readonly StepLine[]): string[] {
	return [...new Set(lines.filter(({ kind }) => kind === 'exam').map(({ slot }) => slot))];
}

function kindIn(lines: readonly StepLine[], slot: string | null): StepKind | undefined {
	return lines.find((line) => line.slot === slot)?.kind;
}

function shown(slot: string, kind: StepKind, lines: readonly StepLine[]): SlotShown {
	const here = lines.filter((line) => line.slot === slot);
	const last = here.at(-1) ?? null;
	const holds = last?.on === null ? null : last;
	const earlier = here.filter((line) => line !== holds);
	const { withWhom } = kindRules[kind];
	return { slot, kind, seen: last?.number ?? 0, line: holds, earlier, withWhom };
}
