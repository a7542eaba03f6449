/**
 * What somebody handed in, as PDF: the receipt with number, day and time, and a letter of bezwaar to sign and send by
 * post, for who would rather use paper (Awb 6:5).
 */
import { renderSVG } from 'uqr';
import type { OfferedLanguage } from '#lib/languages/languages.ts';
import { submissionLabel } from '#lib/languages/labels/submissions.ts';
import { type Label, text } from '#lib/languages/message.ts';
import * as slots from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actor, Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as contacts from '../contacts/contacts.ts';
import { NotFound } from '../errors.ts';
import * as people from '../people/people.ts';
import * as submissions from '../submissions/submissions.ts';
import { typed } from './letters.ts';
import { type Line, type Writer, writerIn } from './lines.ts';
import { press } from './press.ts';
import { type Block, pageMarks, type Sheet } from './sheet.ts';

/** The language beside the Dutch, and the origin of the portal to which the code leads. */
export interface Reading {
	readonly language: OfferedLanguage;
	readonly origin: string;
}

/** The receipt, or null where this machine cannot make a PDF. That staff made one is written down. */
export async function receipt(
	actor: Actor,
	id: string,
	reading: Reading,
	moment: Moment,
): Promise<Uint8Array | null> {
	const submission = await submissions.one(actor, id);
	const pdf = await press(receiptSheet(actor, submission, reading));
	if (pdf && actor.kind === 'staff') {
		await people.logReading(actor, submission.personId, moment.now);
	}
	return pdf;
}

/** A letter against a version of the own plan, with room to write and to sign, or null without a PDF. */
export async function bezwaarLetter(
	actor: Resident,
	version: number,
	reading: Reading,
	moment: Moment,
): Promise<Uint8Array | null> {
	return press(await bezwaarLetterSheet(actor, version, reading, moment));
}

/** The receipt before it is drawn. */
export function receiptSheet(
	actor: Actor,
	submission: submissions.Submission,
	reading: Reading,
): Sheet {
	const write = writerIn(reading.language);
	const { events, kind, receivedOn, receivedTime, reference } = submission;
	const received = {
		number: slots.name(reference),
		day: slots.day(receivedOn),
		time: slots.time(receivedTime),
	};
	const added = events.flatMap((event) =>
		event.words === null
			? []
			: [
					heading(
						write(event.kind === 'added' ? m.submit_added : m.submit_answer, {
							day: slots.day(event.on),
						}),
					),
					paragraph(own(event.words)),
				],
	);
	return sheet(actor, reading, {
		title: submissionLabel[kind],
		name: submission.name,
		on: receivedOn,
		path: `/ingediend/${submission.id}`,
		blocks: [
			{ kind: 'note', line: write(m.submit_receipt, received) },
			...timingBlocks(submission, write),
			...wordsBlocks(submission, write),
			...added,
		],
	});
}

/** The letter before it is drawn. */
export async function bezwaarLetterSheet(
	actor: Resident,
	version: number,
	reading: Reading,
	moment: Moment,
): Promise<Sheet> {
	const person = await people.own(actor);
	const decision = (await submissions.decisions(actor, moment)).find(
		(each) => each.version === version,
	);
	if (!decision) throw new NotFound();
	const write = writerIn(reading.language);
	const { dagtekeningOn, lastOn } = decision;
	const address = await contacts.addressOf(actor, person.id);
	const against = { version: slots.count(version), day: slots.day(dagtekeningOn) };
	const isOver = decision.timing === 'late';
	return sheet(actor, reading, {
		title: m.bezwaar_paper_title,
		name: `${person.givenName} ${person.familyName}`,
		on: moment.today,
		path: '/bezwaar',
		blocks: [
			paragraph(own(`${person.givenName} ${person.familyName}`)),
			paragraph(write(m.bezwaar_paper_address)),
			address === null ? room(1) : paragraph(own(address)),
			paragraph(write(m.bezwaar_paper_against, against)),
			paragraph(write(m.bezwaar_paper_why)),
			room(8),
			...(isOver ? [paragraph(write(m.bezwaar_late_why)), room(3)] : []),
			paragraph(write(m.bezwaar_paper_sign)),
			room(2),
			...(lastOn === null || isOver
				? []
				: [note(write(m.bezwaar_until, { lastOn: slots.day(lastOn) }))]),
			note(write(m.rules_bezwaar_where)),
			note(write(m.rules_bezwaar_copy)),
		],
	});
}

function timingBlocks({ lastOn, timing }: submissions.Submission, write: Writer): Block[] {
	if (timing === 'early') return [paragraph(write(m.bezwaar_was_early))];
	if (timing === null || lastOn === null) return [];
	const said = timing === 'late' ? m.bezwaar_is_late : m.bezwaar_in_time;
	return [paragraph(write(said, { lastOn: slots.day(lastOn) }))];
}

function wordsBlocks(
	{ address, lateReason, words }: submissions.Submission,
	write: Writer,
): Block[] {
	const parts = [
		[m.submit_words, words],
		[m.bezwaar_late_why, lateReason],
		[m.bezwaar_address, address],
	] as const;
	return parts.flatMap(([label, said]) =>
		said === null ? [] : [heading(write(label)), paragraph(own(said))],
	);
}

interface Filling {
	readonly title: Label;
	readonly name: string;
	readonly on: string;
	readonly path: string;
	readonly blocks: readonly Block[];
}

function sheet(
	{ portal }: Actor,
	{ language, origin }: Reading,
	{ blocks, name, on, path, title }: Filling,
): Sheet {
	const write = writerIn(language);
	const address = new URL(path, origin).href;
	const { page, pages } = pageMarks;
	return {
		title: text(title, {}, 'nl'),
		on,
		language,
		sender: { name: portal.tenant.name, logo: null },
		person: typed(name),
		version: write(m.hours_day, { day: slots.day(on) }),
		page: write(m.paper_page_only, { page: slots.name(page), pages: slots.name(pages) }),
		blocks: [{ kind: 'heading', level: 1, line: write(title) }, ...blocks],
		code: {
			line: write(m.paper_code_here),
			svg: renderSVG(address, { ecc: 'M', border: 2 }),
			says: text(m.paper_code_says, { address: slots.name(address) }, 'nl'),
			address,
		},
	};
}

const heading = (line: Line): Block => ({ kind: 'heading', level: 2, line });
const paragraph = (line: Line): Block => ({ kind: 'paragraph', line });
const note = (line: Line): Block => ({ kind: 'note', line });

/** What somebody typed stands once, in whatever language it is. */
function own(words: string): Line {
	return { nl: typed(words), own: null };
}

/** Empty lines to write on. */
function room(lines: number): Block {
	return {
		kind: 'list',
		items: Array.from({ length: lines }, () => [paragraph(own('.'.repeat(90)))]),
	};
}
