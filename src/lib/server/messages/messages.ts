/**
 * What a person and the gemeente write to each other, and the letters of the gemeente with what they ask, in both
 * languages at once. The person writes in any language; the original stays, whatever is translated. When something was
 * read is kept so that people know where they stand: nothing that counts, decides or sorts may read it, and
 * `apart.test.ts` proves that nothing but its pages does.
 */
export { read as readAttachment, type Attachment } from './attachments.ts';
export { longestDutch, writeDutch } from './dutch.ts';
export {
	factsOf,
	type LetterAction,
	letterActions,
	type Sender,
	type Topic,
	topics,
} from './kinds.ts';
export { type Letter, letter, letters, openLetter, sayDone } from './letters.ts';
export { type NewLetter, publish } from './publishing.ts';
export { longestWords, mostPerDay, open, reply } from './sending.ts';
export { type Message, openThread, type Thread, thread, type ThreadRow, threads } from './threads.ts';
export { unread } from './unread.ts';
export { noAnswerNeeded, waiting, type WaitingRow } from './waiting.ts';
export { wordsOf } from './words.ts';
