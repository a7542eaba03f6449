import { readdirSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import { expect, it } from 'vitest';
import { halves, worldOf } from './which.ts';

const journeys = readdirSync('tests/journeys').filter((name) => name.endsWith('.e2e.ts'));

it('every journey is in one half of them, whatever its name', () => {
	expect(journeys.length).toBeGreaterThan(20);
	const patterns = halves
		.map((half) => worldOf(half).tests)
		.filter((tests) => tests.startsWith('j'));
	for (const name of [...journeys, '0.e2e.ts', 'Upper.e2e.ts', 'Éen.e2e.ts']) {
		const found = patterns.filter((pattern) => matchesGlob(`journeys/${name}`, pattern));
		expect(found, name).toHaveLength(1);
	}
});
