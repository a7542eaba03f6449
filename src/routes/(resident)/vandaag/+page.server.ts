import * as agenda from '#lib/server/agenda/agenda.ts';
import * as diary from '#lib/server/diary/diary.ts';
import * as notices from '#lib/server/notices/notices.ts';
import { today } from '#lib/server/people/today.ts';
import * as pip from '#lib/server/pip/pip.ts';
import { heard } from '#lib/server/recordings/heard.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';
import { nextText } from './next-text.ts';

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => ({
	today: await today(resident(locals), locals.moment),
	agenda: await agenda.soon(resident(locals), locals.moment),
	day: locals.moment.today,
	talk: await pip.talkShown(resident(locals), resident(locals).personId, locals.moment.today),
	heard: await heard(resident(locals), locals.language, (locale) =>
		Object.values(nextText).map((message) => message({}, { locale })),
	),
	asks: await diary.asksHowItGoes(resident(locals), locals.moment),
	unread: await notices.unread(resident(locals), locals.moment.now),
	isAnswered: url.searchParams.has('bedankt'),
	name: locals.account?.name ?? '',
}));
