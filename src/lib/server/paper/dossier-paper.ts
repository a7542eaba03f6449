/**
 * The dossier of the eindgesprek as PDF: in Dutch for the klantmanager, for the person in the mother tongue and in
 * Dutch beside it.
 */
import {
	ballLabel,
	missingTold,
	stepSourceLabel,
	stepTold,
} from '#lib/languages/labels/dossier.ts';
import { noNormLabel } from '#lib/languages/labels/hours.ts';
import * as slots from '#lib/languages/slots.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Actor } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import * as dossiers from '../dossier/dossier.ts';
import { NotFound } from '../errors.ts';
import * as people from '../people/people.ts';
import { framed, type Reading } from './frame.ts';
import { lineBlocks, reportedBlocks } from './hours-blocks.ts';
import { type Writer, writerIn } from './lines.ts';
import { press } from './press.ts';
import type { Block, Sheet } from './sheet.ts';

/**
 * Somebody's dossier as it stands today, or null where this machine cannot make a PDF. Not found for who may not read
 * it, and on another leerroute. That staff made one is written down as reading the file.
 */
export async function dossier(
	actor: Actor,
	reading: Reading,
	moment: Moment,
): Promise<Uint8Array | null> {
	const pdf = await press(await dossierSheet(actor, reading, moment));
	if (pdf && actor.kind === 'staff') await people.logReading(actor, reading.personId, moment.now);
	return pdf;
}

/** The same before it is drawn. */
export async function dossierSheet(actor: Actor, reading: Reading, moment: Moment): Promise<Sheet> {
	const found = await dossiers.of(actor, reading.personId, moment);
	if (found.leerroute !== 'Z') throw new NotFound();
	const { statement } = found;
	const write = writerIn(reading.language);
	const { confirmedMinutes } = statement.overview.totals;
	const title = write(m.statement_confirmed, { minutes: slots.minutes(confirmedMinutes) });
	return framed(actor.portal.tenant, statement, reading, {
		title: m.dossier_title,
		path: '/uren/dossier',
		blocks: [
			...missingBlocks(found, write),
			...inBlocks(found, write),
			...howBlocks(write),
			...lineBlocks(statement.confirmed, title, write),
		],
	});
}

function missingBlocks({ missing, steps }: dossiers.Dossier, write: Writer): Block[] {
	if (missing.length === 0) return [{ kind: 'note', line: write(m.dossier_all_in) }];
	return [
		{ kind: 'heading', level: 2, line: write(m.dossier_missing) },
		{
			kind: 'list',
			items: missing.map((one) => [
				...missingTold(one, steps).map((told): Block => ({
					kind: 'paragraph',
					line: write(told.message, told.slots),
				})),
				{ kind: 'tag', line: write(ballLabel[one.ball]) },
			]),
		},
	];
}

function inBlocks({ statement, steps }: dossiers.Dossier, write: Writer): Block[] {
	const { course, overview } = statement;
	const { norm, totals } = overview;
	const hours = norm.applies
		? write(m.dossier_in_hours, {
				done: slots.minutes(totals.confirmedMinutes),
				norm: slots.minutes(norm.minutes),
			})
		: write(noNormLabel[norm.reason]);
	const lessons = {
		done: slots.minutes(course.totalMinutes),
		norm: slots.minutes(course.normMinutes ?? 0),
	};
	return [
		{ kind: 'heading', level: 2, line: write(m.dossier_in) },
		{ kind: 'paragraph', line: write(m.dossier_in_course, lessons) },
		{ kind: 'paragraph', line: hours },
		...reportedBlocks(statement.reported, write),
		{
			kind: 'list',
			items: steps
				.filter(({ kind }) => kind !== 'eindgesprekPlanned')
				.map((step) => [
					...stepTold(step).map((told): Block => ({
						kind: 'paragraph',
						line: write(told.message, told.slots),
					})),
					{ kind: 'tag', line: write(stepSourceLabel[step.source]) },
				]),
		},
	];
}

function howBlocks(write: Writer): Block[] {
	return [
		{ kind: 'heading', level: 2, line: write(m.dossier_how) },
		{ kind: 'paragraph', line: write(m.dossier_how_talk) },
		{ kind: 'paragraph', line: write(m.dossier_how_after) },
		{ kind: 'paragraph', line: write(m.dossier_how_take) },
	];
}
