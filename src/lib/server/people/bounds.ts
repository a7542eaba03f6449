/** The longest texts, and the most hours, that somebody can say of a person. */
export const bounds = { name: 80, phone: 30, otherLanguages: 120, hours: 800 } as const;
