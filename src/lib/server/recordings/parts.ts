/**
 * The most parts that a recording may consist of. Three minutes have some ten thousand; a file of nothing but empty
 * parts would keep the processor busy, in which time no page is answered.
 */
export const mostParts = 50_000;
