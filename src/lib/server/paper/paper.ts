/**
 * A plan on paper, as PDF: what the page of it says, out of the same texts and facts. The decision is Dutch, which is
 * the text that counts; the plan stands in the mother tongue and in Dutch beside it.
 */
import { renderSVG } from 'uqr';
import type { OfferedLanguage } from '#lib/languages/languages.ts';
import { text } from '#lib/languages/message.ts';
import * as slots from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Actor, permitted } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as people from '../people/people.ts';
import * as pip from '../pip/pip.ts';
import * as progress from '../progress/progress.ts';
import type { Tenant } from '../tenants/tenants.ts';
import * as translations from '../translations/translations.ts';
import { typed } from './letters.ts';
import { writerIn } from './lines.ts';
import { decisionBlocks, planBlocks } from './plan-blocks.ts';
import { press } from './press.ts';
import { pageMarks, type Sheet } from './sheet.ts';

/** The decision in Dutch, or the plan in two languages. */
export const kinds = ['besluit', 'plan'] as const;
export type Kind = (typeof kinds)[number];

/** Which paper, for whom to read, and the origin of the portal to which its code leads. */
export interface Wish {
	readonly personId: string;
	readonly version: number;
	readonly kind: Kind;
	readonly language: OfferedLanguage;
	readonly origin: string;
}

/**
 * A published version as PDF/A-2a, or null where this machine cannot make one. Not found for who may not read the
 * plan and for a version that is not there. That staff made one is written down.
 */
export async function plan(actor: Actor, wish: Wish, moment: Moment): Promise<Uint8Array | null> {
	const pdf = await press(await sheetOf(actor, wish, moment));
	if (pdf && actor.kind !== 'resident') {
		const { kind, personId, version } = wish;
		await actor.portal.store.write(moment.now, async (_tx, log) => {
			const detail = { kind, version };
			log({ actor: actor.id, action: 'paper.read', subject: personId, personId, detail });
		});
	}
	return pdf;
}

/** The same before it is drawn. */
export async function sheetOf(actor: Actor, wish: Wish, { today }: Moment): Promise<Sheet> {
	const { kind, personId } = wish;
	const person = permitted(actor, 'pip.read', await people.find(actor, personId));
	const published = await pip.version(actor, personId, wish.version);
	const language = kind === 'besluit' ? 'nl' : wish.language;
	const pips = await pip.of(actor, personId);
	const shown = pip.shown(person, pips, published, language, today);
	const holds = published.id === pips.current?.id;
	const far = holds ? await progress.of(actor, published) : {};
	const translated = await translations.forReading(actor, personId, language, [published]);
	const write = writerIn(language);
	const blocksOf = kind === 'besluit' ? decisionBlocks : planBlocks;
	const contents = blocksOf(shown, { write, language, translated, far });
	const title = kind === 'besluit' ? m.paper_decision_title : m.plan_title;
	const version = slots.count(shown.version);
	return {
		title: text(title, {}, 'nl'),
		on: shown.dagtekeningOn,
		language,
		sender: senderOf(actor.portal.tenant),
		person: typed(`${person.givenName} ${person.familyName}`),
		version: write(m.paper_version, { version, day: slots.day(shown.dagtekeningOn) }),
		page: write(m.paper_page, {
			version,
			page: slots.name(pageMarks.page),
			pages: slots.name(pageMarks.pages),
		}),
		blocks: [{ kind: 'heading', level: 1, line: write(title) }, ...contents],
		code: codeOf(wish, language),
	};
}

function senderOf({ name }: Tenant): Sheet['sender'] {
	return { name, logo: null };
}

/** The address says nothing of who it is: whoever follows it signs in and sees a plan of their own. */
function codeOf({ origin, version }: Wish, language: OfferedLanguage): Sheet['code'] {
	const address = new URL(`/plan/versie/${version}`, origin).href;
	return {
		line: writerIn(language)(m.paper_code),
		svg: renderSVG(address, { ecc: 'M', border: 2 }),
		says: text(m.paper_code_says, { address: slots.name(address) }, 'nl'),
		address,
	};
}
