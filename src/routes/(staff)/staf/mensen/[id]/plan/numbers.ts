import * as v from 'valibot';
import type { Leerroute, Niveau } from '#lib/law/leerroute.ts';
import * as pip from '#lib/server/pip/pip.ts';
import type { PipContent, WisselenGround } from '#lib/server/pip/pip.ts';
import * as fields from '../../../../../../hooks/fields.ts';
import { decisions, withDecisions } from './decisions.ts';

const leerroutes = ['B', 'O', 'Z'] as const satisfies readonly Leerroute[];
const niveaus = ['', 'A2', 'B1'] as const satisfies readonly (Niveau | '')[];
const grounds = ['', 'nonExemptingTraining', 'reasonedException'] as const satisfies readonly (
	WisselenGround | ''
)[];

/** The revision that a page was made from; larger than the numbers people type. */
export const revision = v.pipe(v.string(), v.regex(/^\d{1,10}$/), v.transform(Number));

/** The part of the editor that every one of its buttons sends along, so that no button loses what was typed. */
export const numbers = {
	revision,
	leerroute: fields.choice(leerroutes),
	niveau: fields.choice(niveaus),
	courseHours: fields.optionalWhole(1, 9999),
	pvtHours: fields.whole(0, 999),
	moduleMapHours: fields.optionalWhole(0, 999),
	voortgangsgesprekken: fields.whole(0, 52),
	wisselen: fields.choice(grounds),
	nt2CourseHours: fields.optionalWhole(0, 9999),
	sufficientEffort: fields.ticked,
	changeReason: fields.optionalText(pip.changeReasonMax),
	...decisions,
};

type Numbers = { readonly [Name in keyof typeof numbers]: v.InferOutput<(typeof numbers)[Name]> };

/** The plan with what was typed in the numbers and the formal part of the editor. */
export function withNumbers(content: PipContent, typed: Numbers): PipContent {
	const { leerroute, niveau, courseHours, pvtHours, moduleMapHours, voortgangsgesprekken } = typed;
	const { wisselen, nt2CourseHours, sufficientEffort, changeReason } = typed;
	const { changeReason: _before, ...kept } = content;
	const numbered = {
		...kept,
		...(changeReason === null ? {} : { changeReason }),
		leerroute,
		niveau: niveau || null,
		courseHours,
		pvtHours,
		moduleMapHours,
		voortgangsgesprekken,
		grounds: { wisselen: wisselen || null, nt2CourseHours, sufficientEffort },
	};
	return withDecisions(numbered, typed);
}
