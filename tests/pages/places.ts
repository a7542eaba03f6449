import { type APIRequestContext, request as anybody } from '@playwright/test';
import { askHost, hostToken, poster } from '../browser/hosts.ts';
import { signIn } from '../browser/world.ts';

/** Somebody signed in who can look up what stands where. */
export interface Visitor {
	readonly request: APIRequestContext;
	readonly address: string;
}

type Address = (visitor: Visitor) => Promise<readonly string[]>;

const fixed =
	(...addresses: string[]): Address =>
	() =>
		Promise.resolve(addresses);

const proposingSteps = ['wat', 'waar', 'mensen', 'wanneer', 'hoeveel', 'sturen'] as const;

const steps = ['wat', 'waar', 'wanneer', 'hoelang', 'bewijs'] as const;

/** Pages open to everybody. */
export const publicPages: Readonly<Record<string, Address>> = {
	'/(public)/inloggen': fixed('/inloggen', '/inloggen?voor=medewerkers'),
	'/(public)/inloggen/onbekend': fixed('/inloggen/onbekend', '/inloggen/onbekend?reden=mislukt'),
	'/(public)/taal': fixed('/taal'),
	'/(public)/privacy': fixed('/privacy'),
	'/(public)/uitloggen': fixed('/uitloggen'),
	'/(public)/demo': fixed('/demo'),
	'/(public)/vertalen/[token]': async (visitor) => [await openedLink(visitor)],
	'/(public)/organisatie/[token]': async () => [`/organisatie/${await hostToken()}`],
	'/(public)/organisatie/bedankt': fixed('/organisatie/bedankt'),
	'/(public)/organisatie/dagcode/[token]': async ({ address }) => [(await poster(address)).page],
	'/(public)/woorden': fixed('/woorden', '/woorden?q=zorg', '/woorden?q=qqq'),
	'/(public)/woorden/[term]/[[place=place]]': fixed('/woorden/boete', '/woorden/pip/3'),
};

/** Pages of the inburgeraar; where a thing is needed, the first of the person's own. */
export const residentPages: Readonly<Record<string, Address>> = {
	'/(resident)/vandaag': fixed('/vandaag'),
	'/(resident)/plan': fixed('/plan'),
	'/(resident)/plan/versie/[version=version]': fixed('/plan/versie/1'),
	'/(resident)/hulp': fixed('/hulp'),
	'/(resident)/hulp/post': fixed('/hulp/post'),
	'/(resident)/uren': fixed('/uren'),
	'/(resident)/uren/lessen': fixed('/uren/lessen'),
	'/(resident)/uren/[entry]': async (visitor) => [
		await firstLink(visitor, '/uren', /href="(\/uren\/[\w-]{22})"/),
	],
	'/(resident)/uren/[entry]/bevestigen': async (visitor) => [await askHost(visitor)],
	'/(resident)/uren/poster/[poster]': async ({ address }) => [(await poster(address)).wall],
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
	'/(staff)/staf/uren/steekproef': fixed('/staf/uren/steekproef'),
	'/(staff)/staf/voorstellen/[proposal]': async (visitor) => [await proposal(visitor)],
	'/(staff)/staf/mensen': fixed('/staf/mensen', '/staf/mensen?zoek=am'),
	'/(staff)/staf/mensen/nieuw': fixed('/staf/mensen/nieuw'),
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
	'/(staff)/staf/mensen/[id]/modules': async (visitor) => [
		`${await somebody(visitor)}/modules`,
		`${await somebody(visitor)}/modules?stap=exam`,
		`${await somebody(visitor)}/modules?stap=eindgesprekPlanned`,
	],
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
	'/(staff)/staf/gegevens': fixed('/staf/gegevens'),
	'/(staff)/staf/beheer': fixed('/staf/beheer'),
};

/** The first address on a page that fits the pattern. */
export async function firstLink(
	{ request, address }: Visitor,
	path: string,
	pattern: RegExp,
): Promise<string> {
	const html = await (await request.get(address + path)).text();
	const found = pattern.exec(html)?.[1];
	if (!found) throw new Error(`${path} has no link like ${pattern}`);
	return found;
}

/** A line of the own diary, newly written: `/uren/dagboek/<id>`. */
async function diaryLine({ request, address }: Visitor): Promise<string> {
	const page = await (await request.get(`${address}/uren/dagboek/nieuw`)).text();
	const line = /name="line" value="([\w-]{22})"/.exec(page)?.[1] ?? '';
	const answer = await request.post(`${address}/uren/dagboek/nieuw?/write`, {
		form: { line, reason: 'illness' },
		headers: { origin: address, accept: 'text/html' },
		maxRedirects: 0,
	});
	if (answer.status() !== 303) throw new Error(`/uren/dagboek/nieuw: ${answer.status()}`);
	return `/uren/dagboek/${line}`;
}

