import { m } from '#lib/paraglide/messages.js';
import { type Confidence, translationOf } from '#lib/languages/glossary.ts';
import type { GlossaryTerm } from '#lib/languages/terms.ts';
import type { Label } from '#lib/ui/message.ts';

/** The groups of the list of words, in the order in which they stand there. */
export const themes = [
	'plan',
	'lessons',
	'participation',
	'letters',
	'money',
	'health',
	'who',
] as const;

export type Theme = (typeof themes)[number];

export const themeLabel = {
	plan: m.words_theme_plan,
	lessons: m.words_theme_lessons,
	participation: m.words_theme_participation,
	letters: m.words_theme_letters,
	money: m.words_theme_money,
	health: m.words_theme_health,
	who: m.words_theme_who,
} satisfies Record<Theme, Label>;

export const themeIcon = {
	plan: 'path',
	lessons: 'chalkboard-teacher',
	participation: 'hand-heart',
	letters: 'envelope-open',
	money: 'wallet',
	health: 'stethoscope',
	who: 'users-three',
} as const satisfies Record<Theme, string>;

/** The card of each official word: where it stands in the list, its picture and what it means. */
export const words = {
	PIP: { theme: 'plan', icon: 'path', explanation: m.word_pip },
	leerroute: { theme: 'plan', icon: 'signpost', explanation: m.word_leerroute },
	'B1-route': { theme: 'plan', icon: 'certificate', explanation: m.word_b1_route },
	onderwijsroute: { theme: 'plan', icon: 'graduation-cap', explanation: m.word_onderwijsroute },
	'Z-route': { theme: 'plan', icon: 'hand-heart', explanation: m.word_z_route },
	'brede intake': { theme: 'plan', icon: 'chats-circle', explanation: m.word_brede_intake },
	leerbaarheidstoets: {
		theme: 'plan',
		icon: 'list-checks',
		explanation: m.word_leerbaarheidstoets,
	},
	voortgangsgesprek: { theme: 'plan', icon: 'chats-circle', explanation: m.word_voortgangsgesprek },
	PVT: { theme: 'plan', icon: 'users-three', explanation: m.word_pvt },
	participatieverklaring: {
		theme: 'plan',
		icon: 'signature',
		explanation: m.word_participatieverklaring,
	},
	MAP: { theme: 'plan', icon: 'briefcase', explanation: m.word_map },
	KNM: { theme: 'plan', icon: 'books', explanation: m.word_knm },
	vrijwilligerswerk: {
		theme: 'participation',
		icon: 'hand-heart',
		explanation: m.word_vrijwilligerswerk,
	},
	'participatie-uren': {
		theme: 'participation',
		icon: 'clock-user',
		explanation: m.word_participatie_uren,
	},
	bewijs: { theme: 'participation', icon: 'image', explanation: m.word_bewijs },
	klantmanager: { theme: 'who', icon: 'user', explanation: m.word_klantmanager },
	gemeente: { theme: 'who', icon: 'bank', explanation: m.word_gemeente },
	termijn: { theme: 'letters', icon: 'calendar-blank', explanation: m.word_termijn },
	boete: { theme: 'money', icon: 'receipt', explanation: m.word_boete },
	ontzorgen: { theme: 'money', icon: 'wallet', explanation: m.word_ontzorgen },
	'maatschappelijke begeleiding': {
		theme: 'who',
		icon: 'lifebuoy',
		explanation: m.word_maatschappelijke_begeleiding,
	},
	taalschool: { theme: 'lessons', icon: 'buildings', explanation: m.word_taalschool },
	les: { theme: 'lessons', icon: 'chalkboard-teacher', explanation: m.word_les },
	afspraak: { theme: 'plan', icon: 'calendar-check', explanation: m.word_afspraak },
	examen: { theme: 'lessons', icon: 'exam', explanation: m.word_examen },
	inburgering: { theme: 'plan', icon: 'globe', explanation: m.word_inburgering },
	taalschakeltraject: {
		theme: 'lessons',
		icon: 'book-open-user',
		explanation: m.word_taalschakeltraject,
	},
	eindgesprek: { theme: 'plan', icon: 'flag-checkered', explanation: m.word_eindgesprek },
	taalmaatje: { theme: 'lessons', icon: 'handshake', explanation: m.word_taalmaatje },
	stage: { theme: 'participation', icon: 'hard-hat', explanation: m.word_stage },
	werkgever: { theme: 'participation', icon: 'factory', explanation: m.word_werkgever },
	cv: { theme: 'participation', icon: 'read-cv-logo', explanation: m.word_cv },
	dagtekening: { theme: 'letters', icon: 'calendar-dot', explanation: m.word_dagtekening },
	besluit: { theme: 'letters', icon: 'stamp', explanation: m.word_besluit },
	bezwaar: { theme: 'letters', icon: 'hand-palm', explanation: m.word_bezwaar },
	oproep: { theme: 'letters', icon: 'envelope-open', explanation: m.word_oproep },
	aanmaning: { theme: 'letters', icon: 'envelope-simple', explanation: m.word_aanmaning },
	machtiging: { theme: 'letters', icon: 'key', explanation: m.word_machtiging },
	verlenging: { theme: 'letters', icon: 'calendar-plus', explanation: m.word_verlenging },
	ontheffing: { theme: 'letters', icon: 'seal-check', explanation: m.word_ontheffing },
	vrijstelling: { theme: 'letters', icon: 'medal', explanation: m.word_vrijstelling },
	'Juridisch Loket': { theme: 'who', icon: 'scales', explanation: m.word_juridisch_loket },
	uitkering: { theme: 'money', icon: 'hand-coins', explanation: m.word_uitkering },
	toeslag: { theme: 'money', icon: 'piggy-bank', explanation: m.word_toeslag },
	huur: { theme: 'money', icon: 'house-line', explanation: m.word_huur },
	lening: { theme: 'money', icon: 'coins', explanation: m.word_lening },
	zorgverzekering: { theme: 'health', icon: 'shield-check', explanation: m.word_zorgverzekering },
	'eigen risico': { theme: 'health', icon: 'receipt-x', explanation: m.word_eigen_risico },
	huisarts: { theme: 'health', icon: 'stethoscope', explanation: m.word_huisarts },
	'spoedeisende hulp': {
		theme: 'health',
		icon: 'ambulance',
		explanation: m.word_spoedeisende_hulp,
	},
	kinderopvang: { theme: 'lessons', icon: 'baby', explanation: m.word_kinderopvang },
	VVE: { theme: 'lessons', icon: 'puzzle-piece', explanation: m.word_vve },
	DigiD: { theme: 'letters', icon: 'lock-key', explanation: m.word_digid },
	DUO: { theme: 'who', icon: 'graduation-cap', explanation: m.word_duo },
	IND: { theme: 'who', icon: 'identification-card', explanation: m.word_ind },
	COA: { theme: 'who', icon: 'users-four', explanation: m.word_coa },
	AZC: { theme: 'who', icon: 'tent', explanation: m.word_azc },
	BRP: { theme: 'letters', icon: 'address-book', explanation: m.word_brp },
	BSN: { theme: 'letters', icon: 'identification-badge', explanation: m.word_bsn },
	verblijfsvergunning: {
		theme: 'letters',
		icon: 'identification-card',
		explanation: m.word_verblijfsvergunning,
	},
	tolk: { theme: 'who', icon: 'translate', explanation: m.word_tolk },
} as const satisfies Record<GlossaryTerm, { theme: Theme; icon: string; explanation: Label }>;

/** The official word itself: Dutch as it stands on letters, and what it is in another language. */
export function wordLabel(term: GlossaryTerm): Label {
	return (_, { locale = 'nl' } = {}) => (locale === 'nl' ? term : translationOf(term, locale));
}

/** How sure we are of a translation, in words. */
export const confidenceText = {
	high: m.words_confidence_high,
	medium: m.words_confidence_medium,
	low: m.words_confidence_low,
} satisfies Record<Confidence, Label>;
