import file from '../../../messages/terms.json' with { type: 'json' };
import type { Language } from './languages.ts';
import type { GlossaryTerm } from './terms.ts';

export type GlossaryLanguage = Exclude<Language, 'nl'>;

/** How sure we are of a translation before a native speaker has checked it. */
export type Confidence = 'high' | 'medium' | 'low';

/** The one translation of an official Dutch word that all texts of a language use. */
export function translationOf(term: GlossaryTerm, language: GlossaryLanguage): string {
	return file.terms[term][language].text;
}

export function confidenceIn(language: GlossaryLanguage): Confidence {
	return file.languages[language].confidence as Confidence;
}

/** Who else uses this translation, by name; empty where none was found. */
export function sourcesOf(term: GlossaryTerm, language: GlossaryLanguage): readonly string[] {
	const names: Readonly<Record<string, string>> = file.sources;
	return file.terms[term][language].sources.map((source) => names[source] ?? source);
}
