import { messageHash } from '../freshness.ts';
import type { Review, ReviewState } from '../freshness.ts';
import type { Line } from './columns.ts';
import type { Entry } from './standing.ts';

/** Who brings the file in, on which day, and whether what it calls approved may be; null where it never may. */
export type Bringing = {
	readonly by: string;
	readonly on: string;
	readonly approves: boolean | null;
};

/** What the lines of one message say of its review. */
export type Claim = Pick<Line, 'state' | 'translator' | 'reader'> & {
	readonly backTranslation: Review['backTranslation'];
};

/** The review after this, undefined for none; or what is wrong with the claim, in which column. */
export type Reviewed =
	| { readonly ok: true; readonly review: Review | undefined }
	| {
			readonly ok: false;
			readonly column: 'state' | 'translator' | 'reader';
			readonly says: string;
	  };

/** What becomes of the review of a message when its lines, with this text, are brought in. */
export function reviewAfter(
	entry: Entry,
	text: unknown,
	claim: Claim,
	bringing: Bringing,
): Reviewed {
	const isChanged = text !== entry.source;
	if (claim.state === 'stale') return staleAfter(entry, isChanged);
	if (claim.state === 'machine') return machineAfter(claim);
	if (!isReviewState(claim.state))
		return no('state', `There is no state "${claim.state}": ${states}.`);
	const wrong = wrongPeople(claim, claim.state);
	if (wrong !== null) return wrong;
	const { review } = entry;
	const isAsItWas = review !== undefined && entry.standing === claim.state && isSame(review, claim);
	if (isAsItWas && !isChanged) return { ok: true, review };
	if (
		isChanged &&
		entry.standing === claim.state &&
		claim.state !== 'translated' &&
		review?.reader === claim.reader
	)
		return no(
			'state',
			`The text is another than the one that ${claim.reader} read: say "translated", and no reader.`,
		);
	const isApproval = claim.state === 'approved' && (isChanged || entry.standing !== 'approved');
	if (isApproval && bringing.approves === null)
		return no('state', 'The klantmanager approves this in the portal: say "checked".');
	if (isApproval && bringing.approves === false)
		return no(
			'state',
			'Approving is done with --approve: add it to the command, or say "checked".',
		);
	return { ok: true, review: made(entry, text, claim, claim.state, bringing) };
}

const states = 'it is machine, translated, checked or approved';

function staleAfter({ standing, review }: Entry, isChanged: boolean): Reviewed {
	if (standing !== 'stale') return no('state', `Nothing is stale here: ${states}.`);
	if (isChanged)
		return no('state', 'The text is new, so it is no longer stale: say "translated", and who did.');
	return { ok: true, review };
}

/** A machine's text has no people, so what names some was meant to be more. */
function machineAfter({ translator, reader, backTranslation }: Claim): Reviewed {
	if (translator !== '') return no('state', `${translator} translated this: say "translated".`);
	if (reader !== '')
		return no('state', `${reader} read this: say "checked", and who translated it.`);
	if (backTranslation !== undefined)
		return no(
			'state',
			'A back-translation goes with a translation of somebody: say "translated", and who did.',
		);
	return { ok: true, review: undefined };
}

/** The second reader is another person than the translator, or nobody has read it a second time. */
function wrongPeople(
	{ translator, reader }: Claim,
	state: ReviewState,
): (Reviewed & { ok: false }) | null {
	if (translator === '') return no('translator', `Say who translated this, since it is ${state}.`);
	const long = [translator, reader].find((name) => name.length > 80);
	if (long !== undefined) return no('translator', 'A name has at most 80 characters.');
	if (state === 'translated')
		return reader === ''
			? null
			: no('reader', `With a reader it is "checked"; else take ${reader} away.`);
	if (reader === '') return no('reader', `Say who read this a second time, since it is ${state}.`);
	if (plain(reader) === plain(translator))
		return no('reader', `${reader} translated this: the second reader is another person.`);
	return null;
}

function plain(name: string): string {
	return name
		.normalize('NFKD')
		.replaceAll(/[^\p{L}\p{N}]/gu, '')
		.toLowerCase();
}

function isSame(review: Review, { translator, reader, backTranslation }: Claim): boolean {
	return (
		review.translator === translator &&
		(review.reader ?? '') === reader &&
		JSON.stringify(review.backTranslation) === JSON.stringify(backTranslation)
	);
}

function made(
	{ dutch }: Entry,
	text: unknown,
	{ translator, reader, backTranslation }: Claim,
	state: ReviewState,
	{ by, on }: Bringing,
): Review {
	return {
		source: messageHash(dutch),
		translation: messageHash(text),
		state,
		translator,
		...(reader === '' ? {} : { reader }),
		...(backTranslation === undefined ? {} : { backTranslation }),
		by,
		on,
	};
}

function isReviewState(state: string): state is ReviewState {
	return state === 'translated' || state === 'checked' || state === 'approved';
}

function no(column: 'state' | 'translator' | 'reader', says: string): Reviewed & { ok: false } {
	return { ok: false, column, says };
}
