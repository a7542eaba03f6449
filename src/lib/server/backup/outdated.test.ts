import { expect, test } from 'vitest';
import { outdated } from './backups.ts';

const now = Date.parse('2026-11-23T10:20:00Z');

test('all of the last two days stay, then the last one of each day, for as long as was chosen', () => {
	const names = [
		'2026-10-20T08-00-00Z',
		'2026-10-25T08-00-00Z',
		'2026-11-19T08-00-00Z',
		'2026-11-19T08-15-00Z',
		'2026-11-19T23-45-00Z',
		'2026-11-21T10-00-00Z',
		'2026-11-21T10-30-00Z',
		'2026-11-23T10-00-00Z',
		'2026-11-23T10-15-00Z',
	];
	expect(outdated(names, 30, now)).toEqual([
		'2026-10-20T08-00-00Z',
		'2026-11-19T08-00-00Z',
		'2026-11-19T08-15-00Z',
		'2026-11-21T10-00-00Z',
	]);
});

test('the newest one stays, however old it is', () => {
	expect(outdated(['2020-01-01T00-00-00Z'], 30, now)).toEqual([]);
});
