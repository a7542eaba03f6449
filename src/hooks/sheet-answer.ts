import type { Kind } from '#lib/server/spreadsheets/spreadsheets.ts';

const types = {
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	csv: 'text/csv; charset=utf-8',
} as const satisfies Record<Kind, string>;

/** A spreadsheet to keep, under this name. */
export function sheetAnswer(name: string, kind: Kind, bytes: Uint8Array): Response {
	return new Response(new Uint8Array(bytes), {
		headers: {
			'content-type': types[kind],
			'content-disposition': `attachment; filename="${name}.${kind}"`,
			'cache-control': 'no-store',
		},
	});
}
