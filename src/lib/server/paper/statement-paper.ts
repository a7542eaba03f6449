/**
 * The urenoverzicht as PDF, with the value by which the gemeente that gave it can say whether it is hers. In Dutch for
 * staff; for the person in the mother tongue and in Dutch beside it, but for the lines.
 */
import * as slots from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actor } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as people from '../people/people.ts';
import * as statements from '../statement/statement.ts';
import { framed, type Reading } from './frame.ts';
import { lineBlocks, totalBlocks } from './hours-blocks.ts';
import { writerIn } from './lines.ts';
import { press } from './press.ts';
import type { Sheet } from './sheet.ts';

/**
 * Somebody's overview as it stands today, or null where this machine cannot make a PDF; then none was given. Not found
 * for who may not read the hours. That staff made one is written down as reading the file.
 */
export async function statement(
	actor: Actor,
	reading: Reading,
	moment: Moment,
): Promise<Uint8Array | null> {
	const pdf = await press(await statementSheet(actor, reading, moment));
	if (pdf && actor.kind === 'staff') await people.logReading(actor, reading.personId, moment.now);
	return pdf;
}

/** The same before it is drawn; its check value is given and written down. */
export async function statementSheet(
	actor: Actor,
	reading: Reading,
	moment: Moment,
): Promise<Sheet> {
	const stand = await statements.of(actor, reading.personId, moment);
	const code = await statements.issue(actor, stand, moment);
	const write = writerIn(reading.language);
	const { confirmedMinutes, waitingMinutes } = stand.overview.totals;
	const gemeente = slots.name(stand.gemeenteName);
	return framed(actor.portal.tenant, stand, reading, {
		title: m.statement_title,
		path: '/uren/overzicht',
		blocks: [
			...totalBlocks(stand, write),
			{ kind: 'note', line: write(m.statement_check, { code: slots.name(code) }) },
			{ kind: 'paragraph', line: write(m.statement_check_text, { gemeente }) },
			...lineBlocks(
				stand.confirmed,
				write(m.statement_confirmed, { minutes: slots.minutes(confirmedMinutes) }),
				write,
			),
			...lineBlocks(
				stand.waiting,
				write(m.statement_waiting, { minutes: slots.minutes(waitingMinutes) }),
				write,
			),
		],
	});
}
