import * as timetables from '#lib/server/timetables/timetables.ts';
import { answer, staff } from '../../../../../../../hooks/answer.ts';
import type { RequestHandler } from './$types';

const types = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8',
} as const;

export const GET: RequestHandler = answer(async ({ locals, params: { kind } }) => {
	staff(locals);
	const bytes = await timetables.template(kind);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': types[kind],
			'content-disposition': `attachment; filename="rooster.${kind}"`,
			'cache-control': 'no-store',
		},
	});
});
