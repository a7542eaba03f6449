/** The languages of the portal: Dutch, and the mother tongues it stands beside. */

export type Direction = 'ltr' | 'rtl';
export type Script = 'Latn' | 'Arab' | 'Ethi';
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

type Facts = {
	/** The name by which its speakers know it. */
	ownName: string;
	dutchName: string;
	dir: Direction;
	script: Script;
	/** The categories of Unicode's cardinal plural rules, in the order of the standard. */
	pluralCategories: readonly PluralCategory[];
};

const oneAndOther = ['one', 'other'] as const;

/** Closed table; the key is the BCP 47 tag. Dari is a language of its own here, no alias of Farsi. */
export const languages = {
	nl: {
		ownName: 'Nederlands',
		dutchName: 'Nederlands',
		dir: 'ltr',
		script: 'Latn',
		pluralCategories: oneAndOther,
	},
	en: {
		ownName: 'English',
		dutchName: 'Engels',
		dir: 'ltr',
		script: 'Latn',
		pluralCategories: oneAndOther,
	},
	ar: {
		ownName: 'العربية',
		dutchName: 'Arabisch',
		dir: 'rtl',
		script: 'Arab',
		pluralCategories: ['zero', 'one', 'two', 'few', 'many', 'other'],
	},
	ti: {
		ownName: 'ትግርኛ',
		dutchName: 'Tigrinya',
		dir: 'ltr',
		script: 'Ethi',
		pluralCategories: oneAndOther,
	},
	tr: {
		ownName: 'Türkçe',
		dutchName: 'Turks',
		dir: 'ltr',
		script: 'Latn',
		pluralCategories: oneAndOther,
	},
	'fa-AF': {
		ownName: 'دری',
		dutchName: 'Dari',
		dir: 'rtl',
		script: 'Arab',
		pluralCategories: oneAndOther,
	},
	so: {
		ownName: 'Soomaali',
		dutchName: 'Somalisch',
		dir: 'ltr',
		script: 'Latn',
		pluralCategories: oneAndOther,
	},
	fa: {
		ownName: 'فارسی',
		dutchName: 'Farsi',
		dir: 'rtl',
		script: 'Arab',
		pluralCategories: oneAndOther,
	},
} as const satisfies Record<string, Facts>;

export type Language = keyof typeof languages;

/** The languages one can choose today: those with a catalogue in `messages/`, Dutch first. */
export const languagesOffered = [
	'nl',
	'en',
	'ar',
	'ti',
	'tr',
	'fa-AF',
	'so',
	'fa',
] as const satisfies readonly Language[];

export type OfferedLanguage = (typeof languagesOffered)[number];

export function isLanguage(tag: unknown): tag is Language {
	return typeof tag === 'string' && Object.hasOwn(languages, tag);
}

export function isOffered(tag: unknown): tag is OfferedLanguage {
	return languagesOffered.some((offered) => offered === tag);
}

export function directionOf(language: Language): Direction {
	return languages[language].dir;
}

export function scriptOf(language: Language): Script {
	return languages[language].script;
}

/** The cardinal plural category of `number`, by Unicode's rules, which all browsers know. */
export function pluralOf(number: number, language: Language): PluralCategory {
	return new Intl.PluralRules(language).select(number);
}
