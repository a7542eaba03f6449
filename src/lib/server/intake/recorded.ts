import { desc, eq } from 'drizzle-orm';
import type { Day } from '#lib/law/day.ts';
import { permitted, type Staff } from '../access/access.ts';
import { dayOf } from '../clock.ts';
import type { Db } from '../db/store.ts';
import * as people from '../people/people.ts';
import { opened } from './content.ts';
import { type Intake, nothingKnown } from './kinds.ts';

/** What holds now; `number` is 0 and the rest null as long as nobody wrote anything down. */
export interface Recorded {
	readonly intake: Intake;
	/** What a page was made from. */
	readonly number: number;
	/** The id of the account of the member of staff. */
	readonly recordedBy: string | null;
	readonly recordedOn: Day | null;
}

/** What is written down of somebody's brede intake, for who has the caseload. */
export async function of(actor: Staff, personId: string): Promise<Recorded> {
	const { id } = permitted(actor, 'intake.read', await people.find(actor, personId));
	return last(actor, actor.portal.store.read, id);
}

/** As `of`, also in a transaction. */
export async function last({ portal }: Staff, db: Db, personId: string): Promise<Recorded> {
	const { intakes: t } = portal.store.t;
	const its = eq(t.personId, personId);
	const [row] = await db.select().from(t).where(its).orderBy(desc(t.number)).limit(1);
	if (!row) return { intake: nothingKnown, number: 0, recordedBy: null, recordedOn: null };
	const { number, recordedAt, recordedBy } = row;
	return { intake: opened(portal, row), number, recordedBy, recordedOn: dayOf(recordedAt) };
}
