import { type APIRequestContext, request } from '@playwright/test';
import { bsnOf } from '#lib/server/demo/bsn.ts';
import { signIn } from '../browser/world.ts';
import { type Sought, words } from './dump.ts';

/** Words that the journeys type, which stand nowhere else. */
export const typed = {
	message: 'Zwaluwnest eenenzeventig',
	unsent: 'Kwartelkoning drieentachtig',
	organisation: 'Roerdomp tweeenveertig',
	note: 'Tapuit negenenvijftig',
	offlineNote: 'Ijsvogel zevenendertig',
} as const;

const personal = ['/vandaag', '/plan', '/plan/tijdlijn', '/uren', '/agenda', '/berichten'];
const ofEverybody = [
	'/inloggen',
	'/zonder-verbinding',
	'/wachtrij',
	'/uren-zonder-verbinding',
	'/hulp',
	'/woorden',
	'/telefoon',
	'/uren/nieuw',
];

const perPage = 6;

/** What must stand on no phone that others use: who somebody is, what they read, and what they typed. */
export async function canaries(address: string, persona: string, name: string): Promise<Sought[]> {
	const asked = await request.newContext();
	await signIn(asked, address, persona);
	const shared = (
		await Promise.all(ofEverybody.map((path) => textOf(asked, address + path)))
	).join();
	const read: Sought[] = [];
	for (const path of personal) {
		const lines = [...(await linesOf(asked, address + path))].filter(
			(line) => line.length >= 20 && !shared.includes(line),
		);
		if (lines.length === 0) throw new Error(`nothing to look for on ${path}`);
		// From the end: there stands what is of this person.
		read.push(...lines.slice(-perPage).map((line) => words(`${path}: ${line}`, line)));
	}
	await asked.dispose();
	return [
		words('name', name),
		...name.split(' ').map((part) => words(`part of the name: ${part}`, part)),
		words('BSN', bsnOf(persona)),
		...Object.entries(typed).map(([what, text]) => words(`typed: ${what}`, text)),
		...read,
	];
}

async function textOf(asked: APIRequestContext, address: string): Promise<string> {
	return [...(await linesOf(asked, address))].join('\n');
}

async function linesOf(asked: APIRequestContext, address: string): Promise<Set<string>> {
	const html = await (await asked.get(address)).text();
	const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
	const lines = main.split(/<[^>]*>/).map((line) => line.replaceAll('&amp;', '&').trim());
	return new Set(lines.filter((line) => line !== '' && !line.includes('&')));
}
