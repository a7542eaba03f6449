import { expect, it } from 'vitest';
import { dayReader } from './days.ts';

it.each<[string, string[], (string | null)[]]>([
	['the Dutch way', ['31/10/2026', '05/04/1990'], ['2026-10-31', '1990-04-05']],
	['the American way', ['10/31/2026', '05/04/1990'], ['2026-10-31', '1990-05-04']],
	[
		'the American way, with one that is no day',
		['10/31/2026', '05/04/1990', '13/13/1990'],
		['2026-10-31', '1990-05-04', null],
	],
	[
		'both ways, so that some can be either',
		['10/31/2026', '31/10/2026', '05/04/1990', '05/05/1990', '5-4-1990'],
		[null, '2026-10-31', null, '1990-05-05', '1990-04-05'],
	],
	['a way that nobody can tell', ['05/04/1990'], ['1990-04-05']],
])('reads the days of a sheet that writes %s', (_, texts, days) => {
	expect(texts.map(dayReader(texts))).toEqual(days);
});
