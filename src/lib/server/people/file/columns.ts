import type { Cell, Places, Titles } from '../../spreadsheets/spreadsheets.ts';
import { placesOf } from '../../spreadsheets/spreadsheets.ts';

/** The columns of a file with people, with the titles of the template; also as other programs write them. */
export const titles = {
	bsn: ['bsn', 'burgerservicenummer', 'bsn-nummer'],
	givenName: ['voornaam', 'voornamen', 'roepnaam'],
	familyName: ['achternaam', 'familienaam', 'geslachtsnaam'],
	bornOn: ['geboortedatum', 'geboren op'],
	gemeentecode: ['gemeente', 'gemeentecode'],
	groepDetail: ['groep', 'groep bij duo', 'doelgroep'],
	groepChangedOn: ['groep vanaf', 'nieuwe groep geldt vanaf'],
	groepReason: ['reden groep', 'waarom een andere groep'],
	plichtSinceOn: ['begin plicht', 'begin van de inburgeringsplicht', 'begin inburgeringsplicht'],
	notifiedOn: ['kennisgeving duo', 'datum kennisgeving', 'kennisgeving'],
	brpRegisteredOn: ['inschrijving brp', 'ingeschreven in de brp', 'datum inschrijving brp'],
	movedInOn: ['verhuisd op', 'verhuisd'],
	firstDagtekeningOn: ['eerste pip elders', 'eerste plan elders'],
	waitingForThirdPartySinceOn: ['wacht op derden sinds'],
	thirdPartyInformationOn: ['informatie derden op'],
	extendedLastOn: ['verlengd tot en met', 'termijn verlengd t/m'],
	ontheffingHours: ['uren ontheffing'],
	loweredHours: ['lagere cursusnorm'],
	inAzc: ['azc', 'woont in azc'],
	hasParticipatiewetBenefit: ['uitkering', 'participatiewet', 'bijstand'],
	language: ['taal', 'moedertaal', 'taal in het portaal'],
	speaks: ['spreekt'],
	reads: ['leest'],
	otherLanguages: ['andere talen'],
	canRead: ['kan lezen'],
	interpreter: ['tolk', 'tolk gewenst'],
	situations: ['bijzonderheden', 'bijzondere situatie'],
	phone: ['telefoon', 'telefoonnummer', 'mobiel'],
	email: ['e-mail', 'email', 'e-mailadres'],
	safeContact: ['veilig contact'],
	klantmanager: ['klantmanager', 'consulent'],
} as const satisfies Titles<string>;

export type Column = keyof typeof titles;
export const columns = Object.keys(titles) as readonly Column[];

/** Columns in which true and false of a program are an answer. */
export const asked = [
	'inAzc',
	'hasParticipatiewetBenefit',
	'interpreter',
	'safeContact',
	'canRead',
] as const satisfies readonly Column[];

/** Who it is, said three times, so that a slip in one of them is noticed. Every file has these. */
const needed = ['bsn', 'familyName', 'bornOn'] as const satisfies readonly Column[];

/** Finds the columns; null where one of those that tell who it is, is missing or stands there twice. */
export function placesIn(titleLine: readonly Cell[]): Places<Column> | null {
	const places = placesOf<Column>(titles, titleLine);
	return places && needed.every((column) => places.at.has(column)) ? places : null;
}
