import * as v from 'valibot';
import * as intake from '#lib/server/intake/intake.ts';
import { THEMES } from '#lib/server/pip/pip.ts';
import * as fields from '../../../../../../hooks/fields.ts';

const optional = <const T extends readonly string[]>(options: T) =>
	v.pipe(
		v.optional(v.union([v.literal(''), fields.choice(options)]), ''),
		v.transform((value) => (value === '' ? null : value)),
	);

const words = fields.optionalText(intake.longest.words);
const theme = optional(THEMES);

/** What the page of the intake sends; a wish without words is none, and one without a theme is about somebody's life at home. */
export const intakeForm = v.object({
	seen: fields.whole(0, 99_999),
	taal: optional(intake.scores.taal),
	arbeid: optional(intake.scores.arbeid),
	zelfredzaamheid: optional(intake.scores.zelfredzaamheid),
	toets: optional(intake.toetsResults),
	leerroute: optional(intake.leerroutes),
	deviationReason: fields.optionalText(intake.longest.reason),
	background: fields.optionalText(intake.longest.background),
	vve: fields.ticked,
	...{ wish1: words, wish2: words, wish3: words, wish4: words, wish5: words },
	...{ theme1: theme, theme2: theme, theme3: theme, theme4: theme, theme5: theme },
});

export function intakeIn(form: v.InferOutput<typeof intakeForm>): intake.Intake {
	const { arbeid, background, deviationReason, leerroute, taal, toets, vve, zelfredzaamheid } =
		form;
	const wishes = [
		[form.wish1, form.theme1],
		[form.wish2, form.theme2],
		[form.wish3, form.theme3],
		[form.wish4, form.theme4],
		[form.wish5, form.theme5],
	] as const;
	return {
		scores: { taal, arbeid, zelfredzaamheid },
		toets,
		leerroute,
		deviationReason,
		background,
		hasVveChild: vve,
		wishes: wishes.flatMap(([said, about]) =>
			said === null ? [] : [{ words: said, theme: about ?? 'home' }],
		),
	};
}

/** What is known, as the fields of the page hold it. */
export function typedOf(held: intake.Intake): Record<string, string> {
	const wishes: readonly (readonly [string, string])[] = held.wishes.flatMap(
		({ theme: about, words: said }, index) => [
			[`wish${index + 1}`, said] as const,
			[`theme${index + 1}`, about] as const,
		],
	);
	return {
		taal: held.scores.taal ?? '',
		arbeid: held.scores.arbeid ?? '',
		zelfredzaamheid: held.scores.zelfredzaamheid ?? '',
		toets: held.toets ?? '',
		leerroute: held.leerroute ?? '',
		deviationReason: held.deviationReason ?? '',
		background: held.background ?? '',
		...(held.hasVveChild ? { vve: 'ja' } : {}),
		...Object.fromEntries<string>(wishes),
	};
}
