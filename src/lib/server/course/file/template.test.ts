import { expect, it } from 'vitest';
import { refused } from '../../errors.ts';
import { caseloadOf, on } from '../../pip/test-caseload.ts';
import * as spreadsheets from '../../spreadsheets/spreadsheets.ts';
import { eachEngine } from '../../test-world.ts';
import * as course from '../course.ts';
import { facts, titles } from './test-file.ts';

eachEngine("the template of a school's file", (open) => {
	const { anna } = caseloadOf(open);

	it.each(spreadsheets.kinds)('reads back, without anybody in it: %s', async (kind) => {
		const bytes = await course.template(kind);
		const read = await spreadsheets.read(kind, bytes);
		expect(read.ok && read.table).toEqual([titles.toLowerCase().split(';')]);
		const file = new File([new Uint8Array(bytes)], `sjabloon.${kind}`);
		expect(await course.readIn(anna(), facts, file, on('2026-11-23'))).toEqual(
			refused({ file: 'sheetEmpty' }),
		);
	});
});
