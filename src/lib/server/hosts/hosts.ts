/**
 * The organisation where somebody helps, which says without an account whether declared hours are right: through a
 * one-time link that the person shows as a QR code, or with the code of the day beside a poster on its wall. What it
 * says is evidence for the klantmanager, who decides; nothing is confirmed by it.
 */
export { answer } from './answer.ts';
export type { SaidLine } from './answer.ts';
export { confirmWithCode, posterOf } from './day-code.ts';
export { knock, seesFamilyName } from './door.ts';
export type { HostLine, HostPage } from './door.ts';
export { askable, linkOf, makeLink, revokeLink } from './links.ts';
export type { AskableEntry, ShownLink } from './links.ts';
export { codePage, makePoster, poster, posters, revokePoster } from './posters.ts';
export type { Poster } from './posters.ts';
export { flagsOf, ofEntries, ofEntry } from './said.ts';
export type { HostAnswer, HostFlag } from './said.ts';
export { verdicts } from './verdicts.ts';
export type { HostVerdict } from './verdicts.ts';
