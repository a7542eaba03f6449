import { helperLink, ownHelper } from '../browser/helpers.ts';
import { askHost, hostToken, poster } from '../browser/hosts.ts';
import { senders } from '../../src/params/sender.ts';
import { topics } from '../../src/params/topic.ts';
import { byLetter } from '../browser/letters.ts';
import { ownPlanned, proposingSteps, steps } from './parts-of-pages.ts';
import {
	askedPages,
	diaryLine,
	fillDraft,
	firstLink,
	handedIn,
	openedLink,
	peopleFile,
	proposal,
	schoolFile,
	sendProposal,
	somebody,
	startDraft,
	startProposal,
	timetable,
	withOwnWords,
	type Visitor,
	reportedTalk,
	staffTalks,
} from './making.ts';

type Address = (visitor: Visitor) => Promise<readonly string[]>;

const fixed =
	(...addresses: string[]): Address =>
	() =>
		Promise.resolve(addresses);

/** Pages open to everybody. */
export const publicPages: Readonly<Record<string, Address>> = {
	'/(public)/inloggen': fixed('/inloggen', '/inloggen?voor=medewerkers'),
	'/(public)/inloggen/toestel': fixed('/inloggen/toestel'),
	'/(public)/inloggen/code': fixed('/inloggen/code'),
	'/(public)/inloggen/code/typen': fixed('/inloggen/code/typen'),
	'/(public)/activeren': fixed('/activeren'),
	'/(public)/inloggen/onbekend': fixed('/inloggen/onbekend', '/inloggen/onbekend?reden=mislukt'),
	'/(public)/taal': fixed('/taal'),
	'/(public)/privacy': fixed('/privacy'),
	'/(public)/zonder-verbinding': fixed('/zonder-verbinding'),
	'/(public)/uren-zonder-verbinding': fixed('/uren-zonder-verbinding'),
	'/(public)/wachtrij': fixed('/wachtrij'),
	'/(public)/uitloggen': fixed('/uitloggen'),
	'/(public)/demo': fixed('/demo'),
	'/(public)/demo/postvak': fixed('/demo/postvak'),
	'/(public)/vertalen/[token]': async (visitor) => [await openedLink(visitor)],
	'/(public)/organisatie/[token]': async () => [`/organisatie/${await hostToken()}`],
	'/(public)/meekijken/begin': fixed('/meekijken/begin'),
	'/(public)/meekijken/begin/[token]': async ({ address }) => [await helperLink(address)],
	'/(public)/organisatie/bedankt': fixed('/organisatie/bedankt'),
	'/(public)/organisatie/dagcode/[token]': async ({ address }) => [(await poster(address)).page],
	'/(public)/woorden': fixed('/woorden', '/woorden?q=zorg', '/woorden?q=qqq'),
	'/(public)/woorden/[term]/[[place=place]]': fixed('/woorden/boete', '/woorden/pip/3'),
	// The last, since whoever opens it has come by a letter from then on.
	'/(public)/activeren/toestel': async (visitor) => [await byLetter(visitor)],
};

