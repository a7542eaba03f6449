/** How far somebody is with a goal or an action, in the order in which a page offers it. */
export const progressStates = ['notBegun', 'begun', 'done'] as const;
export type ProgressState = (typeof progressStates)[number];

/** Why a goal has another end day. Never about somebody's health: that is nobody's business here (AVG 9). */
export const newDayReasons = ['moreTime', 'waiting', 'circumstances', 'sooner'] as const;
export type NewDayReason = (typeof newDayReasons)[number];
