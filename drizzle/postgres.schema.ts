import { postgresSchema } from '../src/lib/server/db/schema.ts';

export const {
	accounts,
	sessions,
	keptForms,
	audit,
	people,
	pipDrafts,
	pips,
	hourDrafts,
	hourEntries,
	hourEvents,
	proofs,
} = postgresSchema;
