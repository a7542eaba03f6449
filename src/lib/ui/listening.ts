import { createContext } from 'svelte';
import type { OfferedLanguage } from '#lib/languages/languages.ts';

/** The ids of recordings, by language and by the text they speak. */
type Heard = Partial<Record<OfferedLanguage, Readonly<Record<string, string>>>>;

/** The id of the recording of a text, where there is one. */
type Find = (language: OfferedLanguage, text: string) => string | undefined;

const [find, setFind, hasFind] = createContext<Find>();

/** From here down blocks can be listened to: with these recordings, and with a voice where the phone has one. */
export function letListen(heard: () => Heard) {
	setFind((language, text) => heard()[language]?.[text]);
}

/** Finds the recordings of this page, or null on a page that is not read aloud. */
export function listeningHere(): Find | null {
	return hasFind() ? find() : null;
}
