/** What somebody can wait for. */
export const waitingsFor = ['group', 'teacher', 'childcare', 'examPlace', 'duo'] as const;
export type WaitingFor = (typeof waitingsFor)[number];

/** Who has to move before it is over. */
export const waitingBalls = ['gemeente', 'school', 'partner', 'duo', 'person'] as const;
export type WaitingBall = (typeof waitingBalls)[number];
