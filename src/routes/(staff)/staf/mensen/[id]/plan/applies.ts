import type { Groep } from '#lib/law/groep.ts';
import * as pip from '#lib/server/pip/pip.ts';

/** A part of the formal decision that not everybody has. */
export type FormalPart =
	| 'alfabetisering'
	| 'toestemmingA2'
	| 'examenwens'
	| 'moduleMap'
	| 'begeleiding'
	| 'ontzorgen'
	| 'pwBijlagen';

/**
 * Which parts the editor shows: those that can apply to this groep, leerroute and benefit (W 13–16, B 3.14(7), B 5.5,
 * Pw 56a), and what the draft holds all the same, so that it can be taken out.
 */
export function applying(
	content: pip.PipContent,
	person: { readonly groep: Groep; readonly hasBenefit: boolean },
): readonly FormalPart[] {
	const { leerroute, niveau } = content;
	const decided = pip.decidedOf(content);
	const { moduleMap } = decided;
	const isAsiel = person.groep === 'asielstatushouder';
	const rules: Readonly<Record<FormalPart, boolean>> = {
		alfabetisering: isAsiel || decided.alfabetisering !== 'NVT',
		toestemmingA2: (leerroute === 'B' && niveau === 'A2') || decided.toestemmingA2.length > 0,
		examenwens: leerroute === 'Z' || decided.examenwens.length > 0,
		moduleMap:
			leerroute !== 'O' ||
			moduleMap.partner !== null ||
			moduleMap.lastOn !== null ||
			moduleMap.praktijk.length > 0,
		begeleiding:
			isAsiel ||
			decided.maatschappelijkeBegeleiding !== null ||
			decided.financieleZelfredzaamheid !== null,
		ontzorgen: (isAsiel && person.hasBenefit) || decided.ontzorgen.length > 0,
		pwBijlagen: person.hasBenefit || decided.pwBijlagen.length > 0,
	};
	return PARTS.filter((part) => rules[part]);
}

const PARTS = [
	'alfabetisering',
	'toestemmingA2',
	'examenwens',
	'moduleMap',
	'begeleiding',
	'ontzorgen',
	'pwBijlagen',
] as const satisfies readonly FormalPart[];
