import {
	PDFArray,
	PDFBool,
	type PDFContext,
	PDFDict,
	PDFHexString,
	PDFName,
	PDFNull,
	PDFNumber,
	type PDFObject,
	PDFRawStream,
	PDFRef,
	PDFString,
} from '@cantoo/pdf-lib';
import { forbiddenNames, keptKeys, namedLists } from '#lib/server/proofs/pdf-keys.ts';
import { mostObjects } from '#lib/server/proofs/pdf-limits.ts';
import { NotRebuildable } from '#lib/server/proofs/pdf-problem.ts';

/** A stream whose place in the new PDF is known and whose content has still to be packed anew. */
export interface WaitingStream {
	readonly ref: PDFRef;
	readonly source: PDFRawStream;
	readonly dict: PDFDict;
}

/** What kind of dictionary the keys stand in: in `Resources`, and in its lists, names are chosen by the maker. */
type Place = 'dictionary' | 'resources' | 'named';

const deepest = 60;

/**
 * Copies what draws a page from one PDF into another, key by key from `pdf-keys.ts`; what is not in that list is as if
 * it were not there. `waiting` gathers the streams, which are copied without their content.
 */
export class Copy {
	readonly waiting: WaitingStream[] = [];
	readonly #source: PDFContext;
	readonly #target: PDFContext;
	readonly #known = new Map<PDFObject, PDFRef>();
	#objects = 0;

	constructor(source: PDFContext, target: PDFContext) {
		this.#source = source;
		this.#target = target;
	}

	/** The copy of the value of a key; null when nothing of it is kept. */
	valueOf(key: string, value: PDFObject, depth = 0, place: Place = 'dictionary'): PDFObject | null {
		const inner = placeOf(key, place);
		if (inner === 'dictionary') return this.#copy(value, depth);
		const dict = this.#source.lookup(value);
		return dict instanceof PDFDict ? this.#dictionary(dict, depth, inner) : null;
	}

	#copy(value: PDFObject, depth: number): PDFObject | null {
		if (depth > deepest) throw new NotRebuildable('damaged');
		const object = value instanceof PDFRef ? this.#source.lookup(value) : value;
		if (object instanceof PDFName) return isForbidden(object) ? null : object;
		if (object instanceof PDFNumber) return numberOf(object);
		if (object instanceof PDFString || object instanceof PDFHexString) return hexOf(object);
		if (object instanceof PDFBool || object === PDFNull) return object;
		if (object instanceof PDFRawStream) return this.#stream(object, depth);
		if (!(object instanceof PDFArray || object instanceof PDFDict)) return null;
		if (!(value instanceof PDFRef)) return this.#container(object, depth);
		return this.#once(object, (ref) => this.#target.assign(ref, this.#container(object, depth)));
	}

	#container(object: PDFArray | PDFDict, depth: number): PDFObject {
		return object instanceof PDFArray
			? this.#array(object, depth)
			: this.#dictionary(object, depth, 'dictionary');
	}

	#array(array: PDFArray, depth: number): PDFObject {
		this.#count();
		const plain = plainColor(array);
		if (plain) return plain;
		const copy = PDFArray.withContext(this.#target);
		for (const item of array.asArray()) copy.push(this.#copy(item, depth + 1) ?? PDFNull);
		return copy;
	}

	#dictionary(dict: PDFDict, depth: number, place: Place): PDFDict {
		this.#count();
		const copy = PDFDict.withContext(this.#target);
		for (const [name, value] of dict.entries()) {
			const key = name.decodeText();
			const isKept = place === 'named' ? !forbiddenNames.has(key) : keptKeys.has(key);
			const kept = isKept ? this.valueOf(key, value, depth + 1, place) : null;
			if (kept) copy.set(name, kept);
		}
		return copy;
	}

	#stream(source: PDFRawStream, depth: number): PDFRef {
		return this.#once(source, (ref) => {
			const dict = this.#dictionary(source.dict, depth, 'dictionary');
			this.waiting.push({ ref, source, dict });
		});
	}

	/** Things that several pages share, or that lead back to themselves, are copied once. */
	#once(object: PDFObject, fill: (ref: PDFRef) => void): PDFRef {
		const known = this.#known.get(object);
		if (known) return known;
		const ref = this.#target.nextRef();
		this.#known.set(object, ref);
		fill(ref);
		return ref;
	}

	#count() {
		this.#objects += 1;
		if (this.#objects > mostObjects) throw new NotRebuildable('too-large');
	}
}

function placeOf(key: string, place: Place): Place {
	if (place === 'named') return 'dictionary';
	if (place === 'resources' && namedLists.has(key)) return 'named';
	if (key === 'Resources') return 'resources';
	return key === 'CharProcs' ? 'named' : 'dictionary';
}

function isForbidden(name: PDFName): boolean {
	return forbiddenNames.has(name.decodeText());
}

function numberOf(number: PDFNumber): PDFNumber {
	const value = number.asNumber();
	if (!Number.isFinite(value) || Math.abs(value) > 1e9) throw new NotRebuildable('damaged');
	return PDFNumber.of(Math.round(value * 1e6) / 1e6);
}

function hexOf(string: PDFString | PDFHexString): PDFHexString {
	return PDFHexString.of(Buffer.from(string.asBytes()).toString('hex'));
}

/** A colour profile holds texts and dates too; what it describes is shown as plain grey, RGB or CMYK instead. */
function plainColor(array: PDFArray): PDFName | null {
	if (array.size() !== 2 || array.lookup(0) !== PDFName.of('ICCBased')) return null;
	const profile = array.lookup(1);
	const parts = profile instanceof PDFRawStream ? profile.dict.lookup(PDFName.of('N')) : undefined;
	const name = parts instanceof PDFNumber ? deviceOf[parts.asNumber()] : undefined;
	if (!name) throw new NotRebuildable('damaged');
	return PDFName.of(name);
}

const deviceOf: Readonly<Record<number, string>> = {
	1: 'DeviceGray',
	3: 'DeviceRGB',
	4: 'DeviceCMYK',
};
