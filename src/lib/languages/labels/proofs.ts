import { m } from '#lib/paraglide/messages.js';
import type { Standing } from '#lib/server/proofs/proofs.ts';
import type { Label, Message } from '#lib/ui/message.ts';
import type { PhotoHint } from '#lib/ui/photo-quality.ts';

/** Why a proof is not shown, in few words, for staff. */
export const unseenLabel = {
	checking: m.queue_proof_checking,
	unusable: m.queue_proof_unusable,
	deleted: m.queue_proof_deleted,
} satisfies Record<Exclude<Standing, 'shown'>, Label>;

/** The same with the day since when, where one looks at the entry itself. */
export const unseenSince: Record<
	Exclude<Standing, 'shown'>,
	Message<{ day: NonNullable<unknown> }>
> = {
	checking: m.staff_entry_proof_checking,
	unusable: m.staff_entry_proof_unusable,
	deleted: m.staff_entry_proof_deleted,
};

/** What the phone asks about a photo before it is sent. */
export const photoHintLabel = {
	dark: m.hours_photo_dark,
	blurry: m.hours_photo_blurry,
	small: m.hours_photo_small,
	cut: m.hours_photo_cut,
} satisfies Record<PhotoHint, Label>;
