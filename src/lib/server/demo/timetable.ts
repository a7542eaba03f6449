import { addDays, addWeeks, type Day } from '#lib/law/day.ts';
import type { Leerroute } from '#lib/law/leerroute.ts';
import * as agenda from '../agenda/agenda.ts';

/** A group of the demo: who gives it, what it has, and who belongs to it. */
export interface Group {
	readonly tenantId: string;
	readonly gemeentecode: string;
	/** The key of who leads it. */
	readonly leader: string;
	readonly kind: agenda.AgendaKind;
	readonly name: string;
	/** Which partner of the tenant gives it, and so reads its list. */
	readonly partnerId?: string;
	/** The people of the demo by name; people of the crowd on the leerroute fill it up to `size`. */
	readonly members: readonly string[];
	readonly leerroute: Leerroute | null;
	readonly size: number;
	readonly series: readonly agenda.Planned[];
}

/** The groups around `today`: a term of lessons, the PVT in four meetings, the MAP, and a training of seven. */
export function groups(today: Day): readonly Group[] {
	const monday = agenda.mondayOf(today);
	const term = { on: addWeeks(monday, -8), until: addWeeks(monday, 12) };
	const school = { withWhom: 'Els Hofstra', place: 'Taalschool De Brug, lokaal 2' };
	const lessons = (days: Parameters<typeof agenda.weekly>[0], at: string): agenda.Planned => ({
		...nothing,
		...school,
		...term,
		kind: 'lesson',
		at,
		minutes: 180,
		rule: agenda.weekly(days),
		address: 'Schoolstraat 4, Heerenveen',
		bring: ['book', 'penAndPaper'],
	});
	const utrecht = { address: 'Kanaalstraat 20, Utrecht', withWhom: 'Paul Verhoef' };
	const heerenveen = { tenantId: 'heerenveen', gemeentecode: '0074', leader: 'anna' } as const;
	const woerden = { tenantId: 'ferm-werk', gemeentecode: '0632', leader: 'carla' } as const;
	const gouda = { tenantId: 'ferm-werk', gemeentecode: '1901', leader: 'dirk' } as const;
	return [
		{
			...heerenveen,
			kind: 'lesson',
			name: 'Z-groep ochtend',
			partnerId: 'taalhuis',
			leerroute: 'Z',
			members: [...newcomers, 'amina'],
			size: 18,
			series: [lessons([1, 2, 4], '09:00')],
		},
		{
			...heerenveen,
			kind: 'lesson',
			name: 'B1-groep middag',
			leerroute: 'B',
			members: ['selam', 'hala', 'elif'],
			size: 12,
			series: [{ ...lessons([1, 2, 4, 5], '13:00'), withWhom: 'Jelle Terpstra' }],
		},
		{
			...heerenveen,
			kind: 'lesson',
			name: 'Taalschakeltraject',
			leerroute: 'O',
			members: ['farid', 'ayaan'],
			size: 8,
			series: [
				{ ...lessons([1, 2, 3, 4], '09:30'), place: 'ROC, ingang B', withWhom: 'Marit Zijlstra' },
			],
		},
		{
			...heerenveen,
			kind: 'pvt',
			name: 'PVT najaar',
			leerroute: 'Z',
			members: newcomers,
			size: 13,
			series: pvtMeetings(monday),
		},
		{
			...heerenveen,
			kind: 'moduleMap',
			name: 'MAP-groep',
			leerroute: 'B',
			members: ['selam', 'hala', 'amina'],
			size: 10,
			series: [mapMeetings(monday, 'Werkplein, zaal 3', 'Het Meer 1, Heerenveen')],
		},
		{
			...heerenveen,
			kind: 'training',
			name: 'Budgettraining',
			leerroute: null,
			members: ['amina', 'farid', 'senait', 'omar'],
			size: 4,
			series: [budgetMeetings(monday)],
		},
		{
			...woerden,
			kind: 'lesson',
			name: 'Z-groep Utrecht',
			partnerId: 'nl-training',
			leerroute: 'Z',
			members: ['joy'],
			size: 10,
			series: [{ ...lessons([1, 3, 4], '09:00'), ...utrecht }],
		},
		{
			...woerden,
			kind: 'lesson',
			name: 'Onderwijsroute Utrecht',
			leerroute: 'O',
			members: ['shirin'],
			size: 8,
			series: [{ ...lessons([1, 2, 3, 4], '12:30'), ...utrecht }],
		},
		{
			...woerden,
			gemeentecode: '0589',
			kind: 'lesson',
			name: 'Z-groep Oudewater',
			leerroute: 'Z',
			members: ['karim'],
			size: 8,
			series: [{ ...lessons([2, 3, 5], '09:00'), ...utrecht }],
		},
		{
			...gouda,
			kind: 'lesson',
			name: 'B1-groep Gouda',
			leerroute: 'B',
			members: ['zahra'],
			size: 10,
			series: [{ ...lessons([1, 2, 4], '18:30'), address: 'Spoorstraat 9, Gouda' }],
		},
		{
			...gouda,
			kind: 'lesson',
			name: 'Z-groep Gouda',
			leerroute: 'Z',
			members: ['murat'],
			size: 8,
			series: [{ ...lessons([1, 2, 4], '09:00'), address: 'Spoorstraat 9, Gouda' }],
		},
	];
}

