/** What a message or a letter is about: a closed list, so that its title stands in both languages at once. */
export const topics = ['plan', 'lessons', 'hours', 'appointment', 'money', 'other'] as const;

export type Topic = (typeof topics)[number];

/** Who wrote a message. */
export type Sender = 'person' | 'gemeente';

/** What a letter asks. Each is a sentence that was checked, with facts in it and no words of staff. */
export const letterActions = ['nothing', 'come', 'sendPaper', 'call'] as const;

export type LetterAction = (typeof letterActions)[number];

type Fact = 'doOn' | 'doAt' | 'place' | 'paper';

/** The facts without which a sentence is not whole. */
export const factsOf = {
	nothing: [],
	come: ['doOn', 'doAt', 'place'],
	sendPaper: ['doOn', 'paper'],
	call: ['doOn'],
} as const satisfies Record<LetterAction, readonly Fact[]>;
