/**
 * Citations. Every rule in this folder carries the article it rests on, written as
 * `W 11(2)`: Wet inburgering 2021, article 11, second paragraph.
 */
export type LawCode = keyof typeof LAWS;

/** A citation: a law's code, a space, and the article in that law. */
export type Article = `${LawCode} ${string}`;

/**
 * The laws that are cited, with the consolidation against which the rules were read.
 * A consolidation newer than `readOn` may say something else: check it before relying on a date.
 */
export const LAWS = {
	W: { name: 'Wet inburgering 2021', bwb: 'BWBR0044770', readOn: '2023-01-01' },
	B: { name: 'Besluit inburgering 2021', bwb: 'BWBR0045555', readOn: '2026-04-02' },
	R: { name: 'Regeling inburgering 2021', bwb: 'BWBR0045574', readOn: '2026-04-18' },
	Pw: { name: 'Participatiewet', bwb: 'BWBR0015703', readOn: null },
	Awb: { name: 'Algemene wet bestuursrecht', bwb: 'BWBR0005537', readOn: null },
	AVG: { name: 'Algemene verordening gegevensbescherming', bwb: null, readOn: null },
	Atw: { name: 'Algemene termijnenwet', bwb: 'BWBR0002448', readOn: '2010-10-10' },
	/** Not a law: the rules by which DUO accepts or refuses a message of the gemeente. */
	DUO: { name: 'DUO API gemeente inburgering', bwb: null, readOn: '2026-06-11' },
} as const;

/** The law a citation belongs to, with its official title. */
export function lawOf(article: Article): (typeof LAWS)[LawCode] {
	const code = article.slice(0, article.indexOf(' ')) as LawCode;
	return LAWS[code];
}
