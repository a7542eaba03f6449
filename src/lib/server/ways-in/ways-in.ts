/**
 * How an inburgeraar gets in beside DigiD. A letter from the desk works once and opens nothing but the page where the
 * own device is made known; from then on the device signs in (a passkey, WebAuthn), or, where it cannot, a code that
 * comes each time. The desk ends all of it at once for a phone that is lost.
 */
export { activate, type From } from './activating.ts';
export { areCodesOffered, channelsFor, personOf } from './code-target.ts';
export { answer as answerCode } from './codes.ts';
export { deviceOf } from './devices.ts';
export { type CodeChannel, mayAddDevice, type Means } from './kinds.ts';
export { issue, prepare, type Prepared } from './letters.ts';
export { grouped } from './letter-code.ts';
export { endOthers, endSession, forDesk, type LetterState, own, removeDevice } from './overview.ts';
export { add, askToAdd, askToSignIn, type Adding, type Place, signIn } from './passkeys.ts';
export { askForCode, askForFirstCode, type Post } from './sending.ts';
export { type Cost, usualCost } from './slow-hash.ts';
