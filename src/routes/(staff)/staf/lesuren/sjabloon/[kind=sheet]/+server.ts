import * as course from '#lib/server/course/course.ts';
import { answer, staff } from '../../../../../../hooks/answer.ts';
import type { RequestHandler } from './$types';

const types = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8',
} as const;

export const GET: RequestHandler = answer(async ({ locals, params: { kind } }) => {
	staff(locals);
	const bytes = await course.template(kind);
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': types[kind],
			'content-disposition': `attachment; filename="lesuren.${kind}"`,
			'cache-control': 'no-store',
		},
	});
});