/** A new draft of hours: `/uren/nieuw/<id>`. */
export async function startDraft({ request, address }: Visitor): Promise<string> {
	const answer = await request.post(`${address}/uren/nieuw?/start`, {
		form: {},
		headers: { origin: address, accept: 'text/html' },
		maxRedirects: 0,
	});
	const location = answer.headers()['location'] ?? '';
	return location.replace(/\/\w+$/, '');
}

/** Answers every step, so that each of them can be opened. */
async function fillDraft({ request, address }: Visitor, draft: string) {
	const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		wat: { activity: 'volunteering', note: '' },
		waar: { organisation: 'Buurthuis', known: '', dutchSpoken: 'yes', together: 'yes' },
		wanneer: { doneOn: '2026-11-23' },
		hoelang: { minutes: '90' },
	};
	for (const [step, form] of Object.entries(answers)) {
		const answer = await request.post(`${address}${draft}/${step}?/save`, {
			form: { ...form },
			headers: { origin: address, accept: 'text/html' },
			maxRedirects: 0,
		});
		if (answer.status() !== 303) throw new Error(`${draft}/${step}: ${answer.status()}`);
	}
}

/** A proposal of which every question is answered: `/uren/voorstel/<id>`. */
export async function startProposal(visitor: Visitor): Promise<string> {
	const started = await post(visitor, '/uren/voorstel?/start', {});
	const draft = started.replace(/\/\w+$/, '');
	const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		wat: { activity: 'workExperience', note: '' },
		waar: { organisation: 'Buurthuis' },
		mensen: { dutchSpoken: 'yes', together: 'unknown' },
		wanneer: { startsOn: '2026-11-30' },
		hoeveel: { hoursPerWeek: '8' },
	};
	for (const [step, form] of Object.entries(answers)) {
		await post(visitor, `${draft}/${step}?/save`, form);
	}
	return draft;
}

async function sendProposal(visitor: Visitor): Promise<string> {
	return post(visitor, `${await startProposal(visitor)}/sturen?/send`, {});
}

/** Does an action and gives the address where it leads. */
async function post(
	{ request, address }: Visitor,
	action: string,
	form: Readonly<Record<string, string>>,
): Promise<string> {
	const headers = { origin: address, accept: 'text/html' };
	const answer = await request.post(address + action, { form, headers, maxRedirects: 0 });
	if (answer.status() !== 303) throw new Error(`${action}: ${answer.status()}`);
	return answer.headers()['location'] ?? '';
}

/** A proposal of somebody of the demo who made some. */
async function proposal(visitor: Visitor): Promise<string> {
	const people = '/staf/mensen?zoek=mebrahtu';
	const file = await firstLink(visitor, people, /href="(\/staf\/mensen\/[\w-]{22})"/);
	return firstLink(visitor, file, /href="(\/staf\/voorstellen\/[\w-]{22})"/);
}

/** A school's file with a line that can be taken over and one that cannot, read and not taken over. */
async function schoolFile(visitor: Visitor): Promise<string> {
	const { request, address } = visitor;
	const kenmerk = (await somebody(visitor)).split('/').at(-1);
	const titles = 'Kenmerk;Achternaam;Geboortedatum;Onderdeel;Van;Aanwezig';
	const lines = [titles, `${kenmerk};;;NT2;2026-11-02;3`, ';Niemand;1980-01-01;NT2;2026-11-02;3'];
	const file = { name: 'lijst.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
	const facts = { school: 'ROC', source: 'attendanceList', sourceText: 'Lijst' };
	const answer = await request.post(`${address}/staf/lesuren?/read`, {
		multipart: { ...facts, sourceOn: '2026-11-20', file },
		headers: { origin: address, accept: 'text/html' },
		maxRedirects: 0,
	});
	if (answer.status() !== 303) throw new Error(`the file was not read: ${answer.status()}`);
	return answer.headers()['location'] ?? '';
}

/** Somebody in whose plan are own words of the klantmanager, one of them changed since it was translated. */
function withOwnWords(visitor: Visitor): Promise<string> {
	return firstLink(visitor, '/staf/mensen?zoek=tesfay', /href="(\/staf\/mensen\/[\w-]{22})"/);
}

/** A translator's link that the klantmanager just made, opened in the browser of the visitor. */
async function openedLink({ request, address }: Visitor): Promise<string> {
	const desk = await anybody.newContext();
	await signIn(desk, address, 'anna');
	const file = await withOwnWords({ request: desk, address });
	const headers = { origin: address, accept: 'text/html' };
	const made = await desk.post(`${address}${file}/vertalingen?/link`, {
		headers,
		form: { role: 'translator', givenTo: 'Tolk 3' },
	});
	const link = /\/vertalen\/[\w-]{43}/.exec(await made.text())?.[0];
	if (!link) throw new Error(`no link was made: ${made.status()}`);
	await request.post(`${address}${link}?/start`, { headers, form: {}, maxRedirects: 0 });
	await desk.dispose();
	return link;
}

function somebody(visitor: Visitor): Promise<string> {
	return firstLink(visitor, '/staf/mensen?zoek=haddad', /href="(\/staf\/mensen\/[\w-]{22})"/);
}