/** What is planned when nothing more is known. */
export const nothing = {
	subject: null,
	rule: null,
	until: null,
	place: null,
	address: null,
	withWhom: null,
	interpreter: 'none',
	interpreterLanguage: null,
	bring: [],
} as const;

/** Who had a plan three months ago, and begins with everything. */
const newcomers = [
	...['omar', 'mehret', 'rahel', 'nasir', 'samir', 'hiwet', 'saba', 'idris', 'samira'],
	...['mulu', 'basma', 'senait', 'rima'],
] as const;

/** Four meetings of three hours, each at its own place: the least that the law asks is twelve hours (B 3.1). */
function pvtMeetings(monday: Day): agenda.Planned[] {
	const meeting = { ...nothing, kind: 'pvt', minutes: 180, withWhom: 'Sjoerd Bakker' } as const;
	const [wednesday, at] = [addDays(monday, 2), '10:00'];
	const bring = ['identityCard'] as const;
	return [
		{
			...meeting,
			subject: 'Vrijheid',
			on: addWeeks(wednesday, -1),
			at,
			place: 'Bibliotheek, zaal 1',
			address: 'Burgemeester Kuperusplein 48, Heerenveen',
		},
		{
			...meeting,
			subject: 'Gelijkwaardigheid',
			on: wednesday,
			at,
			place: 'Buurthuis De Linde',
			address: 'Lindelaan 12, Heerenveen',
		},
		{
			...meeting,
			subject: 'Solidariteit',
			on: addWeeks(wednesday, 1),
			at,
			place: 'Voedselbank',
			address: 'Fabriekstraat 3, Heerenveen',
		},
		{
			...meeting,
			subject: 'Ondertekenen',
			on: addWeeks(wednesday, 2),
			at,
			place: 'Gemeentehuis, raadzaal',
			address: 'Crackstraat 2, Heerenveen',
			bring,
		},
	];
}

function mapMeetings(monday: Day, place: string, address: string): agenda.Planned {
	return {
		...nothing,
		kind: 'moduleMap',
		on: addWeeks(monday, -4),
		at: '09:30',
		minutes: 150,
		rule: agenda.weekly([5]),
		until: addWeeks(monday, 4),
		place,
		address,
		withWhom: 'Hanneke Visser',
		bring: ['phone'],
	};
}

/** Seven evenings about money. */
function budgetMeetings(monday: Day): agenda.Planned {
	const on = addWeeks(monday, -3);
	return {
		...nothing,
		kind: 'training',
		subject: 'Omgaan met geld',
		on,
		at: '19:00',
		minutes: 120,
		rule: agenda.weekly([3]),
		until: addWeeks(on, 7),
		place: 'Buurthuis De Linde',
		address: 'Lindelaan 12, Heerenveen',
		withWhom: 'Durk Wiersma',
		bring: ['bankCard', 'letter', 'payslips'],
	};
}
