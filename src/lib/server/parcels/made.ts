import type { AbsenceReason } from '../agenda/agenda.ts';
import type { PartialContent, Seen } from '../hours/hours.ts';
import type { Answer } from '../understanding/understanding.ts';

/** What somebody made on a phone, as far as it can be read: one of a closed list. */
export type Made =
	| HoursMade
	| DraftSent
	| {
			readonly kind: 'coming';
			/** The key of the occurrence. */
			readonly occurrence: string;
			readonly key: string;
			/** Why not; null for coming. */
			readonly reason: AbsenceReason | null;
	  }
	| {
			readonly kind: 'understanding';
			/** The number of the plan's version, and of the agreement in it. */
			readonly version: number;
			readonly number: number;
			readonly answer: Answer;
	  };

/** Hours from the form that needs no connection. */
export interface HoursMade {
	readonly kind: 'hours';
	readonly answers: PartialContent;
	/** Whether the person said that they can go. */
	readonly isWhole: boolean;
}

/** The last step of the wizard, which did not get through. */
export interface DraftSent {
	readonly kind: 'draft';
	readonly draftId: string;
	readonly seen: Omit<Seen, 'madeAt'> | null;
	/** The answers as that page showed them. */
	readonly answers: PartialContent | null;
	/** Whether the person chose to send without photos. */
	readonly isWithout: boolean;
}
