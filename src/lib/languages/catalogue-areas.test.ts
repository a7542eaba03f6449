import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { check, type Catalogues } from './catalogue.ts';
import { allowances } from './catalogue/allowances.ts';
import { languagesOffered } from './languages.ts';

const isForStaff = (key: string) =>
	allowances.dutchOnlyAreas.some((area) => key.startsWith(`${area}_`));

/** Pages behind a link that read Dutch: the organisation where somebody helps. */
const hosts = 'src/routes/(public)/organisatie/';

it('no page of the resident and no component uses a text that only staff read', () => {
	const files = globSync(['src/routes/(public)/**', 'src/routes/(resident)/**', 'src/lib/ui/**'])
		.filter((file) => /\.(svelte|ts)$/.test(file))
		.toSorted();
	expect(files.length).toBeGreaterThan(20);
	const used = files.flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/\bm\.(\w+)/g)].map(([, key = '']) => ({ file, key })),
	);
	expect(used.length).toBeGreaterThan(50);
	const isOfHost = (file: string, key: string) => file.startsWith(hosts) && key.startsWith('host_');
	expect(used.filter(({ file, key }) => isForStaff(key) && !isOfHost(file, key))).toEqual([]);
});

it('a text that only staff read may be Dutch alone, but must be there in Dutch', () => {
	const empty = Object.fromEntries(languagesOffered.map((tag) => [tag, {}])) as Catalogues;
	const allowed = { long: [], sameAsDutch: [], dutchOnlyAreas: ['queue'] };
	expect(check({ ...empty, nl: { queue_title: 'Werk' } }, allowed)).toEqual([]);
	expect(check({ ...empty, nl: { today_title: 'Dag' } }, allowed)).toHaveLength(
		languagesOffered.length - 1,
	);
	expect(check({ ...empty, ar: { queue_title: 'عمل' } }, allowed)).toMatchObject([
		{ rule: 'missing', language: 'nl' },
	]);
});