/** Pages of the inburgeraar; where a thing is needed, the first of the person's own. */
export const residentPages: Readonly<Record<string, Address>> = {
	'/(resident)/vandaag': fixed('/vandaag'),
	'/(resident)/plan': fixed('/plan'),
	'/(resident)/plan/versie/[version=version]': fixed('/plan/versie/1'),
	'/(resident)/plan/tijdlijn': fixed('/plan/tijdlijn'),
	'/(resident)/plan/onderdelen': fixed('/plan/onderdelen'),
	'/(resident)/hulp': fixed('/hulp'),
	'/(resident)/hulp/app': fixed('/hulp/app'),
	'/(resident)/hulp/meekijken': fixed('/hulp/meekijken'),
	'/(resident)/hulp/meekijken/nieuw': fixed('/hulp/meekijken/nieuw'),
	'/(resident)/hulp/meekijken/[helper]': async (visitor) => [await ownHelper(visitor)],
	'/(resident)/hulp/post': fixed('/hulp/post'),
	'/(resident)/hulp/regels': fixed('/hulp/regels'),
	'/(resident)/hulp/regels/[topic=topic]': fixed(...topics.map((topic) => `/hulp/regels/${topic}`)),
	'/(resident)/hulp/brief': fixed('/hulp/brief'),
	'/(resident)/hulp/brief/[sender=sender]': fixed(
		...senders.map((sender) => `/hulp/brief/${sender}`),
	),
	'/(resident)/berichten': fixed('/berichten'),
	'/(resident)/berichten/nieuw': fixed('/berichten/nieuw'),
	'/(resident)/berichten/[thread]': async (visitor) => [
		await firstLink(visitor, '/berichten', /href="(\/berichten\/[\w-]{22})"/),
	],
	'/(resident)/berichten/brief/[letter]': async (visitor) => [
		await firstLink(visitor, '/berichten', /href="(\/berichten\/brief\/[\w-]{22})"/),
	],
	'/(resident)/bezwaar': fixed('/bezwaar'),
	'/(resident)/bezwaar/[version=version]': fixed('/bezwaar/1'),
	'/(resident)/indienen/[asked=asked]': fixed(...askedPages),
	'/(resident)/ingediend/[submission]': async (visitor) => [await handedIn(visitor)],
	'/(resident)/gegevens': fixed('/gegevens'),
	'/(resident)/gegevens/[reach=reach]': fixed('/gegevens/email', '/gegevens/telefoon?code'),
	'/(resident)/documenten': fixed('/documenten'),
	'/(resident)/meldingen': fixed('/meldingen'),
	'/(resident)/mijn-toegang': fixed('/mijn-toegang'),
	'/(resident)/telefoon': fixed('/telefoon', '/telefoon?gedaan'),
	'/(resident)/meldingen/keuze': fixed('/meldingen/keuze'),
	'/(resident)/agenda': fixed('/agenda', '/agenda?vanaf=2026-11-30'),
	'/(resident)/agenda/kalender': fixed('/agenda/kalender'),
	'/(resident)/agenda/week/[week]': fixed('/agenda/week/2026-W48', '/agenda/week/2026-W49'),
	'/(resident)/agenda/[key]': async (visitor) => [
		await firstLink(visitor, '/agenda?vanaf=2026-11-16', ownPlanned),
		await firstLink(visitor, '/agenda?vanaf=2026-11-30', ownPlanned),
	],
	'/(resident)/agenda/gesprek/[talk]': async (visitor) => [await reportedTalk(visitor)],
	'/(resident)/agenda/gesprek/[talk]/[question=talkquestion]': async (visitor) => {
		const talk = await reportedTalk(visitor);
		return [`${talk}/wat-gaat-goed`, `${talk}/wat-is-moeilijk`, `${talk}/wat-bespreken`];
	},
	'/(resident)/agenda/gesprek/[talk]/verslag': async (visitor) => [
		`${await reportedTalk(visitor)}/verslag`,
	],
	'/(resident)/uren': fixed('/uren'),
	'/(resident)/uren/lessen': fixed('/uren/lessen'),
	'/(resident)/uren/[entry]': async (visitor) => [
		await firstLink(visitor, '/uren', /href="(\/uren\/[\w-]{22})"/),
	],
	'/(resident)/uren/[entry]/bevestigen': async (visitor) => [await askHost(visitor)],
	'/(resident)/uren/poster/[poster]': async ({ address }) => [(await poster(address)).wall],
	'/(resident)/uren/aanwezig/[key]': async (visitor) => [
		await firstLink(visitor, '/uren', /href="(\/uren\/aanwezig\/[\w-]{22}\.[\d-]{10})"/),
	],
	'/(resident)/uren/activiteiten': fixed('/uren/activiteiten'),
	'/(resident)/uren/voorstel': fixed('/uren/voorstel'),
	'/(resident)/uren/voorstel/[proposal]': async (visitor) => [await sendProposal(visitor)],
	'/(resident)/uren/voorstel/[proposal]/[step=proposing]': async (visitor) => {
		const draft = await startProposal(visitor);
		return proposingSteps.map((step) => `${draft}/${step}`);
	},
	'/(resident)/uren/dossier': fixed('/uren/dossier'),
	'/(resident)/uren/overzicht': fixed('/uren/overzicht'),
	'/(resident)/uren/dagboek': fixed('/uren/dagboek'),
	'/(resident)/uren/dagboek/nieuw': fixed('/uren/dagboek/nieuw'),
	'/(resident)/uren/dagboek/[line]': async (visitor) => [await diaryLine(visitor)],
	'/(resident)/uren/dagboek/[line]/veranderen': async (visitor) => [
		`${await diaryLine(visitor)}/veranderen`,
	],
	'/(resident)/uren/nieuw': fixed('/uren/nieuw'),
	'/(resident)/uren/nieuw/[draft]/[step=step]': async (visitor) => {
		const draft = await startDraft(visitor);
		await fillDraft(visitor, draft);
		return steps.map((step) => `${draft}/${step}`);
	},
};

