import { and, eq, sql } from 'drizzle-orm';
import type { Staff } from '../access/access.ts';
import * as agenda from '../agenda/agenda.ts';
import type { Moment } from '../clock.ts';
import type { Db, Log } from '../db/store.ts';
import { newId } from '../id.ts';
import { Late } from '../imports/imports.ts';
import type { Comparison } from './comparing.ts';
import { type KnownItem, nameKey, type Owner, type Timetable, timetableOf } from './known.ts';
import type { Said } from './said.ts';
import { tell, type Told } from './telling.ts';

interface Taken {
	readonly comparison: Comparison;
	/** Of the file, so that it is told of once. */
	readonly id: string;
	readonly owner: Owner;
	readonly taking: { readonly off: readonly string[]; readonly asFile: readonly string[] };
	readonly timetable: Timetable;
}

/** The timetable by its name, made where it is new; nobody else takes over a file of it until the transaction ends. */
export async function settled(
	{ id: createdBy, portal }: Staff,
	tx: Db,
	ownerId: string,
	name: string,
	createdAt: number,
): Promise<Timetable> {
	const { t } = portal.store;
	const row = { id: newId(), ownerId, name, nameKey: nameKey(name), createdBy, createdAt };
	await tx.insert(t.timetables).values(row).onConflictDoNothing();
	const found = await timetableOf(t, tx, ownerId, name);
	if (!found) throw new Error('the timetable did not come back');
	const { timetables: one } = t;
	await tx.update(one).set({ name: found.name }).where(eq(one.id, found.id));
	return found;
}

/** Writes what a comparison says, and what was ticked; gives how many times came, changed or were called off. */
export async function write(
	actor: Staff,
	tx: Db,
	log: Log,
	{ comparison, id, owner, taking, timetable }: Taken,
	moment: Moment,
): Promise<number> {
	const told: Told[] = [];
	for (const { line, sourceKey } of comparison.added) {
		const { said } = line;
		const { isCancelled: _isCancelled, ...rest } = said;
		const planned = { ...rest, rule: null, until: null, ...nobodyInterprets, bring: [] };
		const made = agenda.rowOf(actor, owner, planned, said.on, moment.now);
		await agenda.add(actor, tx, log, { ...made, source: 'file', sourceKey });
		await remember(actor, tx, made.id, timetable, said, moment.now);
		const key = `${made.id}.${said.on}`;
		told.push({ what: 'agendaNew', key, on: said.on, at: said.at, was: said.on });
	}
	const asFile = comparison.byHand.filter(({ known }) => taking.asFile.includes(known.item.id));
	for (const { known, line } of [...comparison.changed, ...asFile])
		told.push(await become(known, line.said));
	for (const known of comparison.gone.filter(({ item }) => taking.off.includes(item.id)))
		told.push(await become(known, { ...known.said, isCancelled: true }, known));
	await tell(actor.portal, tx, owner, told, id, moment.now);
	return told.length;

	/** What is called off as gone keeps the day and place at which it stands. */
	async function become(known: KnownItem, said: Said, stays?: KnownItem): Promise<Told> {
		const { item, now } = known;
		const { address, at, minutes, on, place, withWhom } = stays ? now : said;
		const { isCancelled } = said;
		const reason = 'otherReason';
		const to: agenda.Change = { on, at, minutes, place, address, withWhom, isCancelled, reason };
		const subject = stays ? item.subject : said.subject;
		const row = await renamed(item.id, now.revision, { subject, kind: said.kind }, item);
		const seen = { revision: row, exceptionRevision: now.exceptionRevision };
		const changed = await agenda.writeChange(
			actor,
			tx,
			log,
			{ ...item, subject },
			now,
			to,
			moment.now,
			seen,
		);
		if (!changed.ok) throw new Late();
		await remember(actor, tx, item.id, timetable, said, moment.now);
		const what = isCancelled ? 'agendaCancelled' : 'agendaMoved';
		return { what, key: now.key, on, at, was: now.on };
	}

	/** The revision of the item after it got another subject or kind; these are no part of what one occurrence changes. */
	async function renamed(
		itemId: string,
		revision: number,
		to: Pick<Said, 'subject' | 'kind'>,
		from: Pick<Said, 'subject' | 'kind'>,
	): Promise<number> {
		if (to.subject === from.subject && to.kind === from.kind) return revision;
		const { agendaItems: t } = actor.portal.store.t;
		const set = { ...to, revision: sql`${t.revision} + 1` };
		const [row] = await tx
			.update(t)
			.set(set)
			.where(and(eq(t.id, itemId), eq(t.revision, revision)))
			.returning({ revision: t.revision });
		if (!row) throw new Late();
		return row.revision;
	}
}

const nobodyInterprets = { interpreter: 'none', interpreterLanguage: null } as const;

async function remember(
	{ portal }: Staff,
	tx: Db,
	itemId: string,
	{ id: timetableId }: Timetable,
	said: Said,
	saidAt: number,
) {
	const { timetableLines: t } = portal.store.t;
	const row = { itemId, timetableId, said, saidAt };
	await tx.insert(t).values(row).onConflictDoUpdate({ target: t.itemId, set: { said, saidAt } });
}
