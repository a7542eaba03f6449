/** What a host can say about a day in the link that somebody shows. */
export const verdicts = ['right', 'otherHours', 'notHere'] as const;

/** What stands beside an entry; `dayCode`: at the poster of the host the code of the day was right. */
export type HostVerdict = (typeof verdicts)[number] | 'dayCode';