/** Pages of the staff. */
export const staffPages: Readonly<Record<string, Address>> = {
	'/(staff)/staf/werkvoorraad': fixed('/staf/werkvoorraad'),
	'/(staff)/staf/uren': fixed('/staf/uren'),
	'/(staff)/staf/uren/[entry]': async (visitor) => [
		await firstLink(visitor, '/staf/uren', /href="(\/staf\/uren\/[\w-]{22})"/),
	],
	'/(staff)/staf/ingediend/[submission]': async (visitor) => [
		await firstLink(visitor, '/staf/werkvoorraad', /href="(\/staf\/ingediend\/[\w-]{22})"/),
	],
	'/(staff)/staf/mensen/[id]/ingediend': async (visitor) => [
		`${await somebody(visitor)}/ingediend`,
	],
	'/(staff)/staf/uren/duo': fixed('/staf/uren/duo'),
	'/(staff)/staf/uren/steekproef': fixed('/staf/uren/steekproef'),
	'/(staff)/staf/voorstellen/[proposal]': async (visitor) => [await proposal(visitor)],
	'/(staff)/staf/mensen': fixed('/staf/mensen', '/staf/mensen?zoek=am'),
	'/(staff)/staf/mensen/nieuw': fixed('/staf/mensen/nieuw'),
	'/(staff)/staf/mensen/importeren': fixed('/staf/mensen/importeren'),
	'/(staff)/staf/mensen/importeren/[file]': async (visitor) => [await peopleFile(visitor)],
	'/(staff)/staf/mensen/[id]/huishouden': async (visitor) => [
		`${await somebody(visitor)}/huishouden`,
	],
	'/(staff)/staf/mensen/[id]': async (visitor) => [await somebody(visitor)],
	'/(staff)/staf/mensen/[id]/doelen': async (visitor) => [`${await somebody(visitor)}/doelen`],
	'/(staff)/staf/mensen/[id]/gegevens': async (visitor) => [`${await somebody(visitor)}/gegevens`],
	'/(staff)/staf/mensen/[id]/plan': async (visitor) => [`${await somebody(visitor)}/plan`],
	'/(staff)/staf/mensen/[id]/plan/inspreken': async (visitor) => [
		`${await somebody(visitor)}/plan/inspreken`,
		`${await somebody(visitor)}/plan/inspreken?taal=ar`,
	],
	'/(staff)/staf/mensen/[id]/plan/voorbeeld': async (visitor) => [
		`${await somebody(visitor)}/plan/voorbeeld`,
	],
	'/(staff)/staf/mensen/[id]/intake': async (visitor) => [
		`${await somebody(visitor)}/intake`,
		`${await somebody(visitor)}/intake?stap=oproep`,
	],
	'/(staff)/staf/mensen/[id]/intake/gezondheid': async (visitor) => [
		`${await somebody(visitor)}/intake/gezondheid`,
	],
	'/(staff)/staf/mensen/[id]/modules': async (visitor) => [
		`${await somebody(visitor)}/modules`,
		`${await somebody(visitor)}/modules?stap=exam`,
		`${await somebody(visitor)}/modules?stap=moduleMapTheme`,
		`${await somebody(visitor)}/modules?stap=eindgesprekPlanned`,
	],
	'/(staff)/staf/mensen/[id]/toegang': async (visitor) => [`${await somebody(visitor)}/toegang`],
	'/(staff)/staf/mensen/[id]/tijdlijn': async (visitor) => [`${await somebody(visitor)}/tijdlijn`],
	'/(staff)/staf/mensen/[id]/wachten': async (visitor) => [`${await somebody(visitor)}/wachten`],
	'/(staff)/staf/mensen/[id]/eindgesprek': async (visitor) => [
		`${await somebody(visitor)}/eindgesprek`,
	],
	'/(staff)/staf/mensen/[id]/uren/overzicht': async (visitor) => [
		`${await somebody(visitor)}/uren/overzicht`,
	],
	'/(staff)/staf/mensen/[id]/post': async (visitor) => [`${await somebody(visitor)}/post`],
	'/(staff)/staf/mensen/[id]/vertalingen': async (visitor) => [
		`${await withOwnWords(visitor)}/vertalingen`,
	],
	'/(staff)/staf/mensen/[id]/uren': async (visitor) => [`${await somebody(visitor)}/uren`],
	'/(staff)/staf/agenda': fixed('/staf/agenda', '/staf/agenda?soort=lesson'),
	'/(staff)/staf/agenda/nieuw': fixed('/staf/agenda/nieuw'),
	'/(staff)/staf/agenda/importeren': fixed('/staf/agenda/importeren'),
	'/(staff)/staf/agenda/importeren/[file]': async (visitor) => [await timetable(visitor)],
	'/(staff)/staf/agenda/[key]': async (visitor) => [
		await planned(visitor, '/staf/agenda'),
		await planned(visitor, laterLessons),
	],
	'/(staff)/staf/agenda/[key]/verder': async (visitor) => [
		`${await planned(visitor, laterLessons)}/verder`,
	],
	'/(staff)/staf/agenda/[key]/presentielijst': async (visitor) => [
		`${await planned(visitor, '/staf/agenda?soort=lesson')}/presentielijst`,
	],
	'/(staff)/staf/groepen': fixed('/staf/groepen'),
	'/(staff)/staf/groepen/[id]': async (visitor) => [
		await firstLink(visitor, '/staf/groepen', /href="(\/staf\/groepen\/[\w-]{22})"/),
	],
	'/(staff)/staf/mensen/[id]/agenda': async (visitor) => [`${await somebody(visitor)}/agenda`],
	'/(staff)/staf/posters': fixed('/staf/posters'),
	'/(staff)/staf/posters/[poster]': async ({ address }) => [(await poster(address)).desk],
	'/(staff)/staf/mensen/[id]/lesuren': async (visitor) => [`${await somebody(visitor)}/lesuren`],
	'/(staff)/staf/mensen/[id]/lesuren/[line]': async (visitor) => [
		await firstLink(
			visitor,
			`${await somebody(visitor)}/lesuren`,
			/href="(\/staf\/mensen\/[\w-]{22}\/lesuren\/[\w-]{22})"/,
		),
	],
	'/(staff)/staf/lesuren': fixed('/staf/lesuren'),
	'/(staff)/staf/lesuren/[file]': async (visitor) => [await schoolFile(visitor)],
	'/(staff)/staf/afwezig': fixed('/staf/afwezig'),
	'/(staff)/staf/mensen/[id]/berichten': async (visitor) => [
		`${await somebody(visitor)}/berichten`,
	],
	'/(staff)/staf/mensen/[id]/berichten/[thread]': async (visitor) => [
		await firstLink(
			visitor,
			`${await somebody(visitor)}/berichten`,
			/href="(\/staf\/mensen\/[\w-]{22}\/berichten\/[\w-]{22})"/,
		),
	],
	'/(staff)/staf/mensen/[id]/berichten/brief': async (visitor) => [
		`${await somebody(visitor)}/berichten/brief`,
	],
	'/(staff)/staf/gegevens': fixed('/staf/gegevens'),
	'/(staff)/staf/gesprekken': fixed('/staf/gesprekken'),
	'/(staff)/staf/mensen/[id]/gesprekken': async (visitor) => [
		`${await withOwnWords(visitor)}/gesprekken`,
	],
	'/(staff)/staf/mensen/[id]/gesprekken/[talk]': async (visitor) => staffTalks(visitor),
	'/(staff)/staf/mensen/[id]/gesprekken/[talk]/verslag': async (visitor) => {
		const [talk] = await staffTalks(visitor);
		return [`${talk}/verslag`, `${talk}/verslag?zin=goodHours`, `${talk}/verslag?zin=join`];
	},
	'/(staff)/staf/beheer': fixed('/staf/beheer'),
	'/(staff)/staf/beheer/meldingen': fixed('/staf/beheer/meldingen'),
};

