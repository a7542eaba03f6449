import { topicIcon } from '#lib/languages/labels/pip.ts';
import { sentence } from '#lib/languages/sentences.ts';
import type { AgreementShown } from '#lib/server/pip/pip.ts';

/** An agreement as `ui/Agreement` takes it: its picture, and its sentence or the klantmanager's own words. */
export function said(agreement: AgreementShown) {
	if ('dutch' in agreement) return { icon: 'note-pencil', sentence: agreement } as const;
	const found = sentence(agreement.sentence);
	if (!found) throw new RangeError(agreement.sentence);
	const { slots, isReviewed } = agreement;
	return {
		icon: topicIcon[found.topic],
		sentence: { message: found.message, slots, isReviewed },
	};
}
