import { answer, resident } from '../../../../hooks/answer.ts';
import { browserOf } from './browser-of.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals, request }: PageServerLoadEvent) => {
	resident(locals);
	return { browser: browserOf(request.headers.get('user-agent')) };
});
