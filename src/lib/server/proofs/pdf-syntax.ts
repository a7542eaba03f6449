/** A value of a PDF, as strictly written as we write it: strings in hexadecimal, no comments, no second generation. */
export type Value =
	| { readonly kind: 'name'; readonly name: string }
	| { readonly kind: 'number'; readonly number: number }
	| { readonly kind: 'reference'; readonly to: number }
	| { readonly kind: 'string' | 'constant' }
	| { readonly kind: 'array'; readonly items: readonly Value[] }
	| Dictionary;

export interface Dictionary {
	readonly kind: 'dictionary';
	readonly entries: readonly (readonly [key: string, value: Value])[];
}

export class SyntaxProblem extends Error {
	override readonly name = 'SyntaxProblem';
}

const deepest = 80;
const name = /\/((?:[!-"$&'*-.0-;=?-Z\\^-z|~]|#[\dA-Fa-f]{2})+)/y;
const reference = /(\d{1,7}) 0 R\b/y;
const number = /[+-]?\d{1,15}(?:\.\d{1,20})?(?![\w.])/y;
const string = /<(?:[\dA-Fa-f]{2})*>/y;
const constant = /(?:true|false|null)\b/y;
const space = /[ \n]*/y;

/** Reads a text piece by piece from the start; whatever is not as expected throws `SyntaxProblem`. */
export class Reader {
	at = 0;
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}

	/** Passes over this text, which must stand here. */
	expect(text: string) {
		if (!this.text.startsWith(text, this.at)) throw new SyntaxProblem();
		this.at += text.length;
	}

	/** What the pattern (sticky) finds here, or null. */
	next(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = this.at;
		const found = pattern.exec(this.text);
		if (found) this.at = pattern.lastIndex;
		return found;
	}

	value(depth = 0): Value {
		if (depth > deepest) throw new SyntaxProblem();
		if (this.text.startsWith('<<', this.at)) return this.dictionary(depth);
		if (this.text[this.at] === '[') return this.#array(depth);
		const named = this.next(name);
		if (named) return { kind: 'name', name: decoded(named[1] ?? '') };
		const referred = this.next(reference);
		if (referred) return { kind: 'reference', to: Number(referred[1]) };
		const counted = this.next(number);
		if (counted) return { kind: 'number', number: Number(counted[0]) };
		if (this.next(string)) return { kind: 'string' };
		if (this.next(constant)) return { kind: 'constant' };
		throw new SyntaxProblem();
	}

	/** Refuses a key that comes twice: of two, readers take different ones. */
	dictionary(depth = 0): Dictionary {
		this.expect('<<');
		const entries = new Map<string, Value>();
		while (!this.#ends('>>')) {
			const key = this.next(name);
			this.next(space);
			const text = decoded(key?.[1] ?? '');
			if (!key || entries.has(text)) throw new SyntaxProblem();
			entries.set(text, this.value(depth + 1));
		}
		return { kind: 'dictionary', entries: [...entries] };
	}

	#array(depth: number): Value {
		this.expect('[');
		const items: Value[] = [];
		while (!this.#ends(']')) items.push(this.value(depth + 1));
		return { kind: 'array', items };
	}

	#ends(end: string): boolean {
		this.next(space);
		if (!this.text.startsWith(end, this.at)) return false;
		this.at += end.length;
		return true;
	}
}

export function entryOf({ entries }: Dictionary, key: string): Value | undefined {
	return entries.find(([name]) => name === key)?.[1];
}

/** In a name any character can be written as its code: `/J#53` is `/JS`. */
function decoded(text: string): string {
	return text.replace(/#([\dA-Fa-f]{2})/g, (_, code: string) =>
		String.fromCharCode(Number.parseInt(code, 16)),
	);
}
