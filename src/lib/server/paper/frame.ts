import { renderSVG } from 'uqr';
import type { OfferedLanguage } from '#lib/languages/languages.ts';
import { type Label, text } from '#lib/languages/message.ts';
import * as slots from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Statement } from '../statement/statement.ts';
import type { Tenant } from '../tenants/tenants.ts';
import { typed } from './letters.ts';
import { writerIn } from './lines.ts';
import { type Block, pageMarks, type Sheet } from './sheet.ts';

/** For whom to read a paper about hours, and the origin of the portal to which its code leads. */
export interface Reading {
	readonly personId: string;
	readonly language: OfferedLanguage;
	readonly origin: string;
}

/** A paper about how somebody's hours stand on a day: whose, of which gemeente, and the page that says the same. */
export function framed(
	tenant: Tenant,
	{ bornOn, familyName, gemeenteName, givenName, on }: Statement,
	{ language, origin }: Reading,
	{ blocks, path, title }: { title: Label; path: string; blocks: readonly Block[] },
): Sheet {
	const write = writerIn(language);
	const address = new URL(path, origin).href;
	const stand = { day: slots.day(on), gemeente: slots.name(gemeenteName) };
	const whose = { name: slots.name(`${givenName} ${familyName}`), day: slots.day(bornOn) };
	const { page, pages } = pageMarks;
	return {
		title: text(title, {}, 'nl'),
		on,
		language,
		sender: { name: tenant.name, logo: null },
		person: typed(`${givenName} ${familyName}`),
		version: write(m.hours_day, { day: slots.day(on) }),
		page: write(m.paper_page_only, { page: slots.name(page), pages: slots.name(pages) }),
		blocks: [
			{ kind: 'heading', level: 1, line: write(title) },
			{ kind: 'paragraph', line: write(m.statement_whose, whose) },
			{ kind: 'paragraph', line: write(m.statement_as_of, stand) },
			...blocks,
		],
		code: {
			line: write(m.paper_code_here),
			svg: renderSVG(address, { ecc: 'M', border: 2 }),
			says: text(m.paper_code_says, { address: slots.name(address) }, 'nl'),
			address,
		},
	};
}
