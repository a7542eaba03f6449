/** Why a parcel did not simply become what it was meant to be; each has a sentence in every language (`parcel_*`). */
export const parcelReasons = [
	'incomplete',
	'wrongDay',
	'otherAnswers',
	'photos',
	'noPlan',
	'gone',
	'over',
	'newerAnswer',
	'notUnderstood',
	'tooLarge',
	'tooMuch',
] as const;

export type ParcelReason = (typeof parcelReasons)[number];

/** What became of a parcel: the answer on which the phone lets go of it (`received`, `draft`) or shows why not. */
export interface ParcelOutcome {
	readonly outcome: 'received' | 'draft' | 'refused';
	/** The receipt number of hours; null of everything else. */
	readonly receipt: string | null;
	/** The page where it stands now; null where there is none. */
	readonly at: string | null;
	readonly reason: ParcelReason | null;
	/** Whether a photo that was sent along could not be taken. */
	readonly withoutPhotos: boolean;
}
