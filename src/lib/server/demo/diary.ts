import { addDays, type Day } from '#lib/law/day.ts';
import type { Resident } from '../access/access.ts';
import * as calls from '../calls/calls.ts';
import * as diary from '../diary/diary.ts';
import { newId } from '../id.ts';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { morningOf } from './seed.ts';

/** Who of the demo has a diary: a waiting list with words, shared; an illness that is over, shared; and a worry that is not. */
const keepers = new Set(['samira']);

const story = [
	{ daysAgo: 40, reason: 'illness', lasted: 9, words: 'داکتر گفت استراحت کن', shares: true },
	{
		daysAgo: 30,
		reason: 'waitingList',
		lasted: null,
		words: 'کتابخانه: در ماه جنوری جا است',
		shares: true,
	},
	{ daysAgo: 12, reason: 'grief', lasted: null, words: null, shares: false },
] as const;

/** Lays a diary, as the person writes it, and the wish to be called. */
export async function keepDiary(portal: Portal, key: string, { id: personId }: Person, today: Day) {
	if (!keepers.has(key)) return;
	const actor: Resident = { kind: 'resident', id: personId, personId, portal };
	for (const { daysAgo, reason, lasted, words, shares } of story) {
		const sinceOn = addDays(today, -daysAgo);
		const moment = { now: morningOf(sinceOn), today: sinceOn };
		const id = newId();
		await diary.write(actor, { id, reason }, moment);
		const untilOn = lasted === null ? null : addDays(sinceOn, lasted);
		const content = { reason, sinceOn, untilOn, words };
		await diary.change(actor, { id, seen: 0, content }, moment);
		if (shares) await diary.share(actor, { id, seen: 1, withWords: true }, moment);
	}
	const asked = addDays(today, -3);
	const wish = { language: 'fa-AF', dayPart: 'morning' } as const;
	await calls.ask(actor, wish, { now: morningOf(asked), today: asked });
}
