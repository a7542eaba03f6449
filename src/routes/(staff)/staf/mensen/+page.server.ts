import * as people from '#lib/server/people/people.ts';
import * as pip from '#lib/server/pip/pip.ts';
import { answer, staff } from '../../../../hooks/answer.ts';
import type { PageServerLoadEvent } from './$types';

const perPage = 50;

export const load = answer(async ({ locals, url }: PageServerLoadEvent) => {
	const actor = staff(locals);
	const sought = (url.searchParams.get('zoek') ?? '').trim().slice(0, 80);
	const everybody = await people.caseload(actor);
	const found = everybody.filter((person) => isNamed(person, sought));
	const pages = Math.max(1, Math.ceil(found.length / perPage));
	const asked = Math.floor(Number(url.searchParams.get('pagina'))) || 1;
	const page = Math.min(pages, Math.max(1, asked));
	const here = found.slice((page - 1) * perPage, page * perPage);
	return {
		sought,
		page,
		pages,
		total: found.length,
		isEmpty: everybody.length === 0,
		lines: await pip.overview(actor, here, locals.moment.today),
	};
});

function isNamed(person: people.Person, sought: string): boolean {
	const name = plain(`${person.givenName} ${person.familyName}`);
	return plain(sought)
		.split(/\s+/)
		.every((part) => name.includes(part));
}

/** As people type a name in a hurry: without capitals and accents. */
function plain(text: string): string {
	return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
