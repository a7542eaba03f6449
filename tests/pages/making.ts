/** What a page needs before it can be opened: made, or found, for a visitor. */
import { type APIRequestContext, request as anybody } from '@playwright/test';
import { askedKinds } from '../../src/params/asked.ts';
import { signIn } from '../browser/world.ts';

/** Somebody signed in who can look up what stands where. */
export interface Visitor {
	readonly request: APIRequestContext;
	readonly address: string;
}

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
export async function diaryLine({ request, address }: Visitor): Promise<string> {
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
export async function fillDraft({ request, address }: Visitor, draft: string) {
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

export async function sendProposal(visitor: Visitor): Promise<string> {
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
export async function proposal(visitor: Visitor): Promise<string> {
	const people = '/staf/mensen?zoek=mebrahtu';
	const file = await firstLink(visitor, people, /href="(\/staf\/mensen\/[\w-]{22})"/);
	return firstLink(visitor, file, /href="(\/staf\/voorstellen\/[\w-]{22})"/);
}

/** A school's file with a line that can be taken over and one that cannot, read and not taken over. */
export async function schoolFile(visitor: Visitor): Promise<string> {
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
export function withOwnWords(visitor: Visitor): Promise<string> {
	return firstLink(visitor, '/staf/mensen?zoek=tesfay', /href="(\/staf\/mensen\/[\w-]{22})"/);
}

/** A translator's link that the klantmanager just made, opened in the browser of the visitor. */
export async function openedLink({ request, address }: Visitor): Promise<string> {
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

export function somebody(visitor: Visitor): Promise<string> {
	return firstLink(visitor, '/staf/mensen?zoek=haddad', /href="(\/staf\/mensen\/[\w-]{22})"/);
}

/** A timetable with a line that can be taken over and one that cannot, read and not taken over. */
export async function timetable(visitor: Visitor): Promise<string> {
	const { request, address } = visitor;
	const id = (await somebody(visitor)).split('/').at(-1);
	const titles = 'Datum;Begin;Einde;Onderwerp';
	const lines = [titles, '2026-12-01;9:00;12:00;NT2', '2026-12-02;9:00;;NT2'];
	const file = { name: 'rooster.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
	const answer = await request.post(`${address}/staf/agenda/importeren?/read`, {
		multipart: { for: `persoon:${id}`, name: 'NT2', kind: 'lesson', file },
		headers: { origin: address, accept: 'text/html' },
		maxRedirects: 0,
	});
	if (answer.status() !== 303) throw new Error(`the file was not read: ${answer.status()}`);
	return answer.headers()['location'] ?? '';
}

/** A file with somebody new, a possible double, somebody known and a wrong line, read and not taken over. */
export async function peopleFile(visitor: Visitor): Promise<string> {
	const { request, address } = visitor;
	const titles =
		'BSN;Voornaam;Achternaam;Geboortedatum;Gemeente;Groep;Begin plicht;Taal;Telefoon;Nationaliteit';
	const rest = 'Asielstatushouder;1-9-2026;Arabisch;06-00000009;Syrische';
	const lines = [
		titles,
		`999990019;Nour;Sabbagh;1-5-1990;Heerenveen;${rest}`,
		`999990020;Rami;Sabbagh;2-5-1991;Heerenveen;${rest}`,
		`010000021;Rami;Sabbagh;2-5-1991;Heerenveen;${rest}`,
		`123456789;Hani;Sabbagh;31-2-1991;Woerden;${rest}`,
	];
	const file = { name: 'mensen.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) };
	const answer = await request.post(`${address}/staf/mensen/importeren?/read`, {
		multipart: { file },
		headers: { origin: address, accept: 'text/html' },
		maxRedirects: 0,
	});
	if (answer.status() !== 303) throw new Error(`the file was not read: ${answer.status()}`);
	return answer.headers()['location'] ?? '';
}

/** A talk of which the person was told that there is a report: `/agenda/gesprek/<id>`. */
export function reportedTalk(visitor: Visitor): Promise<string> {
	return firstLink(visitor, '/meldingen', /href="(\/agenda\/gesprek\/[\w-]{22})\/verslag"/);
}

/** The talks with somebody of the caseload, as staff see them. */
export async function staffTalks(visitor: Visitor): Promise<readonly string[]> {
	const { request, address } = visitor;
	const list = await request.get(`${address}${await withOwnWords(visitor)}/gesprekken`);
	const talk = /href="(\/staf\/mensen\/[\w-]+\/gesprekken\/[\w-]{22})"/g;
	const links = (await list.text()).matchAll(talk);
	return [...links].flatMap(([, path]) => (path === undefined ? [] : [path]));
}

/** The pages on which one asks for something, each of its own. */
export const askedPages = Object.keys(askedKinds).map((asked) => `/indienen/${asked}`);

/** A request that was handed in just now: `/ingediend/<id>`. */
export async function handedIn(visitor: Visitor): Promise<string> {
	const { request, address } = visitor;
	const page = await (await request.get(`${address}/indienen/verbetering`)).text();
	const key = /name="key" value="([\w-]{22})"/.exec(page)?.[1] ?? '';
	return post(visitor, '/indienen/verbetering?/send', { key, words: 'Mijn naam klopt niet.' });
}
