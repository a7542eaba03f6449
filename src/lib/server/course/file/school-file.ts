/**
 * The attendance of many people at once, from a school's file: read, shown beside what there is, and taken over whole
 * or not at all. Between reading and taking over its lines are kept sealed, for the one who read it and for a day. The
 * same file again changes nothing.
 */
import { isBefore } from '#lib/law/day.ts';
import type { Staff } from '../../access/access.ts';
import type { Moment } from '../../clock.ts';
import type { Db } from '../../db/store.ts';
import { done, type Outcome, refused } from '../../errors.ts';
import { isId } from '../../id.ts';
import { expectDesk, keptFiles, Late } from '../../imports/imports.ts';
import { add } from '../add.ts';
import { rowsOf } from '../lines.ts';
import { type Comparison, compare, fingerprint } from './comparing.ts';
import { type Missing, missingFrom } from './missing.ts';
import type { FileFacts } from './line-statement.ts';
import { findPeople } from './people-named.ts';
import { readSchoolFile, type SchoolFile } from './reading.ts';

export { expectDesk } from '../../imports/imports.ts';
export type { Change, Comparison, LineProblem, WrongLine } from './comparing.ts';
export type { Missing } from './missing.ts';
export type { FileFacts } from './line-statement.ts';

interface Kept {
	readonly facts: FileFacts;
	readonly file: SchoolFile;
}

const files = keptFiles<Kept>('course_files', ({ courseFiles }) => courseFiles);
export const clearFiles = files.clear;

/** What a page shows before anything is taken over. */
export interface Preview extends Comparison {
	readonly facts: FileFacts;
	readonly unreadTitles: readonly string[];
	/** Lines of this school in the days of the file that the file does not have; nothing happens to them. */
	readonly missing: readonly Missing[];
	/** What the form sends along, so that what is taken over is what was shown. */
	readonly seen: string;
}

/** Reads a school's file and keeps its lines; gives the id under which they can be looked at. */
export async function readIn(
	actor: Staff,
	facts: FileFacts,
	file: File | undefined,
	moment: Moment,
): Promise<Outcome<string>> {
	expectDesk(actor);
	if (isBefore(moment.today, facts.sourceOn)) return refused({ sourceOn: 'future' });
	if (!file) return refused({ file: 'missing' });
	const read = await readSchoolFile(file.name, Buffer.from(await file.arrayBuffer()));
	if ('why' in read) return refused({ file: read.why });
	return done(await files.keep(actor, { facts, file: read.file }, moment));
}

/** What a file that was read comes to now; null when it is no longer kept. */
export async function preview(actor: Staff, id: string, moment: Moment): Promise<Preview | null> {
	expectDesk(actor);
	const { read } = actor.portal.store;
	const kept = await files.find(actor, read, id, moment);
	return kept && previewOf(actor, read, kept, moment);
}

/**
 * Takes over what was shown, all of it in one transaction; gives how many lines that were. Refused with
 * `changedMeanwhile` when it is no longer what was shown, and null when the file is gone.
 */
export async function takeOver(
	actor: Staff,
	id: string,
	seen: string,
	moment: Moment,
): Promise<Outcome<number> | null> {
	expectDesk(actor);
	const { store } = actor.portal;
	try {
		return await store.write(moment.now, async (tx, log) => {
			const about = { actor: actor.id, subject: isId(id) ? id : 'none' };
			const kept = await files.find(actor, tx, id, moment);
			if (!kept) {
				log({ ...about, action: 'course.fileGone' });
				return null;
			}
			const now = await previewOf(actor, tx, kept, moment);
			if (now.seen !== seen) {
				log({ ...about, action: 'course.late' });
				return refused({ form: 'changedMeanwhile' });
			}
			for (const change of now.changes) {
				const { number, personId, replaces, statement } = change;
				await add(actor, tx, log, { number, personId, replaces, statement }, moment.now);
			}
			await files.forget(actor.portal, tx, id);
			const { length: lines } = now.changes;
			log({ ...about, action: 'course.file', detail: { lines, wrong: now.wrong.length } });
			return done(lines);
		});
	} catch (problem) {
		if (problem instanceof Late) return refused({ form: 'changedMeanwhile' });
		throw problem;
	}
}

async function previewOf(
	actor: Staff,
	db: Db,
	{ facts, file }: Kept,
	{ today }: Moment,
): Promise<Preview> {
	const find = await findPeople(actor, db, file.lines);
	const found = file.lines.map(find).filter((each) => typeof each !== 'string');
	const ids = [...new Set(found.map(({ person }) => person.id))];
	const rows = await rowsOf(actor.portal.store.t, db, ids);
	const comparison = compare(file.lines, facts, find, rows, today);
	return {
		...comparison,
		facts,
		unreadTitles: file.unreadTitles,
		missing: await missingFrom(actor, db, file.lines, facts, find),
		seen: fingerprint(comparison.changes),
	};
}
