import type { OfferedLanguage } from '#lib/languages/languages.ts';
import type { Run } from '#lib/languages/runs.ts';
import type { Line } from './lines.ts';
import type { TableBlock } from './table.ts';

/** What stands under one another on paper. It says what a thing is; the template says how that looks. */
export type Block =
	| TableBlock
	| { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly line: Line }
	| { readonly kind: 'paragraph' | 'note' | 'tag'; readonly line: Line }
	/** Words of the klantmanager: with a mark that says so where they are Dutch only. */
	| { readonly kind: 'ownWords'; readonly line: Line; readonly mark: Line | null }
	/** Something to do, with a picture for who does not read. */
	| { readonly kind: 'step'; readonly line: Line; readonly pictogram: string }
	/** Digits to type over, large and in groups. */
	| { readonly kind: 'digits'; readonly line: Line; readonly digits: string }
	| { readonly kind: 'list'; readonly items: readonly (readonly Block[])[] };

/** A whole document, before it is drawn. */
export interface Sheet {
	/** Of the document's properties, which PDF/A and PDF/UA ask for. */
	readonly title: string;
	/** The day of the document: 'YYYY-MM-DD'. */
	readonly on: string;
	/** The language beside the Dutch; 'nl' for a paper in Dutch only. */
	readonly language: OfferedLanguage;
	/** Who sends it: a name, and an SVG of the logo where there is one. */
	readonly sender: { readonly name: string; readonly logo: string | null };
	/** On every page: whose paper it is, which version, and the number of the page. */
	readonly person: readonly Run[];
	readonly version: Line;
	readonly page: Line;
	readonly blocks: readonly Block[];
	/** The square to scan, as an SVG, with what it is for who cannot see it, and the address in it. */
	readonly code: {
		readonly line: Line;
		readonly svg: string;
		readonly says: string;
		readonly address: string;
		/** Where scanning is what the paper is for. */
		readonly isLarge?: true;
		/** The whole address in the square, for who reads the paper on the very phone: a tap follows it. */
		readonly target?: string;
	};
}

/** Where the template puts the number of the page and of the last one; no text has these characters. */
export const pageMarks = { page: '\uE000', pages: '\uE001' } as const;
