/**
 * Where somebody is reached: address, phone and e-mail, of which the person changes the last two alone, by a code that
 * is sent to the new one; and who asked for veilig contact.
 */
export { addressMax, addressOf, sayAddress } from './address.ts';
export { type CodeChannel, confirmCode, sendCode } from './codes.ts';
export { type OwnContact, own, type Reached } from './own.ts';
