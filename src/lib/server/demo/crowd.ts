import { addDays, addMonths, type Day } from '#lib/law/day.ts';
import type { GroepDetail } from '#lib/law/groep.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import type { Random } from './random.ts';
import { type Story, told } from './situations.ts';

/** Given names and family names per language; made-up people get one of each. */
const names = {
	ar: [
		['Rania', 'Samir', 'Hanan', 'Yusuf', 'Layla', 'Mahmoud', 'Nour', 'Tariq', 'Salma', 'Bassam'],
		['Darwish', 'Hamdan', 'Saleh', 'Qasim', 'Jaber', 'Nasser', 'Aziz', 'Farouk', 'Shaheen', 'Awad'],
	],
	ti: [
		['Almaz', 'Tekle', 'Semhar', 'Filmon', 'Abeba', 'Robel', 'Winta', 'Kidane', 'Luwam', 'Mehari'],
		[
			'Habte',
			'Ghebre',
			'Tewolde',
			'Hagos',
			'Asmerom',
			'Kiflay',
			'Woldu',
			'Negash',
			'Fessehaye',
			'Goitom',
		],
	],
	tr: [
		['Ayşe', 'Mehmet', 'Zeynep', 'Emre', 'Fatma', 'Deniz', 'Merve', 'Burak', 'Esra', 'Can'],
		['Demir', 'Kaya', 'Şahin', 'Aydın', 'Arslan', 'Doğan', 'Kılıç', 'Öztürk', 'Koç', 'Çelik'],
	],
	'fa-AF': [
		[
			'Laila',
			'Ahmad',
			'Parwana',
			'Rahim',
			'Nilofar',
			'Jamshid',
			'Sima',
			'Wahid',
			'Fereshta',
			'Naser',
		],
		[
			'Rahimi',
			'Karimi',
			'Hashimi',
			'Sadat',
			'Azizi',
			'Popal',
			'Nazari',
			'Amiri',
			'Yusufi',
			'Barakzai',
		],
	],
	so: [
		['Hodan', 'Abdi', 'Fadumo', 'Guled', 'Ifrah', 'Liban', 'Sagal', 'Warsan', 'Nasteho', 'Hirsi'],
		['Jama', 'Farah', 'Duale', 'Elmi', 'Gedi', 'Samatar', 'Shire', 'Abukar', 'Roble', 'Egal'],
	],
	fa: [
		['Mina', 'Babak', 'Roya', 'Kian', 'Taraneh', 'Siavash', 'Nasrin', 'Omid', 'Yalda', 'Arash'],
		[
			'Sohrabi',
			'Tehrani',
			'Golzar',
			'Bahrami',
			'Kaveh',
			'Shirazi',
			'Parsa',
			'Nikpour',
			'Mehran',
			'Zand',
		],
	],
	en: [
		['Grace', 'Daniel', 'Maria', 'Samuel', 'Chen', 'Priya', 'Rosa', 'Ivan', 'Aisha', 'Luis'],
		[
			'Mensah',
			'Reyes',
			'Nguyen',
			'Silva',
			'Okafor',
			'Sharma',
			'Garcia',
			'Petrov',
			'Diallo',
			'Lopez',
		],
	],
} as const;

export interface MadeUp {
	readonly givenName: string;
	readonly familyName: string;
	readonly language: string;
	readonly story: Story;
}

/**
 * One of the hundred: groepen and leerroutes in the proportions that the Heerenveen council letter of 2024 gives
 * (60 % asielstatushouders; 13 onderwijsroute, 65 B1-route, 23 Z-route), some of them still without a plan.
 */
export function madeUp(random: Random, today: Day): MadeUp {
	const isAsiel = random.chance(0.6);
	const language = isAsiel
		? random.pick(['ar', 'ar', 'ar', 'ti', 'fa-AF', 'so', 'fa'] as const)
		: random.pick(['tr', 'en', 'ar', 'fa-AF', 'fa'] as const);
	const [given, family] = names[language];
	return {
		givenName: random.pick(given),
		familyName: random.pick(family),
		language,
		story: lived(random, today, isAsiel),
	};
}

function lived(random: Random, today: Day, isAsiel: boolean): Story {
	const detail = detailOf(random, isAsiel);
	const benefit = isAsiel && random.chance(0.85);
	if (random.chance(0.15)) {
		const weeks = random.whole(1, 12);
		const plain = told(detail, today, { months: 0, route: null, entries: 0, benefit });
		const notifiedOn = addDays(today, -7 * weeks);
		return {
			...plain,
			facts: { ...plain.facts, notifiedOn, plichtSinceOn: notifiedOn, brpRegisteredOn: notifiedOn },
		};
	}
	const route = routeOf(random);
	const months = random.whole(4, 33);
	const entries = route === 'Z' && isAsiel ? random.whole(0, 12) : 0;
	return told(detail, addMonths(today, 0), { months, route, entries, benefit });
}

function detailOf(random: Random, isAsiel: boolean): GroepDetail {
	return isAsiel
		? random.pick(['asielstatushouder', 'asielstatushouder', 'asielstatushouder', 'nareiziger'])
		: random.pick(['gezinshereniger', 'gezinsvormer', 'overig']);
}

function routeOf(random: Random): Leerroute {
	const at = random.whole(1, 101);
	return at <= 13 ? 'O' : at <= 78 ? 'B' : 'Z';
}
