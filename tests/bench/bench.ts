/**
 * How fast the portal is, as figures beside each other of one run: `npm run bench`, or one of its parts,
 * `npm run bench -- paper|ledger|uploads|lighthouse`. Ends with 1 when a bound is not met.
 */
import { build } from '../tools/build.ts';

const parts = {
	paper: async () => (await import('./paper.ts')).paper(),
	ledger: async () => (await import('./ledger.ts')).ledger(),
	uploads: async () => (await import('./uploads.ts')).uploads(),
	lighthouse: async () => (await import('./lighthouse.ts')).lighthouse(),
};

const asked = process.argv[2];
build();
for (const [name, part] of Object.entries(parts)) {
	if (asked !== undefined && asked !== name) continue;
	if (!(await part())) process.exitCode = 1;
}
