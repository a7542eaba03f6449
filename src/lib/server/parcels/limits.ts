/** What a phone may send at a time, and what may wait of one account until the last byte has come. In bytes and ms. */
export const mostBytes = 50_000_000;
export const mostChunkBytes = 256 * 1024;
export const mostUnfinished = 60;
export const mostUnfinishedBytes = 200_000_000;

/** Far more than anybody does in a day. */
export const mostInDay = 500;
export const dayMs = 24 * 60 * 60_000;

/** An upload that nobody went on with for so long is cleared; the phone still has all of it. */
export const unfinishedKeptMs = 14 * dayMs;
