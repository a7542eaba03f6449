import type { problemLabels } from '#lib/languages/labels/problems.ts';
import type { PageData } from './$types';

/** What every step gets: its page, what was typed, and what is wrong with it. */
export interface StepProps {
	data: PageData;
	typed: Readonly<Record<string, string>>;
	problems: ReturnType<typeof problemLabels>;
}
