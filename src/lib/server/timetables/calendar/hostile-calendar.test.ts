import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCalendar } from './reading.ts';
import { calendar, event, reading, readText, times } from './test-calendar.ts';

describe('a hostile calendar', () => {
	const many = (count: number, line: string) => Array.from({ length: count }, () => line);

	it.each([
		['nothing', [''], 'calendarDamaged'],
		['something else', ['Naam;Datum', 'x;y'], 'calendarDamaged'],
		['never closed', ['BEGIN:VCALENDAR', ...event().slice(0, -1)], 'calendarDamaged'],
		['closed crosswise', ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'END:VCALENDAR'], 'calendarDamaged'],
		['an event alone', event(), 'calendarDamaged'],
		['nested', many(10_000, 'BEGIN:VCALENDAR'), 'calendarDamaged'],
		['without events', ['BEGIN:VCALENDAR', 'END:VCALENDAR'], 'calendarEmpty'],
		['too many lines', ['BEGIN:VCALENDAR', ...many(200_001, 'X:1')], 'calendarTooLarge'],
		[
			'too many properties',
			['BEGIN:VCALENDAR', 'BEGIN:VEVENT', ...many(600, 'EXDATE:20261006')],
			'calendarTooMany',
		],
	])('%s is refused with a sentence', (_name, lines, why) => {
		expect(times(readText(lines.join('\r\n')))).toEqual([why]);
	});

	it.each([
		['100,000 events', Array.from({ length: 100_000 }, () => event().join('\r\n'))],
		['6,000 events', Array.from({ length: 6_000 }, (_, nth) => event(`UID:${nth}`).join('\r\n'))],
		[
			'rules without end',
			Array.from({ length: 400 }, (_, nth) =>
				event(
					`UID:${nth}`,
					'DTSTART:19700101T090000Z',
					'DTEND:19700101T100000Z',
					'RRULE:FREQ=DAILY',
				).join('\r\n'),
			),
		],
		[
			'many times',
			Array.from({ length: 20 }, (_, nth) => event(`UID:${nth}`, 'RRULE:FREQ=DAILY').join('\r\n')),
		],
	])('%s are refused soon', (_name, lines) => {
		const began = performance.now();
		expect(times(calendar(lines.join('\r\n')))[0]).toMatch(/^calendarToo(Many|Large)$/);
		expect(performance.now() - began).toBeLessThan(20_000);
	});

	it('with one endless line says so of that event', () => {
		const file = calendar(...event(`SUMMARY:${'x'.repeat(100_000)}`), ...event('UID:b'));
		expect(times(file)).toEqual(['2026-10-06 09:00 180', 'eventDamaged']);
	});

	it('with an endless picture is read', () => {
		const picture = `ATTACH;ENCODING=BASE64;VALUE=BINARY:${'A'.repeat(500_000)}`;
		expect(times(calendar(...event(picture)))).toEqual(['2026-10-06 09:00 180']);
	});

	it('keeps texts short and without what turns lines around', () => {
		const file = calendar(
			...event(`SUMMARY:a\\nb\u202E\u0007${'c'.repeat(300)}`, 'LOCATION:\u2066'),
		);
		const [line] = 'file' in file ? file.file.lines : [];
		expect(line?.said.subject).toBe(`a b${'c'.repeat(117)}`);
		expect(line?.said.place).toBeNull();
	});

	it('of any bytes and any rule gives a value', () => {
		const word = fc.constantFrom(
			...['BEGIN:VEVENT', 'END:VEVENT', 'UID:__proto__', 'RRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU'],
			...[
				'DTSTART:20261006T090000',
				'DTSTART;TZID=:2026',
				'DTEND:99991231T235959Z',
				'DURATION:-P9W',
			],
			...['EXDATE:20261006T090000,x', 'RDATE:19000101T000000', ' ', '\t;', 'SUMMARY;X="a:b":;,\\'],
			...['RECURRENCE-ID:20261006T090000', 'BEGIN:VTIMEZONE', 'END:VTIMEZONE', 'TZID:constructor'],
			...['DTSTART;TZID=constructor:20261006T090000', 'DURATION:PT9999999999999S', 'STATUS:'],
		);
		const days = fc.constantFrom('MO', '1MO', '-1FR', '5SU', 'TU,TH', '53MO', '0MO');
		const rule = fc
			.tuple(fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY'), fc.nat(60), days, fc.nat(33), fc.nat(9))
			.map(([freq, interval, by, on, pos]) =>
				[
					`RRULE:FREQ=${freq};INTERVAL=${interval};BYDAY=${by}`,
					...(on < 32 ? [] : [`BYMONTHDAY=${on}`]),
					...(pos < 5 ? [] : [`BYSETPOS=${pos}`]),
				].join(';'),
			);
		const start = fc.nat(3000).map((days) => {
			const on = new Date(Date.UTC(2020, 0, 1) + days * 86_400_000);
			return `DTSTART:${on.toISOString().slice(0, 10).replaceAll('-', '')}T090000`;
		});
		const made = fc
			.tuple(start, rule)
			.map(([from, by]) => event(from, 'DTEND:', 'DURATION:PT1H', by));
		const lines = fc.array(
			fc.oneof(
				word,
				made,
				fc.string().map((text) => [text]),
			),
			{ maxLength: 12 },
		);
		fc.assert(
			fc.property(lines, (all) => {
				const began = performance.now();
				const file = calendar(...all.flat());
				expect('why' in file || file.file.lines.length <= 3000).toBe(true);
				expect(performance.now() - began).toBeLessThan(20_000);
			}),
			{ numRuns: 150 },
		);
	});

	it('in another encoding is refused', () => {
		expect(readCalendar(Buffer.from([0x42, 0xe9, 0xff]), reading)).toEqual({ why: 'sheetNotUtf8' });
	});
});
