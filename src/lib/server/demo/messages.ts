import { PDFDocument } from '@cantoo/pdf-lib';
import { addDays, type Day } from '#lib/law/day.ts';
import { isOffered } from '#lib/languages/languages.ts';
import type { Resident } from '../access/access.ts';
import type { Outcome } from '../errors.ts';
import { newId } from '../id.ts';
import * as messages from '../messages/messages.ts';
import type { Portal } from '../portal.ts';
import type { Laid } from './agenda.ts';
import { morningOf } from './seed.ts';

/** What named people wrote to their klantmanager: for each language one. */
const wrote: ReadonlyMap<string, string> = new Map([
	['amina', 'هل يمكنني إحضار ابني إلى الموعد؟'],
	['selam', 'እቲ ኣውቶቡስ ሰንበት ኣይሰርሕን እዩ። ከመይ ክመጽእ?'],
	['elif', 'Derse bebeğimle gelebilir miyim?'],
	['joy', 'Can I bring my sister to the talk?'],
	['karim', 'هل عليّ إرسال الأوراق مرة أخرى؟'],
	['zahra', 'آیا می‌توانم ساعت درس را تغییر بدهم؟'],
	['ayaan', 'Ma u baahanahay shahaadadayda asalka ah?'],
	['shirin', 'آیا می‌توانم روز دیگری بیایم؟'],
]);

/** A letter to each of them, a question of theirs, and an answer; one of them asks again and waits. */
export async function writeMessages(portal: Portal, everybody: readonly Laid[], today: Day) {
	const before = (days: number) => {
		const on = addDays(today, -days);
		return { now: morningOf(on), today: on };
	};
	const paper = await onePage();
	for (const { key, manager, person } of everybody) {
		const words = wrote.get(key);
		if (words === undefined) continue;
		const actor: Resident = { kind: 'resident', id: person.id, personId: person.id, portal };
		const letter: messages.NewLetter = {
			...{ id: newId(), doAt: null, place: null, words: null, files: [paper] },
			topic: 'money',
			action: 'sendPaper',
			paper: 'payslips',
			doOn: addDays(today, 11),
		};
		await kept(messages.publish(manager, person.id, letter, before(42)));
		const language = isOffered(person.language) ? person.language : 'nl';
		const question = { id: newId(), topic: 'appointment', letterId: null } as const;
		const asked = { ...question, words, language, files: [] };
		const threadId = await kept(messages.open(actor, person.id, asked, before(41)));
		const dutch = { id: newId(), language: 'nl', files: [] } as const;
		const answer = {
			...dutch,
			threadId,
			seen: 1,
			words: 'Dat is goed. Bel mij als het niet lukt.',
		};
		await messages.openThread(manager, person.id, threadId, before(40));
		await kept(messages.reply(manager, person.id, answer, before(40)));
		if (key !== 'amina') continue;
		const again = { ...asked, id: newId(), threadId, seen: 2, words: 'ومتى الموعد القادم؟' };
		await kept(messages.reply(actor, person.id, again, before(3)));
	}
}

async function onePage(): Promise<Blob> {
	const file = await PDFDocument.create();
	file.addPage([595, 842]).drawText('Brief van de gemeente', { x: 72, y: 740, size: 18 });
	return new Blob([new Uint8Array(await file.save())]);
}

async function kept<T>(outcome: Promise<Outcome<T>>): Promise<T> {
	const its = await outcome;
	if (!its.ok) throw new Error(JSON.stringify(its.problems));
	return its.value;
}
