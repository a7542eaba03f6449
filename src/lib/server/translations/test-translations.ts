import { day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import type { PipContent } from '../pip/pip.ts';
import { addPerson, addPlan, residentOf, staffOf, type World } from '../test-world.ts';
import { messageHash } from '#lib/languages/freshness.ts';
import * as translations from './translations.ts';

/** Somebody who reads Tigrinya, with own words in the plan that holds; kim is the klantmanager. */
export const dutch = 'U gaat op dinsdag naar het taalcafé in de bibliotheek.';
export const ti = 'ሰሉስ ናብ ቤት-ንባብ ትኸዱ።';
export const place = 'own-words-of-selam';

export function at(hour: number) {
	return { now: Date.parse('2026-11-23T08:00:00Z') + hour * 3_600_000, today: day('2026-11-23') };
}

export async function withOwnWords(
	world: World,
	differing: Partial<PipContent> = {},
	language = 'ti',
): Promise<Resident> {
	const { portal } = world;
	const person = await addPerson(portal, { klantmanagerId: 'kim', language });
	const agreements = [{ id: place, party: 'you' as const, dutch }];
	await addPlan(portal, person.id, '2026-02-02', { agreements, ...differing });
	return residentOf(portal, person.id);
}

export const kim = (world: World) => staffOf(world.portal, 'kim');

/** A link that was opened in this browser. */
export async function opened(
	world: World,
	personId: string,
	role: translations.LinkRole,
	givenTo: string,
	browser = givenTo,
) {
	const made = await translations.make(kim(world), personId, { role, givenTo, days: 7 }, at(0));
	if (!made.ok) throw new Error(JSON.stringify(made.problems));
	const { token } = made.value;
	await translations.open(world.portal, token, browser, at(0));
	const enter = () => translations.entered(world.portal, token, browser, role, at(1));
	return { token, link: await enter(), enter };
}

export const typed = {
	place,
	dutchHash: messageHash(dutch),
	text: ti,
	backTranslation: 'Dinsdag gaat u naar de bibliotheek.',
	note: null,
	recording: null,
};

/** Everything up to the klantmanager's approval: translated by one, found right by another. */
export async function checked(world: World, personId: string) {
	const { link } = await opened(world, personId, 'translator', 'Tolk Een');
	await translations.save(world.portal, link, typed, at(1));
	await translations.send(world.portal, link, at(1));
	const reader = (await opened(world, personId, 'reader', 'Tolk Twee')).link;
	const judgement = { place, textHash: messageHash(ti), fits: true, doubt: null };
	const outcome = await translations.judge(world.portal, reader, judgement, at(2));
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}

export async function approved(world: World, personId: string) {
	const row = await checked(world, personId);
	const seen = { translationId: row.id, textHash: messageHash(row.text) };
	const outcome = await translations.approve(kim(world), personId, seen, at(3));
	if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems));
	return outcome.value;
}
