import type { ParamMatcher } from '@sveltejs/kit';

/** What can be asked on a page of its own, as its address calls it. */
export const askedKinds = {
	klacht: 'complaint',
	verbetering: 'correction',
	'alleen-praten': 'speakAlone',
	'veilig-contact': 'safeContact',
} as const;

export type Asked = keyof typeof askedKinds;

export const match = ((param): param is Asked =>
	Object.keys(askedKinds).includes(param)) satisfies ParamMatcher;
