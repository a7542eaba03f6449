import * as dossiers from '#lib/server/dossier/dossier.ts';
import { answer, resident } from '../../../../hooks/answer.ts';
import type { PageServerLoad } from './$types';

export const load = answer(async ({ locals }) => {
	const actor = resident(locals);
	return { dossier: await dossiers.of(actor, actor.personId, locals.moment) };
}) satisfies PageServerLoad;
