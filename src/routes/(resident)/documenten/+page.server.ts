import * as documents from '#lib/server/documents/documents.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals }: PageServerLoadEvent) => ({
	documents: await documents.own(resident(locals), locals.moment),
	years: documents.keptYears(locals.moment.today),
}));
