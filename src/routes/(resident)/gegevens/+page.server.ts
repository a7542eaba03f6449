import * as contacts from '#lib/server/contacts/contacts.ts';
import * as people from '#lib/server/people/people.ts';
import { readers } from '#lib/server/people/readers.ts';
import * as sending from '#lib/server/sending/sending.ts';
import { answer, resident } from '../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const actor = resident(locals);
	const { bornOn, familyName, givenName, groepDetail, language } = await people.own(actor);
	const [last] = await sending.choices(actor, actor.personId, 'decisions');
	return {
		name: `${givenName} ${familyName}`,
		bornOn,
		groepDetail,
		speaks: language,
		bsnTail: await people.bsnTail(actor, actor.personId),
		own: await contacts.own(actor),
		readers: await readers(actor),
		portalSince: last?.way === 'portal' ? last.chosenOn : null,
		isChanged: url.searchParams.has('veranderd'),
	};
});
