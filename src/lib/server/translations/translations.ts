/**
 * Translations of free text. A klantmanager's own words bind in Dutch; a translation belongs to exactly one Dutch text,
 * and is read by the person only after a translator made it, somebody else found it right and the klantmanager approved
 * it. When the Dutch changes, the former translation is stale at once, since it is found by the Dutch itself.
 */
export { limiter } from './attempts.ts';
export { type Door, entered, knock, open } from './door.ts';
export { bringBack, type Brought, type ExchangedText, exchanged, logExchange } from './exchange.ts';
export { finish, judge } from './judging.ts';
export { type Link, links, make, revoke } from './links.ts';
export { approve, bring, type Panel, panel, type PanelText, withdraw } from './panel.ts';
export {
	forReading,
	type OwnWordsRead,
	translatedInto,
	type WordsRead,
	wordsRead,
} from './reading.ts';
export type { Translation } from './shelf.ts';
export type { LinkRole, TranslationState } from './states.ts';
export { isSpokenHere, task, type TaskText } from './task.ts';
export { save, send, textMax } from './translating.ts';
export { waiting, type WaitingRow } from './waiting.ts';
export { warnings } from './warnings.ts';
