import { describe, expect, test } from 'vitest';
import { day } from '#lib/law/day.ts';
import { isPipInTime, pipDue } from '#lib/law/pip-clock.ts';

const wi2021 = { stelsel: 'wi2021' } as const;

describe('ten weeks from the notification (B 5.3(1), since 2023-01-01)', () => {
	test('notified 2026-03-02, already in the BRP: due 2026-05-11', () => {
		const due = pipDue({
			...wi2021,
			notifiedOn: day('2026-03-02'),
			brpRegisteredOn: day('2026-02-16'),
		});
		expect(due).toMatchObject({
			state: 'running',
			startedOn: '2026-03-02',
			because: 'notification',
			dueOn: '2026-05-11',
			latestOn: '2026-05-11',
			article: 'B 5.3(1)',
		});
	});

	test('registered on the very day of the notification: it counts from that day', () => {
		const both = day('2026-03-02');
		expect(pipDue({ ...wi2021, notifiedOn: both, brpRegisteredOn: both })).toMatchObject({
			because: 'notification',
			dueOn: '2026-05-11',
		});
	});

	test('not registered yet on that day: from the registration, 2026-04-13, due 2026-06-22', () => {
		const due = pipDue({
			...wi2021,
			notifiedOn: day('2026-03-02'),
			brpRegisteredOn: day('2026-04-13'),
		});
		expect(due).toMatchObject({
			startedOn: '2026-04-13',
			because: 'registration',
			dueOn: '2026-06-22',
		});
	});

	test('a registration years ago does not start it: the notification does', () => {
		const due = pipDue({
			...wi2021,
			notifiedOn: day('2026-03-02'),
			brpRegisteredOn: day('2015-08-01'),
		});
		expect(due).toMatchObject({ startedOn: '2026-03-02' });
	});

	test.each([
		['stillInAzc', { notifiedOn: day('2026-03-02'), inAzc: true }],
		['notRegistered', { notifiedOn: day('2026-03-02') }],
		['notNotified', { brpRegisteredOn: day('2026-03-02') }],
	] as const)('%s: it has not started', (reason, facts) => {
		expect(pipDue({ ...wi2021, ...facts })).toEqual({
			state: 'notStarted',
			reason,
			article: 'B 5.3(1)',
		});
	});

	test('an AZC is not the gemeente of housing, whatever the BRP says (B 5.3(1), W 1)', () => {
		const facts = { notifiedOn: day('2026-03-02'), brpRegisteredOn: day('2026-01-05') };
		expect(pipDue({ ...wi2021, ...facts, inAzc: true })).toMatchObject({ reason: 'stillInAzc' });
	});

	test('ten weeks that end on Hemelvaartsdag 2026-05-14 may run on to Monday 18 May (Atw 1(1), 5)', () => {
		const due = pipDue({
			...wi2021,
			notifiedOn: day('2026-03-05'),
			brpRegisteredOn: day('2026-02-16'),
		});
		expect(due).toMatchObject({ dueOn: '2026-05-14', latestOn: '2026-05-18' });
	});
});

describe('the clock of 2022 counted from the BRP only (B 5.3(1) of Stb. 2021, 410)', () => {
	test('registered 2022-04-04, notified 2022-05-02: due 2022-06-13, not 2022-07-11', () => {
		const due = pipDue({
			...wi2021,
			notifiedOn: day('2022-05-02'),
			brpRegisteredOn: day('2022-04-04'),
		});
		expect(due).toMatchObject({ because: 'registration', dueOn: '2022-06-13' });
	});

	test('the last day of the old rule is 2022-12-31 and the first of the new 2023-01-01', () => {
		const brpRegisteredOn = day('2022-12-05');
		expect(pipDue({ ...wi2021, brpRegisteredOn, notifiedOn: day('2022-12-31') })).toMatchObject({
			startedOn: '2022-12-05',
		});
		expect(pipDue({ ...wi2021, brpRegisteredOn, notifiedOn: day('2023-01-01') })).toMatchObject({
			startedOn: '2023-01-01',
		});
	});

	test('in 2022 waiting for a third party did not help', () => {
		const brpRegisteredOn = day('2022-04-04');
		const due = pipDue({ ...wi2021, brpRegisteredOn, waitingForThirdParty: true });
		expect(due).toMatchObject({ state: 'running', dueOn: '2022-06-13' });
	});

	test('registered before the law and notified in 2022: no rule names a day', () => {
		const facts = { notifiedOn: day('2022-02-07'), brpRegisteredOn: day('2019-06-03') };
		expect(pipDue({ ...wi2021, ...facts })).toMatchObject({
			state: 'notStarted',
			reason: 'registeredBeforeTheLaw',
		});
	});
});

