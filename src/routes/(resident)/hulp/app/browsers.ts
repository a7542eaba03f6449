/** How Meedoen becomes an app in each browser: the picture of every step, and what to tap there. */
import { m } from '#lib/paraglide/messages.js';
import type { Label } from '#lib/ui/message.ts';

/** What a drawing of a phone shows. */
export type Shown = 'dots' | 'lines' | 'share' | 'menu' | 'confirm' | 'home';

/** One step: where to tap, in a picture and in words. */
export interface Step {
	readonly shown: Shown;
	readonly label: Label;
}

const ready: Step = { shown: 'home', label: m.install_ready };
const byDots: readonly Step[] = [
	{ shown: 'dots', label: m.install_dots },
	{ shown: 'menu', label: m.install_add },
	{ shown: 'confirm', label: m.install_confirm },
	ready,
];

/** Names of products are the same in every language. */
export const browsers = {
	chrome: { name: 'Chrome (Android)', steps: byDots },
	samsung: {
		name: 'Samsung Internet',
		steps: [
			{ shown: 'lines', label: m.install_lines },
			{ shown: 'menu', label: m.install_add_samsung },
			{ shown: 'confirm', label: m.install_confirm },
			ready,
		],
	},
	firefox: { name: 'Firefox (Android)', steps: byDots },
	iphone: {
		name: 'iPhone (Safari)',
		steps: [
			{ shown: 'share', label: m.install_share },
			{ shown: 'menu', label: m.install_add_iphone },
			{ shown: 'confirm', label: m.install_confirm_iphone },
			ready,
		],
	},
} as const satisfies Record<string, { name: string; steps: readonly Step[] }>;