/** Pages of somebody who looks along. */
export const helperPages: Readonly<Record<string, Address>> = {
	'/(helper)/meekijken': fixed('/meekijken'),
	'/(helper)/meekijken/agenda': fixed('/meekijken/agenda'),
	'/(helper)/meekijken/uren': fixed('/meekijken/uren'),
	'/(helper)/meekijken/plan': fixed('/meekijken/plan'),
	'/(helper)/meekijken/berichten': fixed('/meekijken/berichten'),
};

/** Pages of the partners of a gemeente. */
export const partnerPages: Readonly<Record<string, Address>> = {
	'/(partner)/school': fixed('/school'),
	'/(partner)/school/[key]': async (visitor) => [await ownLesson(visitor)],
	'/(partner)/school/[key]/presentielijst': async (visitor) => [
		`${await ownLesson(visitor)}/presentielijst`,
	],
};

/** A week of the demo in which nothing has begun. */
const laterLessons = '/staf/agenda?soort=lesson&week=2026-W50';

/** The first of what is planned on a page of the staff's agenda. */
function planned(visitor: Visitor, path: string): Promise<string> {
	return firstLink(visitor, path, /href="(\/staf\/agenda\/[\w-]{22}\.[\d-]{10})"/);
}

function ownLesson(visitor: Visitor): Promise<string> {
	return firstLink(visitor, '/school', /href="(\/school\/[\w-]{22}\.[\d-]{10})"/);
}
