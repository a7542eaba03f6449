import { describe, expect, it } from 'vitest';
import { calendar, event, times } from './test-calendar.ts';

describe('the time of an event', () => {
	it.each([
		['UTC', 'DTSTART:20261006T070000Z', '2026-10-06 09:00'],
		['UTC, in winter', 'DTSTART:20261103T080000Z', '2026-11-03 09:00'],
		['no zone: the clock here', 'DTSTART:20261006T090000', '2026-10-06 09:00'],
		['another zone', 'DTSTART;TZID=Europe/London:20261006T080000', '2026-10-06 09:00'],
		['another day there', 'DTSTART;TZID=Asia/Tokyo:20261007T010000', '2026-10-06 18:00'],
		[
			'a prefix',
			'DTSTART;TZID=/mozilla.org/20050126_1/Europe/London:20261006T080000',
			'2026-10-06 09:00',
		],
		[
			'another prefix',
			'DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Amsterdam:20261006T090000',
			'2026-10-06 09:00',
		],
		['a name of Windows', 'DTSTART;TZID=Romance Standard Time:20261006T090000', '2026-10-06 09:00'],
	])('in %s', (_name, start, time) => {
		const days = start.includes('1103') ? '2026-11-03' : time.slice(0, 10);
		expect(times(calendar(...event(start, 'DTEND:', 'DURATION:PT1H30M')))).toEqual([
			`${days} ${time.slice(11)} 90`,
		]);
	});

	const described = (rule: string) => [
		...['BEGIN:VTIMEZONE', 'TZID:Ons gebouw', 'BEGIN:STANDARD', 'DTSTART:16011028T030000', rule],
		...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'END:STANDARD', 'BEGIN:DAYLIGHT'],
		...['DTSTART:16010325T020000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3'],
		...['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'END:DAYLIGHT', 'END:VTIMEZONE'],
	];
	const inBuilding = event('DTSTART;TZID=Ons gebouw:20261027T090000', 'DTEND:', 'DURATION:PT1H');

	it('in a zone that the file describes', () => {
		const zone = described('RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10');
		expect(times(calendar(...zone, ...inBuilding))).toEqual(['2026-10-27 09:00 60']);
	});

	it.each(['RRULE:FREQ=SECONDLY', 'RRULE:FREQ=YEARLY;BYDAY=5SU;BYMONTH=2', 'RRULE:x'])(
		'not in one whose clocks change by %s',
		(rule) => {
			expect(times(calendar(...described(rule), ...inBuilding))).toEqual(['unknownZone']);
		},
	);

	it.each([
		['a zone of nobody', event('DTSTART;TZID=Mars/Base:20261006T090000'), 'unknownZone'],
		['a whole day', event('DTSTART;VALUE=DATE:20261006', 'DTEND;VALUE=DATE:20261007'), 'allDay'],
		['no begin', event('DTSTART:'), 'noBegin'],
		['no end', event('DTEND:'), 'noEnd'],
		['an end before the begin', event('DTEND:20261006T060000Z'), 'endBeforeBegin'],
		['days on end', event('DTEND:20261009T060000Z'), 'tooMany'],
		['a moment', event('DTEND:20261006T070100Z'), 'tooFew'],
		['a day that is none', event('DTSTART:20260231T090000'), 'eventDamaged'],
		['a far year', event('DTSTART:20990106T090000Z', 'DTEND:20990106T100000Z'), 'agendaTooFar'],
		['rubbish', event('DTSTART:morgen'), 'eventDamaged'],
	])('is told when it is %s', (_name, lines, why) => {
		expect(times(calendar(...lines))).toEqual([why]);
	});
});

