import { everythingBoth } from '#lib/languages/bilingual.ts';
import type { LayoutServerLoad } from './$types';

/** Hosts read Dutch, whatever their browser asks for. */
export const load: LayoutServerLoad = () => ({
	language: 'nl' as const,
	bilingual: everythingBoth,
});
