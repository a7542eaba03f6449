/**
 * How decisions reach a person: on paper, unless the person chose the portal (Awb 2:10); and which letters still have
 * to go out.
 */
export {
	choices,
	type Choice,
	choose,
	type Chosen,
	type Kind,
	type Way,
	wayIn,
	wayOf,
	ways,
	waysOf,
} from './choice.ts';
export {
	confirm,
	letters,
	type LetterToSend,
	record,
	type Sending,
	sendingsIn,
} from './letters.ts';
