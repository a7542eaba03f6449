import { expect, test } from 'vitest';
import { isBeginOfHours, partsOf, whatOf } from './forms.ts';

const key = 'AAAAAAAAAAAAAAAAAAAAAA';

test.each([
	[`/agenda/${key}.2026-11-24?/cannot`, 'absence'],
	[`/agenda/${key}.2026-11-24?/come`, 'absence'],
	['/plan?/say', 'understanding'],
	[`/uren/nieuw/${key}/bewijs?/send`, 'proof'],
	[`/uren/nieuw/${key}/wat?/save`, null],
	['/plan?/sayNothing', null],
	['/uitloggen', null],
	[`/berichten/${key}?/send`, null],
	['/uren/nieuw?/start', null],
])('%s is kept as %s', (path, what) => {
	expect(whatOf(path)).toBe(what);
});

test('new hours begin elsewhere without a connection', () => {
	expect(isBeginOfHours('/uren/nieuw?/start')).toBe(true);
	expect(isBeginOfHours('/uren/nieuw?/again')).toBe(true);
	expect(isBeginOfHours('/uren/nieuw?/drop')).toBe(false);
});

test('a form falls apart in fields and chosen files', () => {
	const form = new FormData();
	form.set('seen', 'a');
	form.append('photo', new File([], ''));
	form.append('photo', new File(['x'], 'foto.jpg'));
	expect(partsOf(form).fields).toEqual({ seen: 'a' });
	expect(partsOf(form).files.map(({ name }) => name)).toEqual(['foto.jpg']);
	form.set('without', 'yes');
	expect(partsOf(form).files).toEqual([]);
});
