import * as v from 'valibot';

/** The tokens of the NL Design System's `basis` layer that a tenant sets; all others are the portal's own. */
const tokens = [
	'--basis-color-accent-1-bg-subtle',
	'--basis-color-accent-1-bg-default',
	'--basis-color-accent-1-border-default',
	'--basis-color-accent-1-color-default',
	'--basis-color-accent-1-inverse-bg-default',
	'--basis-color-accent-1-inverse-color-default',
	'--basis-color-action-1-color-default',
	'--basis-color-action-1-color-hover',
	'--basis-color-action-1-color-active',
	'--basis-color-action-1-inverse-bg-default',
	'--basis-color-action-1-inverse-bg-hover',
	'--basis-color-action-1-inverse-bg-active',
	'--basis-color-action-1-inverse-color-default',
] as const;

export type ThemeToken = (typeof tokens)[number];

/** Colours as `#rrggbb`. */
export type Theme = Readonly<Record<ThemeToken, string>>;

const white = '#ffffff';

/** Foreground, background and the least contrast between them (WCAG 2.2, 1.4.3 for text and 1.4.11 for borders). */
export const contrastPairs = [
	['--basis-color-accent-1-color-default', white, 4.5],
	['--basis-color-accent-1-color-default', '--basis-color-accent-1-bg-subtle', 4.5],
	['--basis-color-accent-1-color-default', '--basis-color-accent-1-bg-default', 4.5],
	['--basis-color-accent-1-border-default', white, 3],
	['--basis-color-accent-1-inverse-bg-default', white, 4.5],
	[
		'--basis-color-accent-1-inverse-color-default',
		'--basis-color-accent-1-inverse-bg-default',
		4.5,
	],
	['--basis-color-action-1-color-default', white, 4.5],
	['--basis-color-action-1-color-hover', white, 4.5],
	['--basis-color-action-1-color-active', white, 4.5],
	[
		'--basis-color-action-1-inverse-color-default',
		'--basis-color-action-1-inverse-bg-default',
		4.5,
	],
	['--basis-color-action-1-inverse-color-default', '--basis-color-action-1-inverse-bg-hover', 4.5],
	['--basis-color-action-1-inverse-color-default', '--basis-color-action-1-inverse-bg-active', 4.5],
] as const satisfies readonly (readonly [ThemeToken, ThemeToken | typeof white, number])[];

const hex = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/, 'must be a colour as #rrggbb'));

const colours = v.strictObject(
	Object.fromEntries(tokens.map((token) => [token, hex])) as Record<ThemeToken, typeof hex>,
);

/** All tokens, and no pair of them too faint to read. */
export const themeSchema = v.pipe(
	colours,
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const theme = dataset.value;
		for (const [foreground, background, least] of contrastPairs) {
			const found = contrast(theme[foreground], colour(theme, background));
			if (found >= least) continue;
			addIssue({
				message: `has a contrast of ${found.toFixed(2)} with ${background}, must be at least ${least}`,
				path: [
					{
						type: 'object',
						origin: 'value',
						input: theme,
						key: foreground,
						value: theme[foreground],
					},
				],
			});
		}
	}),
);

/** The colour that stands for a token, or the colour itself. */
export function colour(theme: Theme, token: ThemeToken | typeof white): string {
	return token === white ? white : theme[token];
}

/** Contrast ratio of two `#rrggbb` colours, from 1 to 21 (WCAG 2.2, definition of contrast ratio). */
export function contrast(one: string, other: string): number {
	const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [
		number,
		number,
	];
	return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
	return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
}

function channel(colour: string, at: number): number {
	const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
	return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
}
