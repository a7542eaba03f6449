import { expect, it } from 'vitest';
import type { Parcel } from '#lib/phone/parcel.ts';
import { madeOf } from './parcel-form.ts';

const key = 'A'.repeat(22);
const parcel = (differing: Partial<Parcel>): Parcel => ({
	id: key,
	owner: key,
	kind: 'form',
	madeAt: 0,
	isWhole: true,
	fields: {},
	files: [],
	...differing,
});
const form = (path: string, fields: Record<string, string> = {}) =>
	madeOf(parcel({ fields: { path, ...fields } }));

it('reads hours answer by answer, and leaves out what cannot be read', () => {
	const fields = {
		activity: 'taalcafe',
		organisation: ' Buurt\u202Ehuis ',
		doneOn: '2026-13-40',
		minutes: '90',
		dutchSpoken: 'no',
		together: '',
		note: '',
	};
	expect(madeOf(parcel({ kind: 'hours', isWhole: false, fields }))).toEqual({
		kind: 'hours',
		isWhole: false,
		answers: { activity: 'taalcafe', organisation: 'Buurthuis', minutes: 90, dutchSpoken: false },
	});
});

it('reads the answers of the pages whose forms can wait', () => {
	const coming = { kind: 'coming', occurrence: `${key}.2026-10-13` };
	const page = `/agenda/${key}.2026-10-13`;
	expect(form(`${page}?/come`, { key })).toEqual({ ...coming, key: `${key}.come`, reason: null });
	expect(form(`${page}?/cannot`, { key, reason: 'ill' })).toEqual({
		...coming,
		key: `${key}.ill`,
		reason: 'ill',
	});
	expect(form('/plan?/say', { version: '2', answer: '3 talk' })).toEqual({
		kind: 'understanding',
		version: 2,
		number: 3,
		answer: 'talk',
	});
	const answers = JSON.stringify({
		activity: 'taalcafe',
		organisation: 'Buurthuis',
		doneOn: '2026-11-20',
		minutes: 90,
	});
	const step = `/uren/nieuw/${key}/bewijs?/send`;
	expect(form(step, { seen: 'abc', checks: 'double,nonsense', answers })).toMatchObject({
		kind: 'draft',
		draftId: key,
		seen: { fingerprint: 'abc' },
		answers: { minutes: 90 },
		isWithout: false,
	});
});

it.each([
	['a page that is no such form', '/uren/nieuw?/start', {}],
	['an address with more to it', `/agenda/${key}/gesprek?/come`, { key }],
	['a key that is none', `/agenda/${key}?/come`, { key: 'short' }],
	['a reason that is none', `/agenda/${key}?/cannot`, { key, reason: 'away' }],
	['an answer that is none', '/plan?/say', { version: '1', answer: 'yes' }],
	['nothing', '', {}],
])('reads nothing in %s', (_what, path, fields) => {
	expect(form(path, fields)).toBeNull();
});
