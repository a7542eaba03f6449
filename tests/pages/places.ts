import { type APIRequestContext, request as anybody } from '@playwright/test';
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
	'/(resident)/uren/[entry]': async (visitor) => [
		await firstLink(visitor, '/uren', /href="(\/uren\/[\w-]{22})"/),
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
	'/(staff)/staf/uren/[entry]': async (visitor) => [
		await firstLink(visitor, '/staf/werkvoorraad', /href="(\/staf\/uren\/[\w-]{22})"/),
	],
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
	'/(staff)/staf/mensen/[id]/post': async (visitor) => [`${await somebody(visitor)}/post`],
	'/(staff)/staf/mensen/[id]/vertalingen': async (visitor) => [
		`${await withOwnWords(visitor)}/vertalingen`,
	],
	'/(staff)/staf/mensen/[id]/uren': async (visitor) => [`${await somebody(visitor)}/uren`],
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
