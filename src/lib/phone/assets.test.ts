import { expect, it } from 'vitest';
import { fromHtml } from './assets.ts';

it('finds the styles and scripts of a page, from wherever the page names them', () => {
	const page =
		'<link href="/thema.css" rel="stylesheet"><link href="../../_app/immutable/assets/a.css">' +
		'<link href="./_app/immutable/assets/b.css"><script src="/_app/immutable/assets/c.js"></script>' +
		'<a href="/plan"></a><img src="/uren/bewijs/1"><link href="./_app/immutable/assets/b.css">';
	expect(fromHtml(page)).toEqual([
		'/thema.css',
		'/_app/immutable/assets/a.css',
		'/_app/immutable/assets/b.css',
		'/_app/immutable/assets/c.js',
	]);
});