describe('an event that comes again', () => {
	const weekly = 'RRULE:FREQ=WEEKLY;COUNT=4';

	it('stays at its time in its own zone when the clocks change here on another day', () => {
		const rule = 'RRULE:FREQ=WEEKLY;COUNT=2';
		const there = event(
			'DTSTART;TZID=America/New_York:20261021T090000',
			'DTEND;TZID=America/New_York:20261021T100000',
			rule,
		);
		expect(times(calendar(...there))).toEqual(['2026-10-21 15:00 60', '2026-10-28 14:00 60']);
	});

	it.each([
		['a last time in UTC', 'RRULE:FREQ=WEEKLY;UNTIL=20261020T070000Z', 3],
		['a last time in UTC before it', 'RRULE:FREQ=WEEKLY;UNTIL=20261020T065959Z', 2],
		['a last day', 'RRULE:FREQ=WEEKLY;UNTIL=20261020', 3],
		['a last time of the zone', 'RRULE:FREQ=WEEKLY;UNTIL=20261020T090000', 3],
		['a number', 'RRULE:FREQ=DAILY;INTERVAL=2;COUNT=5', 5],
		['no end: a year', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=6', 12],
	])('ends with %s', (_name, rule, count) => {
		expect(times(calendar(...event(rule)))).toHaveLength(count);
	});

	it('leaves out and adds single times, also as days', () => {
		const lines = event(
			weekly,
			'EXDATE:20261013T070000Z',
			'EXDATE;VALUE=DATE:20261020',
			'RDATE;TZID=Europe/Amsterdam:20261030T130000',
		);
		expect(times(calendar(...lines))).toEqual([
			'2026-10-06 09:00 180',
			'2026-10-27 09:00 180',
			'2026-10-30 13:00 180',
		]);
	});

	it('has single times moved, called off, and one whose series is elsewhere', () => {
		const moved = event(
			'RECURRENCE-ID:20261013T070000Z',
			'DTSTART:20261014T080000Z',
			'DTEND:20261014T090000Z',
		);
		const off = event(
			'RECURRENCE-ID;VALUE=DATE:20261020',
			'STATUS:CANCELLED',
			'DTSTART;TZID=Europe/Amsterdam:20261020T090000',
			'DTEND:',
		);
		const alone = event('UID:b', 'RECURRENCE-ID:20261013T070000Z');
		const file = calendar(...event(weekly), ...moved, ...off, ...alone);
		expect(times(file)).toEqual([
			'2026-10-06 09:00 180',
			'2026-10-14 10:00 60',
			'2026-10-20 09:00 180 off',
			'2026-10-27 09:00 180',
			'2026-10-06 09:00 180',
		]);
		const keys = 'file' in file ? file.file.lines.map(({ key }) => key) : [];
		expect(keys[1]).toBe('a 2026-10-13');
		expect(new Set(keys).size).toBe(5);
	});

	it('of two that move the same time follows the one that was written last (RFC 5546 2.1.4)', () => {
		const to = (sequence: number, hour: string) =>
			event(
				'RECURRENCE-ID:20261013T070000Z',
				`SEQUENCE:${sequence}`,
				`DTSTART:20261013T${hour}0000Z`,
				'DTEND:',
				'DURATION:PT1H',
			);
		for (const moves of [
			[to(2, '12'), to(10, '08')],
			[to(10, '08'), to(2, '12')],
		])
			expect(times(calendar(...event('RRULE:FREQ=WEEKLY;COUNT=2'), ...moves.flat()))).toEqual([
				'2026-10-06 09:00 180',
				'2026-10-13 10:00 60',
			]);
	});

	it.each([
		['many in a second', 'RRULE:FREQ=SECONDLY', 'ruleUnread'],
		['by the year', 'RRULE:FREQ=YEARLY', 'ruleUnread'],
		['no rule', 'RRULE:FREQ=NOW', 'ruleUnread'],
		['no number', 'RRULE:FREQ=DAILY;COUNT=-1', 'ruleUnread'],
		['no end', 'RRULE:FREQ=DAILY;UNTIL=eens', 'ruleUnread'],
		['a 30th of February', 'RRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30', 'ruleUnread'],
		['periods', 'RDATE;VALUE=PERIOD:20261006T090000Z/PT1H', 'ruleUnread'],
		['a rule of what is left out', 'EXRULE:FREQ=DAILY', 'ruleUnread'],
		['all from then on', 'RECURRENCE-ID;RANGE=THISANDFUTURE:20261013T070000Z', 'fromThenOn'],
	])('is told when it comes with %s', (_name, line, why) => {
		expect(times(calendar(...event(line)))).toContain(why);
	});

	it('is told once with a number in its name, and the others are read', () => {
		const file = calendar(
			...event('UID:vakantie', 'SUMMARY:Herfstvakantie\\, vrij', 'DTSTART;VALUE=DATE:20261019'),
			...event('UID:goed'),
			...event('UID:goed', 'DTSTART:20261007T070000Z', 'DTEND:20261007T100000Z'),
		);
		expect('file' in file ? file.file.wrong : file).toEqual([
			{
				line: 3,
				name: 'Herfstvakantie, vrij',
				group: 'vakantie',
				problems: [{ column: null, why: 'allDay' }],
			},
			{
				line: 14,
				name: 'goed',
				group: 'goed',
				problems: [{ column: null, why: 'doubleInFile', otherLine: 9 }],
			},
		]);
		expect(times(file)[0]).toBe('2026-10-06 09:00 180');
	});
});
