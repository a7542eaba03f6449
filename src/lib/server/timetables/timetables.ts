/**
 * Timetables that schools keep in another program, for one person or a cohort: a calendar (iCalendar) or a sheet (CSV,
 * XLSX) is read, shown beside what it said before, and taken over whole or not at all. A timetable has a name; a file
 * changes only what came under that name. The same file again changes nothing.
 */
import type { Staff } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Moment } from '../clock.ts';
import type { Db } from '../db/store.ts';
import { done, type Outcome, refused } from '../errors.ts';
import { isId } from '../id.ts';
import { expectDesk, Late } from '../imports/imports.ts';
import { type Comparison, compare, fingerprint } from './comparing.ts';
import { files, type Kept } from './files.ts';
import { itemsOf, type Owner, plannedElsewhere, type Timetable, timetableOf } from './known.ts';
import { readTimetable } from './reading.ts';
import { settled, write } from './taking-over.ts';

export type { Added, Changed, Comparison } from './comparing.ts';
export { saidNow } from './comparing.ts';
export { expectDesk } from '../imports/imports.ts';
export type { KnownItem } from './known.ts';
export { longest } from './said.ts';
export type { Line, LineProblem, LineWhy, Said, WrongLine } from './said.ts';
export type { Column } from './sheet/columns.ts';
export { template } from './template.ts';

export const clearFiles = files.clear;

/** What somebody says of a file: for whom it is, how the timetable is called, and what it is about. */
export interface About {
	readonly forWhom: agenda.ForWhom;
	readonly name: string;
	readonly kind: agenda.AgendaKind;
}

/** What a page shows before anything is taken over. */
export interface Preview extends Comparison {
	readonly forWhom: agenda.ForWhom;
	readonly name: string;
	/** Whether the timetable came before under this name. */
	readonly isKnown: boolean;
	readonly unreadTitles: readonly string[];
	/** What the form sends along, so that what is taken over is what was shown. */
	readonly seen: string;
}

/** What a page that shows a file was made from, and the items that were ticked on it. */
export interface Taking {
	readonly seen: string;
	/** Of what is gone from the file: what is called off. */
	readonly off: readonly string[];
	/** Of what staff changed too: what becomes as the file says. */
	readonly asFile: readonly string[];
}

/**
 * Reads a file and keeps its lines; gives the id under which they can be looked at. Not found for who is not in the
 * caseload, and for a cohort that the actor does not lead.
 */
export async function readIn(
	actor: Staff,
	about: About,
	file: File | undefined,
	moment: Moment,
): Promise<Outcome<string>> {
	expectDesk(actor);
	await agenda.ownerOf(actor, about.forWhom);
	if (!file) return refused({ file: 'missing' });
	const { kind, ...rest } = about;
	const reading = { kind, today: moment.today };
	const read = await readTimetable(file.name, Buffer.from(await file.arrayBuffer()), reading);
	if ('why' in read) return refused({ file: read.why });
	return done(await files.keep(actor, { ...rest, file: read.file }, moment));
}

/** What a file that was read comes to now; null when it is no longer kept. */
export async function preview(actor: Staff, id: string, moment: Moment): Promise<Preview | null> {
	expectDesk(actor);
	const { read, t } = actor.portal.store;
	const kept = await files.find(actor, read, id, moment);
	if (!kept) return null;
	const owner = await agenda.ownerOf(actor, kept.forWhom);
	const timetable = await timetableOf(t, read, ownerId(owner), kept.name);
	const comparison = await compared(actor, read, kept, owner, timetable, moment);
	const { forWhom, name } = kept;
	const { unreadTitles } = kept.file;
	const seen = fingerprint(comparison);
	return { ...comparison, forWhom, name, isKnown: timetable !== null, unreadTitles, seen };
}

/**
 * Takes over what was shown, all of it in one transaction, and tells each person whom it concerns once; gives how many
 * times came, changed or were called off. Refused with `changedMeanwhile` when it is no longer what was shown, and null when the
 * file is gone.
 */
export async function takeOver(
	actor: Staff,
	id: string,
	taking: Taking,
	moment: Moment,
): Promise<Outcome<number> | null> {
	expectDesk(actor);
	const { store } = actor.portal;
	const first = await files.find(actor, store.read, id, moment);
	const owner = first && (await agenda.ownerOf(actor, first.forWhom));
	try {
		return await store.write(moment.now, async (tx, log) => {
			const about = { actor: actor.id, subject: isId(id) ? id : 'none' };
			const kept = await files.find(actor, tx, id, moment);
			if (!kept || !owner) {
				log({ ...about, action: 'timetable.gone' });
				return null;
			}
			const timetable = await settled(actor, tx, ownerId(owner), kept.name, moment.now);
			const comparison = await compared(actor, tx, kept, owner, timetable, moment);
			if (fingerprint(comparison) !== taking.seen) throw new Late();
			const written = await write(
				actor,
				tx,
				log,
				{ comparison, id, owner, taking, timetable },
				moment,
			);
			await files.forget(actor.portal, tx, id);
			const { wrong } = comparison;
			const detail = { lines: written, wrong: wrong.length };
			log({ ...about, action: 'timetable.take', subject: timetable.id, detail });
			return done(written);
		});
	} catch (problem) {
		if (problem instanceof Late) return refused({ form: 'changedMeanwhile' });
		throw problem;
	}
}

async function compared(
	{ portal }: Staff,
	db: Db,
	{ file }: Kept,
	owner: Owner,
	timetable: Timetable | null,
	moment: Moment,
): Promise<Comparison> {
	const { t } = portal.store;
	const known = await itemsOf(t, db, timetable);
	const elsewhere = await plannedElsewhere(t, db, owner, timetable, file.lines);
	return compare(file, timetable?.id ?? '', known, elsewhere, moment);
}

function ownerId({ cohortId, personId }: Owner): string {
	return personId ?? cohortId ?? '';
}
