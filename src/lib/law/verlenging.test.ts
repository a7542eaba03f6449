import { describe, expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Facts } from '#lib/law/facts.ts';
import { verlengingAsking, verlengingGrounds } from '#lib/law/verlenging.ts';

const asielB: Facts = {
	stelsel: 'wi2021',
	groep: 'asielstatushouder',
	firstDagtekeningOn: day('2026-05-11'),
	dagtekeningOn: day('2026-05-11'),
	leerroute: 'B',
};

describe('from when on more time can be asked (B 4.5(1))', () => {
	test.each([
		['2026-11-23', 'later'],
		['2028-11-11', 'later'],
		['2028-11-12', 'open'],
		['2029-05-11', 'open'],
		['2029-05-12', 'over'],
	])('on %s it is %s, with a plan of 2026-05-11', (today, state) => {
		expect(verlengingAsking(asielB, day(today))).toEqual({
			state,
			askableFrom: '2028-11-12',
			lastOn: '2029-05-11',
			isExtended: false,
			article: 'B 4.5(1)',
		});
	});

	test('an extended term moves it', () => {
		const facts = { ...asielB, extendedUntil: day('2029-11-12') };
		expect(verlengingAsking(facts, day('2029-05-12'))).toMatchObject({
			state: 'open',
			askableFrom: '2029-05-12',
			lastOn: '2029-11-11',
			isExtended: true,
		});
	});

	test('without a plan there is no term, nor under the law of 2013', () => {
		const none = { state: 'noTermijn' };
		const today = day('2026-11-23');
		expect(verlengingAsking({ ...asielB, firstDagtekeningOn: undefined }, today)).toEqual(none);
		expect(verlengingAsking({ ...asielB, stelsel: 'wi2013' }, today)).toEqual(none);
	});
});

describe('the reasons that can exist (R 4.1(1), B 4.4)', () => {
	const general = [
		'birth',
		'death',
		'homeless',
		'illness',
		'other',
		'provider',
		'several',
		'shelter',
	];

	test.each<[string, Partial<Facts>, readonly string[]]>([
		['asiel, B1-route', {}, ['literacy', 'noOffer', 'almostDone']],
		['asiel, onderwijsroute', { leerroute: 'O' }, ['literacy', 'noStart']],
		['asiel, Z-route', { leerroute: 'Z' }, ['noOffer']],
		['gezin, B1-route', { groep: 'gezinsmigrant' }, ['literacy', 'almostDoneGezin']],
		['gezin, Z-route', { groep: 'gezinsmigrant', leerroute: 'Z' }, []],
		['gezin, no plan yet', { groep: 'gezinsmigrant', leerroute: undefined }, []],
	])('%s', (_, differing, special) => {
		const found = verlengingGrounds({ ...asielB, ...differing }).map(({ key }) => key);
		expect(found.toSorted()).toEqual([...general, ...special].toSorted());
	});

	test('each with its article, none under the law of 2013', () => {
		const articles = verlengingGrounds(asielB).map(({ key, article }) => [key, article]);
		expect(articles).toContainEqual(['noOffer', 'R 4.1(1)g']);
		expect(articles).toContainEqual(['almostDone', 'B 4.4(2)']);
		expect(verlengingGrounds({ ...asielB, stelsel: 'wi2013' })).toEqual([]);
	});
});
