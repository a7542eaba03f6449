/**
 * The letter that lets somebody in for the first time: what to do in pictures and two languages, the square to scan, and
 * the same as digits to type.
 */
import { renderSVG } from 'uqr';
import { isOffered } from '#lib/languages/languages.ts';
import { text } from '#lib/languages/message.ts';
import * as slots from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Staff } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as waysIn from '../ways-in/ways-in.ts';
import { typed } from './letters.ts';
import { writerIn } from './lines.ts';
import pictograms from './pictograms.json' with { type: 'json' };
import { press } from './press.ts';
import { pageMarks, type Sheet } from './sheet.ts';

/** For whom, the origin of the portal, and whether everything that was before ends: a phone is lost. */
export interface LetterWish {
	readonly personId: string;
	readonly origin: string;
	readonly isLost: boolean;
}

/**
 * A new letter as PDF; it works from now on, and an older one no longer. Null where this machine cannot make a PDF: then
 * nothing has changed. Not found for who may not give one.
 */
export async function activationLetter(
	actor: Staff,
	{ isLost, origin, personId }: LetterWish,
	moment: Moment,
): Promise<Uint8Array | null> {
	const prepared = await waysIn.prepare(actor, personId, moment);
	const pdf = await press(letterSheet(prepared, actor.portal.tenant.name, origin, moment));
	if (pdf) await waysIn.issue(actor, prepared, isLost, moment);
	return pdf;
}

/** The same before it is drawn. The secret stands behind the `#`, which a browser sends to nobody. */
export function letterSheet(
	{ code, lastOn, number, person }: waysIn.Prepared,
	sender: string,
	origin: string,
	{ today }: Moment,
): Sheet {
	const language = isOffered(person.language) ? person.language : 'nl';
	const write = writerIn(language);
	const door = new URL('/activeren', origin);
	const shown = `${door.host}${door.pathname}`;
	const address = slots.name(shown);
	const target = `${door.href}#${number}.${code}`;
	const { page, pages } = pageMarks;
	return {
		title: text(m.access_letter_title, {}, 'nl'),
		on: today,
		language,
		sender: { name: sender, logo: null },
		person: typed(`${person.givenName} ${person.familyName}`),
		version: write(m.hours_day, { day: slots.day(today) }),
		page: write(m.paper_page_only, { page: slots.name(page), pages: slots.name(pages) }),
		blocks: [
			{ kind: 'heading', level: 1, line: write(m.access_letter_title) },
			{ kind: 'paragraph', line: write(m.access_letter_intro) },
			step('scan', write(m.access_letter_scan)),
			step('type', write(m.access_letter_type, { address })),
			{ kind: 'digits', line: write(m.access_number), digits: waysIn.grouped(number, 4) },
			{ kind: 'digits', line: write(m.access_code), digits: waysIn.grouped(code, 3) },
			step('device', write(m.access_device_text)),
			step('secret', write(m.access_letter_secret)),
			step('help', write(m.access_letter_help)),
			{ kind: 'note', line: write(m.access_letter_until, { day: slots.day(lastOn) }) },
		],
		code: {
			line: write(m.access_letter_code),
			svg: renderSVG(target, { ecc: 'M', border: 2 }),
			says: text(m.paper_code_says, { address }, 'nl'),
			address: shown,
			isLarge: true,
			target,
		},
	};
}

function step(
	pictogram: keyof typeof pictograms,
	line: Extract<Sheet['blocks'][number], { kind: 'step' }>['line'],
) {
	return { kind: 'step', line, pictogram: pictograms[pictogram] } as const;
}
