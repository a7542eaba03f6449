import { isHttpError } from '@sveltejs/kit';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { choice, text, whole } from './fields.ts';
import { readForm } from './form.ts';

const schema = v.object({ name: text(5), hours: whole(1, 8), kind: choice(['a', 'b']) });
const address = 'https://portal.example/uren';

const form = (fields: Record<string, string | Blob>) => {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields)) body.append(name, value);
	return new Request(address, { method: 'POST', body });
};

it('gives the value, and the files that hold something', async () => {
	const request = form({
		name: ' Kim ',
		hours: '3',
		kind: 'a',
		photo: new File(['x'], '../../x.jpg'),
		none: new File([], ''),
	});
	const read = await readForm(schema, request);
	expect(read).toMatchObject({ ok: true, value: { name: 'Kim', hours: 3, kind: 'a' } });
	expect(read.ok && read.files.map(({ size }) => size)).toEqual([1]);
});

it('gives one problem per field, and what was typed to show it again', async () => {
	const typed = { name: 'Kim Post', hours: 'x', other: 'y' };
	expect(await readForm(schema, form(typed))).toEqual({
		ok: false,
		problems: { name: 'tooLong', hours: 'notAWholeNumber', kind: 'missing' },
		typed,
	});
});

it('takes a file where a text belongs for a text that is missing', async () => {
	const read = await readForm(schema, form({ name: new File(['x'], 'x'), hours: '3', kind: 'a' }));
	expect(read).toMatchObject({ ok: false, problems: { name: 'missing' } });
});

it('knows no field that every object has', async () => {
	const read = await readForm(schema, form({ ['__proto__']: 'x', constructor: 'y' }));
	expect(read).toMatchObject({ ok: false, problems: { name: 'missing' } });
	expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

it.each([
	['application/json', '{}'],
	['multipart/form-data', 'no boundary'],
	['multipart/form-data; boundary=x', 'nothing of the kind'],
	['text/plain', 'a=b'],
])('answers a body of %s that is no form with 400', async (type, body) => {
	const request = new Request(address, { method: 'POST', body, headers: { 'content-type': type } });
	const thrown: unknown = await readForm(schema, request).catch((problem: unknown) => problem);
	expect(isHttpError(thrown) && thrown.status).toBe(400);
});

it('leaves out a field whose name no database can be asked for', async () => {
	const fields = { name: 'Kim', hours: '3', kind: 'a' };
	const read = await readForm(schema, form({ ...fields, 'entry-\0': 'on', 'entry-b': 'on' }));
	expect(read.typed).toEqual({ ...fields, 'entry-b': 'on' });
});
