import { goalIds } from '#lib/languages/sentences/goals.ts';
import {
	fill,
	sentence,
	type SentenceId,
	sentenceIds,
	type SlotKind,
	stored,
} from '#lib/languages/sentences.ts';
import type { Decided } from '../pip/decided.ts';
import type { PipContent } from '../pip/pip.ts';

/** What a klantmanager wrote: with what a template, a browser and a reader from right to left must leave alone. */
export const ownWords = [
	'Vraag naar #read("/etc/passwd") of $x^2$ bij mw. De Vries, 0513-00 00 01. *Let op* @preview <b>',
	'De buddy heet محمد حداد en komt 2 keer per week.',
];

/** The same fact for every gap of a kind. */
const facts = {
	day: '2026-04-01',
	hours: 12,
	count: 2,
	money: 120,
	name: 'Taalschool De Brug',
	phone: '0513-00 00 01',
} satisfies Record<SlotKind, string | number>;

const goals = [
	...goalIds.map((sentence) => ({ id: sentence, sentence, lastOn: '2026-12-01' })),
	{ id: 'own', theme: 'work', dutch: 'Een eigen kapperszaak beginnen.', lastOn: null } as const,
];

/** Every sentence, of which one serves the klantmanager's own goal; and what the klantmanager wrote. */
const agreements = [
	...sentenceIds.map((id, index) => ({
		id,
		sentence: id,
		slots: factsOf(id),
		...(index === 0 ? { goal: 'own' } : {}),
	})),
	...ownWords.map((dutch, index) => ({ id: `own-${index}`, party: 'gemeente', dutch }) as const),
];

const help = { partner: 'Caleidoscoop', lastOn: '2026-09-01' } as const;
const decided: Decided = {
	alfabetisering: 'A',
	magOpleidingAfmaken: true,
	toestemmingA2: ['LE', 'LU', 'SC', 'SP'],
	examenwens: ['LE', 'KNM'],
	pvt: {
		...help,
		meetings: 4,
		kernwaarden: ['vrijheid', 'gelijkwaardigheid', 'solidariteit', 'participatie'],
	},
	moduleMap: { ...help, praktijk: ['werk', 'stage', 'vrijwilligerswerk', 'werkbezoek'] },
	kindVve: { school: 'De Vlinder', firstOn: '2026-04-01' },
	maatschappelijkeBegeleiding: help,
	financieleZelfredzaamheid: help,
	ontzorgen: (['huur', 'gas', 'water', 'elektra', 'zorgverzekering'] as const).map((last) => ({
		last,
		lastOn: '2026-09-01',
	})),
	pwBijlagen: (['recht', 'plichten', 'ontzorgen'] as const).map((besluit) => ({
		besluit,
		dagtekeningOn: '2026-03-02',
	})),
	mandaat: { gemeente: 'Heerenveen', organisation: 'Caleidoscoop' },
	contactpersoon: { name: 'Anna de Wit', phone: '0513-00 00 01' },
};

/** A plan that says everything a plan can say. */
export const everything: Partial<PipContent> = { agreements, decided, goals };

function factsOf(id: SentenceId) {
	const gaps = Object.entries(sentence(id)?.slots ?? {});
	const filled = fill(id, Object.fromEntries(gaps.map(([name, kind]) => [name, facts[kind]])));
	if (!filled?.ok) throw new Error(`${id}: ${JSON.stringify(filled)}`);
	return stored(filled.slots);
}
