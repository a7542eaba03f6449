import type { Role } from '../access/access.ts';

interface Someone {
	readonly key: string;
	readonly tenantId: string;
	readonly name: string;
}

/** An inburgeraar of the demo: each stands for one legal situation (`demo_situation_*`). */
export interface ResidentPersona extends Someone {
	readonly kind: 'resident';
	readonly situation: Situation;
	readonly language: string;
	readonly gemeentecode: string;
	readonly klantmanager: string;
}

export interface StaffPersona extends Someone {
	readonly kind: 'staff';
	readonly roles: readonly Role[];
	readonly gemeentecodes: readonly string[];
	readonly phone: string | null;
	readonly officeHours: string | null;
}

/** Somebody of a partner of the gemeente, with the school's narrow view. */
export interface PartnerPersona extends Someone {
	readonly kind: 'partner';
	readonly partnerId: string;
	readonly gemeentecodes: readonly string[];
}

export type Persona = ResidentPersona | StaffPersona | PartnerPersona;

export type Situation =
	| 'asielZ'
	| 'asielB1'
	| 'gezinB1'
	| 'nareizigerO'
	| 'asielO'
	| 'gezinZ'
	| 'gezinO'
	| 'azc'
	| 'lowered'
	| 'wi2013'
	| 'extended'
	| 'noHours'
	| 'almostDone'
	| 'newPlan';

const heerenveen = 'heerenveen';
const fermWerk = 'ferm-werk';

function resident(
	key: string,
	name: string,
	situation: Situation,
	language: string,
	[tenantId, gemeentecode, klantmanager]: readonly [string, string, string],
): ResidentPersona {
	return { kind: 'resident', key, name, situation, language, tenantId, gemeentecode, klantmanager };
}

function staff(
	key: string,
	name: string,
	tenantId: string,
	roles: readonly Role[],
	gemeentecodes: readonly string[],
	phone: string | null = null,
): StaffPersona {
	const officeHours = phone === null ? null : '9:00–12:00';
	return { kind: 'staff', key, name, tenantId, roles, gemeentecodes, phone, officeHours };
}

function partner(
	key: string,
	name: string,
	tenantId: string,
	partnerId: string,
	gemeentecodes: readonly string[],
): PartnerPersona {
	return { kind: 'partner', key, name, tenantId, partnerId, gemeentecodes };
}

const withAnna = [heerenveen, '0074', 'anna'] as const;
const withBart = [heerenveen, '0074', 'bart'] as const;

/** Everybody one can be in the demo. All of them are made up. */
export const personas: readonly Persona[] = [
	resident('amina', 'Amina Haddad', 'asielZ', 'ar', withAnna),
	resident('selam', 'Selam Tesfay', 'asielB1', 'ti', withAnna),
	resident('elif', 'Elif Yıldız', 'gezinB1', 'tr', withAnna),
	resident('farid', 'Farid Noori', 'nareizigerO', 'fa-AF', withAnna),
	resident('joy', 'Joy Santos', 'gezinZ', 'en', [fermWerk, '0632', 'carla']),
	resident('yonas', 'Yonas Berhe', 'azc', 'ti', withAnna),
	resident('karim', 'Karim Mansour', 'lowered', 'ar', [fermWerk, '0589', 'carla']),
	resident('dawit', 'Dawit Gebre', 'wi2013', 'ti', withBart),
	resident('zahra', 'Zahra Ahmadi', 'extended', 'fa-AF', [fermWerk, '1901', 'dirk']),
	resident('hala', 'Hala Kassem', 'asielB1', 'ar', withAnna),
	resident('omar', 'Omar Khalil', 'noHours', 'ar', withAnna),
	resident('ayaan', 'Ayaan Warsame', 'asielO', 'so', withAnna),
	resident('shirin', 'Shirin Rostami', 'gezinO', 'fa', [fermWerk, '0632', 'carla']),
	resident('mehret', 'Mehret Abraha', 'noHours', 'ti', withBart),
	resident('murat', 'Murat Yalçın', 'noHours', 'tr', [fermWerk, '1901', 'dirk']),
	resident('rahel', 'Rahel Mebrahtu', 'noHours', 'ti', withAnna),
	resident('nasir', 'Nasir Hamdan', 'noHours', 'ar', withBart),
	resident('layla', 'Layla Sukkari', 'almostDone', 'ar', withBart),
	resident('samir', 'Samir Tahhan', 'noHours', 'ar', withBart),
	resident('hiwet', 'Hiwet Tekle', 'noHours', 'ti', withAnna),
	resident('saba', 'Saba Habtom', 'noHours', 'ti', withAnna),
	resident('idris', 'Idris Nuur', 'noHours', 'so', withAnna),
	resident('samira', 'Samira Haidari', 'noHours', 'fa-AF', withAnna),
	resident('mulu', 'Mulu Zeray', 'noHours', 'ti', withAnna),
	resident('basma', 'Basma Aziz', 'noHours', 'ar', withAnna),
	resident('tirhas', 'Tirhas Weldu', 'noHours', 'ti', withAnna),
	resident('adnan', 'Adnan Shami', 'noHours', 'ar', withAnna),
	resident('senait', 'Senait Okbay', 'noHours', 'ti', withAnna),
	resident('rima', 'Rima Barakat', 'noHours', 'ar', withAnna),
	resident('feven', 'Feven Asmelash', 'noHours', 'ti', withBart),
	resident('winta', 'Winta Araya', 'noHours', 'ti', withAnna),
	resident('bisrat', 'Bisrat Weldu', 'noHours', 'ti', withAnna),
	resident('dahab', 'Dahab Kidane', 'noHours', 'ti', withAnna),
	resident('merhawit', 'Merhawit Fessehaye', 'noHours', 'ti', withAnna),
	resident('hodan', 'Hodan Jama', 'noHours', 'so', withBart),
	resident('abeba', 'Abeba Ghirmay', 'noHours', 'ti', withAnna),
	resident('yusuf', 'Yusuf Barre', 'noHours', 'so', withAnna),
	resident('lina', 'Lina Sabbagh', 'newPlan', 'ar', withBart),
	resident('tsega', 'Tsega Woldu', 'noHours', 'ti', withBart),
	staff('anna', 'Anna de Wit', heerenveen, ['klantmanager'], ['0074'], '0513-00 00 01'),
	staff('bart', 'Bart Postma', heerenveen, ['klantmanager'], ['0074'], '0513-00 00 02'),
	staff('tessa', 'Tessa Veenstra', heerenveen, ['teamLead'], ['0074'], '0513-00 00 03'),
	staff('ivo', 'Ivo Beheer', heerenveen, ['administrator'], ['0074']),
	staff(
		'carla',
		'Carla Smit',
		fermWerk,
		['klantmanager'],
		['0632', '0589', '0335'],
		'0348-00 00 01',
	),
	staff('dirk', 'Dirk Vermeer', fermWerk, ['klantmanager'], ['1901'], '0172-00 00 02'),
	staff('lotte', 'Lotte Bakker', fermWerk, ['teamLead'], ['0632', '0589', '0335', '1901']),
	staff('noor', 'Noor Beheer', fermWerk, ['administrator'], ['0632', '0589', '0335', '1901']),
	partner('femke', 'Femke Docent', heerenveen, 'taalhuis', ['0074']),
	partner('gerrit', 'Gerrit Docent', fermWerk, 'nl-training', ['0632', '0589', '0335', '1901']),
];
