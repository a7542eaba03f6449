import { type Language, languages, type Script } from '#lib/languages/languages.ts';

/** The fonts that every paper carries with it (SIL Open Font License), by the package they are in. */
export const fontFiles = [
	'@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf',
	'@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
	'@expo-google-fonts/noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf',
	'@expo-google-fonts/noto-sans-ethiopic/600SemiBold/NotoSansEthiopic_600SemiBold.ttf',
	'@expo-google-fonts/vazirmatn/400Regular/Vazirmatn_400Regular.ttf',
	'@expo-google-fonts/vazirmatn/600SemiBold/Vazirmatn_600SemiBold.ttf',
] as const;

/** For Arabic script Vazirmatn alone: of the fonts tried only its words can be read back out of a PDF. */
const families = {
	Latn: ['Noto Sans', 'Noto Sans Ethiopic', 'Vazirmatn'],
	Arab: ['Vazirmatn', 'Noto Sans', 'Noto Sans Ethiopic'],
	Ethi: ['Noto Sans Ethiopic', 'Noto Sans', 'Vazirmatn'],
} satisfies Record<Script, readonly string[]>;

/** How each language is set, as the template takes it; Dari is Farsi of a region. */
export const tongues = Object.fromEntries(
	(Object.keys(languages) as Language[]).map((tag) => {
		const [lang, region = null] = tag.split('-');
		const { dir, script } = languages[tag];
		return [tag, { lang, region, dir, fonts: families[script] }];
	}),
);
