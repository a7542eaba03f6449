import { postgresSchema } from '../src/lib/server/db/schema.ts';

export const {
	accounts,
	sessions,
	keptForms,
	audit,
	people,
	groepChanges,
	pipDrafts,
	pips,
	hourDrafts,
	hourEntries,
	hourEvents,
	proofs,
	understandings,
	readings,
} = postgresSchema;
