/**
 * Many people at once, from a file that another program made: read, shown beside what is known, and taken over whole or
 * not at all. A BSN tells who is who; who has the same name and birthday under another BSN is added only when ticked,
 * and nobody is ever merged. The same file again changes nothing.
 */
import type { Staff } from '../../access/access.ts';
import type { Moment } from '../../clock.ts';
import type { Db } from '../../db/store.ts';
import { done, type Outcome, refused } from '../../errors.ts';
import { isId } from '../../id.ts';
import { expectDesk, keptFiles, Late } from '../../imports/imports.ts';
import { dayReader } from '../../spreadsheets/spreadsheets.ts';
import { changeIn } from '../change.ts';
import * as people from '../people.ts';
import { type Comparison, compare, fingerprint } from './comparing.ts';
import { knownFor, type Manager } from './known.ts';
import { type Reading, saidIn } from './line-facts.ts';
import { type PeopleFile, readPeopleFile } from './reading.ts';

export { expectDesk } from '../../imports/imports.ts';
export { type Column, titles } from './columns.ts';
export type { Added, ChangedLine, Comparison, Double, WrongLine } from './comparing.ts';
export type { LineProblem, LineWhy } from './line-facts.ts';
export { template } from './template.ts';

const files = keptFiles<PeopleFile>('person_files', ({ personFiles }) => personFiles);
export const clearFiles = files.clear;

/** What a page shows before anything is taken over. */
export interface Preview extends Comparison {
	readonly unreadTitles: readonly string[];
	/** Klantmanagers, for the names of those to whom people are given. */
	readonly managers: readonly Manager[];
	/** What the form sends along, so that what is taken over is what was shown. */
	readonly seen: string;
}

/** What a page that shows a file was made from, and the lines that were ticked: no double, but somebody else. */
export interface Taking {
	readonly seen: string;
	readonly others: readonly number[];
}

/** How many people came and how many were changed. */
export interface Taken {
	readonly added: number;
	readonly changed: number;
}

/** Reads a file and keeps its lines; gives the id under which they can be looked at. */
export async function readIn(
	actor: Staff,
	file: File | undefined,
	moment: Moment,
): Promise<Outcome<string>> {
	expectDesk(actor);
	if (!file) return refused({ file: 'missing' });
	const read = await readPeopleFile(file.name, Buffer.from(await file.arrayBuffer()));
	if ('why' in read) return refused({ file: read.why });
	return done(await files.keep(actor, read.file, moment));
}

/** What a file that was read comes to now; null when it is no longer kept. */
export async function preview(actor: Staff, id: string, moment: Moment): Promise<Preview | null> {
	expectDesk(actor);
	const { read } = actor.portal.store;
	const kept = await files.find(actor, read, id, moment);
	return kept && previewOf(actor, read, kept, moment);
}

/**
 * Takes over what was shown, all of it in one transaction. Refused with `changedMeanwhile` when it is no longer what was
 * shown, and null when the file is gone.
 */
export async function takeOver(
	actor: Staff,
	id: string,
	{ others, seen }: Taking,
	moment: Moment,
): Promise<Outcome<Taken> | null> {
	expectDesk(actor);
	const { portal } = actor;
	try {
		return await portal.store.write(moment.now, async (tx, log) => {
			const about = { actor: actor.id, subject: isId(id) ? id : 'none' };
			const kept = await files.find(actor, tx, id, moment);
			if (!kept) {
				log({ ...about, action: 'people.fileGone' });
				return null;
			}
			const now = await previewOf(actor, tx, kept, moment);
			if (now.seen !== seen) throw new Late();
			const added = now.added.filter(({ double, line }) => !double || others.includes(line));
			// In one order whatever the file's: two files with the same people then wait for each other, never for ever.
			for (const { klantmanagerId, person } of added.toSorted(by(({ person }) => person.bsn))) {
				const made = await people.addIn(actor, tx, log, person, klantmanagerId, moment.now);
				if (!made.ok) throw new Late();
			}
			for (const { before, changed } of now.changed.toSorted(by(({ before }) => before.id))) {
				if (!(await changeIn(actor, tx, log, before, changed, moment))) throw new Late();
			}
			await files.forget(portal, tx, id);
			const taken = { added: added.length, changed: now.changed.length };
			const detail = { ...taken, wrong: now.wrong.length };
			log({ ...about, action: 'people.file', detail });
			return done(taken);
		});
	} catch (problem) {
		if (problem instanceof Late) return refused({ form: 'changedMeanwhile' });
		throw problem;
	}
}

function by<T>(key: (of: T) => string): (a: T, b: T) => number {
	return (a, b) => (key(a) < key(b) ? -1 : 1);
}

async function previewOf(
	actor: Staff,
	db: Db,
	file: PeopleFile,
	{ today }: Moment,
): Promise<Preview> {
	const days = file.lines.flatMap(({ cells }) => [cells.bornOn, cells.plichtSinceOn]);
	const { gemeenten } = actor.portal.tenant;
	const reading: Reading = {
		today,
		dayWritten: dayReader(days),
		gemeenten: gemeenten.filter((one) => actor.gemeentecodes.includes(one.gemeentecode)),
	};
	const lines = file.lines.map((written) => ({ written, ...saidIn(written, reading) }));
	const said = lines.flatMap((line) => ('said' in line ? [line.said] : []));
	const known = await knownFor(actor, db, said);
	const comparison = compare(actor, lines, known, today);
	const { managers } = known;
	const { unreadTitles } = file;
	return { ...comparison, unreadTitles, managers, seen: fingerprint(comparison) };
}
