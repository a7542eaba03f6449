import * as fc from 'fast-check';

/**
 * The same examples on every machine and every day, so that the same code passes or fails alike; `npm run fuzz` looks
 * for new ones by giving a `PROPERTY_SEED` of its own. What it finds gets a test with that very example.
 */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 20_261_122) });
