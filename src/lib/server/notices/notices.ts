/**
 * What people are told outside the portal: that there is something to read, in one of five neutral texts, and never
 * what. Whoever makes a fact puts its notice in the outbox in the same transaction (`add`); a worker sends what is due
 * (`sendDue`), at least once, with a key by which the receiver takes it once.
 */
export { add, addAll, addNew, letGo, type NewNotice, usualLife, withdraw } from './outbox.ts';
export { addressKey, isMailAddress, mobileNumber } from './address.ts';
export { type AtOnce, reachOf, sendAtOnce } from './at-once.ts';
export { type Channels } from './channel.ts';
export { channelsOf, offered, pushKey } from './channels.ts';
export { createVapid, vapidOf } from './vapid.ts';
export { type Choice, type ChoiceShown, choose, ownChoice, sayVeiligContact } from './choice.ts';
export { type DeadLetter, deadLetters, retry } from './dead.ts';
export {
	channelNames,
	groups,
	type NoticeChannel,
	type NoticeGroup,
	type NoticeKind,
} from './kinds.ts';
export { type Letter, mailbox } from './mailbox.ts';
export { type NoticeShown, own, seen, unread } from './reading.ts';
export { type Round, sendDue } from './send-due.ts';
export { subscribe, unsubscribe } from './subscriptions.ts';
