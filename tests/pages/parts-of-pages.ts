/** The page of something in the agenda. */
export const ownPlanned = /href="(\/agenda\/[\w-]{22}\.\d{4}-\d\d-\d\d)"/;

/** The steps in which somebody asks beforehand. */
export const proposingSteps = ['wat', 'waar', 'mensen', 'wanneer', 'hoeveel', 'sturen'] as const;

/** The steps in which somebody writes down hours. */
export const steps = ['wat', 'waar', 'wanneer', 'hoelang', 'bewijs'] as const;
