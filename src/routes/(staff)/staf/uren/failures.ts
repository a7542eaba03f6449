import type { Day } from '#lib/law/day.ts';
import type { Staff } from '#lib/server/access/access.ts';
import { NotFound, type ProblemKey } from '#lib/server/errors.ts';
import * as hours from '#lib/server/hours/hours.ts';
import { clean } from '../../../../hooks/fields.ts';

/** One entry for which it did not work, named so that nobody has to guess which of the rows it was. */
export interface Failure {
	readonly entryId: string;
	readonly receiptNumber: string;
	/** Whose and of which day; null where the actor may not see that (any more). */
	readonly about: { readonly name: string; readonly doneOn: Day } | null;
	readonly problem: ProblemKey | undefined;
}

/**
 * What was refused. An entry that the actor may no longer see is called by what stood on the actor's own page
 * (`receipts`), and by nothing else.
 */
export async function failures(
	actor: Staff,
	results: readonly hours.BatchResult[],
	receipts: ReadonlyMap<string, string> = new Map(),
): Promise<Failure[]> {
	const refused = results.flatMap(({ entryId, outcome }) =>
		outcome.ok ? [] : [{ entryId, problem: Object.values(outcome.problems)[0] }],
	);
	return Promise.all(
		refused.map(async ({ entryId, problem }): Promise<Failure> => {
			const found = await hours.nameOf(actor, entryId).catch(unseen);
			const typed = clean(receipts.get(entryId) ?? '').slice(0, 9);
			const receiptNumber = found?.receiptNumber ?? typed;
			const about = found && { name: found.name, doneOn: found.doneOn };
			return { entryId, receiptNumber, about, problem };
		}),
	);
}

function unseen(problem: unknown): null {
	if (problem instanceof NotFound) return null;
	throw problem;
}
