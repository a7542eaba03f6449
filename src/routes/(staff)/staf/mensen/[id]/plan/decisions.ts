import * as v from 'valibot';
import * as pip from '#lib/server/pip/pip.ts';
import type { Decided, PipContent } from '#lib/server/pip/pip.ts';
import * as fields from '../../../../../../hooks/fields.ts';

const name = fields.optionalText(80);

/** A box or a day for each of a closed list, as `prefix-item`. */
function each<const Items extends readonly string[], const Prefix extends string, Field>(
	items: Items,
	prefix: Prefix,
	field: Field,
) {
	const entries = items.map((item) => [`${prefix}-${item}`, field]);
	return Object.fromEntries(entries) as Record<`${Prefix}-${Items[number]}`, Field>;
}

/** The formal part as the editor asks for it; half of an agreement is kept, and found before publishing. */
export const decisions = {
	alfabetisering: v.optional(fields.choice(['', ...pip.ALFABETISERINGEN]), ''),
	magOpleidingAfmaken: fields.ticked,
	...each(pip.VAARDIGHEDEN, 'a2', fields.ticked),
	...each(pip.EXAMENONDERDELEN, 'wens', fields.ticked),
	pvtPartner: name,
	pvtMeetings: fields.optionalWhole(1, 99),
	...each(pip.KERNWAARDEN, 'kernwaarde', fields.ticked),
	pvtLastOn: fields.optionalDay,
	mapPartner: name,
	...each(pip.PRAKTIJKEN, 'praktijk', fields.ticked),
	mapLastOn: fields.optionalDay,
	vveSchool: name,
	vveFirstOn: fields.optionalDay,
	begeleidingPartner: name,
	begeleidingLastOn: fields.optionalDay,
	zelfredzaamheidPartner: name,
	zelfredzaamheidLastOn: fields.optionalDay,
	...each(pip.LASTEN, 'last', fields.optionalDay),
	...each(pip.PW_BESLUITEN, 'besluit', fields.optionalDay),
};

type Typed = { readonly [Name in keyof typeof decisions]: v.InferOutput<(typeof decisions)[Name]> };

/** The plan with the formal part as it was typed; who decides and whom to turn to are not typed. */
export function withDecisions(content: PipContent, typed: Typed): PipContent {
	const decided: Decided = {
		...pip.decidedOf(content),
		alfabetisering: typed.alfabetisering || 'NVT',
		magOpleidingAfmaken: typed.magOpleidingAfmaken,
		toestemmingA2: pip.VAARDIGHEDEN.filter((each) => typed[`a2-${each}`]),
		examenwens: pip.EXAMENONDERDELEN.filter((each) => typed[`wens-${each}`]),
		pvt: {
			partner: typed.pvtPartner,
			meetings: typed.pvtMeetings,
			kernwaarden: pip.KERNWAARDEN.filter((each) => typed[`kernwaarde-${each}`]),
			lastOn: typed.pvtLastOn,
		},
		moduleMap: {
			partner: typed.mapPartner,
			praktijk: pip.PRAKTIJKEN.filter((each) => typed[`praktijk-${each}`]),
			lastOn: typed.mapLastOn,
		},
		kindVve:
			typed.vveSchool === null && typed.vveFirstOn === null
				? null
				: { school: typed.vveSchool, firstOn: typed.vveFirstOn },
		maatschappelijkeBegeleiding: help(typed.begeleidingPartner, typed.begeleidingLastOn),
		financieleZelfredzaamheid: help(typed.zelfredzaamheidPartner, typed.zelfredzaamheidLastOn),
		ontzorgen: pip.LASTEN.flatMap((last) => {
			const lastOn = typed[`last-${last}`];
			return lastOn === null ? [] : [{ last, lastOn }];
		}),
		pwBijlagen: pip.PW_BESLUITEN.flatMap((besluit) => {
			const dagtekeningOn = typed[`besluit-${besluit}`];
			return dagtekeningOn === null ? [] : [{ besluit, dagtekeningOn }];
		}),
	};
	return { ...content, decided };
}

/** The formal part as its fields show it, under the names of the schema. */
export function typedDecisions(content: PipContent): Readonly<Record<string, string>> {
	const decided = pip.decidedOf(content);
	const { kindVve, maatschappelijkeBegeleiding: help, financieleZelfredzaamheid: money } = decided;
	const ticks = (prefix: string, items: readonly string[]) =>
		Object.fromEntries(items.map((item) => [`${prefix}-${item}`, 'ja']));
	return {
		alfabetisering: decided.alfabetisering === 'NVT' ? '' : decided.alfabetisering,
		magOpleidingAfmaken: decided.magOpleidingAfmaken ? 'ja' : '',
		...ticks('a2', decided.toestemmingA2),
		...ticks('wens', decided.examenwens),
		pvtPartner: decided.pvt.partner ?? '',
		pvtMeetings: String(decided.pvt.meetings ?? ''),
		...ticks('kernwaarde', decided.pvt.kernwaarden),
		pvtLastOn: decided.pvt.lastOn ?? '',
		mapPartner: decided.moduleMap.partner ?? '',
		...ticks('praktijk', decided.moduleMap.praktijk),
		mapLastOn: decided.moduleMap.lastOn ?? '',
		vveSchool: kindVve?.school ?? '',
		vveFirstOn: kindVve?.firstOn ?? '',
		begeleidingPartner: help?.partner ?? '',
		begeleidingLastOn: help?.lastOn ?? '',
		zelfredzaamheidPartner: money?.partner ?? '',
		zelfredzaamheidLastOn: money?.lastOn ?? '',
		...Object.fromEntries(decided.ontzorgen.map(({ last, lastOn }) => [`last-${last}`, lastOn])),
		...Object.fromEntries(
			decided.pwBijlagen.map(({ besluit, dagtekeningOn }) => [`besluit-${besluit}`, dagtekeningOn]),
		),
	};
}

function help(partner: string | null, lastOn: string | null): pip.Hulp | null {
	return partner === null && lastOn === null ? null : { partner, lastOn };
}
