/** When on a day somebody wants to be called: before or after noon, or whenever it suits. */
export const dayParts = ['morning', 'afternoon', 'any'] as const;

export type DayPart = (typeof dayParts)[number];
