/** The texts of the catalogue, for components and pages. */
export { type Label, type Message, say, type SlotsOf, text } from '#lib/languages/message.ts';