describe('information of a third party (B 5.3(2))', () => {
	const facts = {
		...wi2021,
		notifiedOn: day('2026-03-02'),
		brpRegisteredOn: day('2026-02-16'),
	};

	test('while waiting, no due day is named, only where the ten weeks end', () => {
		expect(pipDue({ ...facts, waitingForThirdParty: true })).toEqual({
			state: 'suspended',
			startedOn: '2026-03-02',
			because: 'notification',
			reason: 'waitingForThirdParty',
			tenWeeksEndOn: '2026-05-11',
			article: 'B 5.3(2)',
		});
	});

	test('it came on 2026-05-20: two weeks later, 2026-06-03', () => {
		const due = pipDue({ ...facts, thirdPartyInformationOn: day('2026-05-20') });
		expect(due).toMatchObject({
			dueOn: '2026-06-03',
			dueBecause: 'thirdPartyInformation',
			article: 'B 5.3(2)',
		});
	});

	test('it came early, on 2026-03-16: the ten weeks stay whole', () => {
		const due = pipDue({ ...facts, thirdPartyInformationOn: day('2026-03-16') });
		expect(due).toMatchObject({ dueOn: '2026-05-11', dueBecause: 'tenWeeks' });
	});
});

describe('a move (B 5.3(3); in 2022 B 5.3(2))', () => {
	test('moved in on 2026-09-07: the new gemeente has until 2026-11-16', () => {
		const due = pipDue({
			...wi2021,
			notifiedOn: day('2026-03-02'),
			brpRegisteredOn: day('2026-02-16'),
			movedInOn: day('2026-09-07'),
		});
		expect(due).toMatchObject({
			because: 'move',
			startedOn: '2026-09-07',
			dueOn: '2026-11-16',
			article: 'B 5.3(3)',
		});
	});

	test('moved in on 2022-09-05: the article was B 5.3(2)', () => {
		const due = pipDue({ ...wi2021, movedInOn: day('2022-09-05') });
		expect(due).toMatchObject({ article: 'B 5.3(2)', dueOn: '2022-11-14' });
	});
});

test('under the law of 2013 there is no PIP (W 54(1))', () => {
	expect(pipDue({ stelsel: 'wi2013', notifiedOn: day('2021-06-01') })).toEqual({
		state: 'otherLaw',
		article: 'W 54(1)',
	});
});

describe('whether the PIP was in time', () => {
	const facts = {
		...wi2021,
		notifiedOn: day('2026-03-02'),
		brpRegisteredOn: day('2026-02-16'),
	};

	test.each([
		['2026-05-11', true],
		['2026-05-12', false],
	])('a PIP of %s: %s', (firstDagtekeningOn, inTime) => {
		expect(isPipInTime({ ...facts, firstDagtekeningOn: day(firstDagtekeningOn) })).toBe(inTime);
	});

	test('without a PIP it cannot be said', () => {
		expect(isPipInTime(facts)).toBeUndefined();
	});

	test('after a move the old plan does not count', () => {
		const moved = { ...facts, movedInOn: day('2026-09-07') };
		const old = day('2026-05-11');
		expect(isPipInTime({ ...moved, firstDagtekeningOn: old, dagtekeningOn: old })).toBeUndefined();
		const dagtekeningOn = day('2026-11-16');
		expect(isPipInTime({ ...moved, firstDagtekeningOn: old, dagtekeningOn })).toBe(true);
	});
});
