/** A file that cannot be taken as proof, and why. */
export interface RefusedFile {
	readonly ok: false;
	readonly reason:
		| 'empty'
		| 'too-large'
		| 'not-an-image'
		| 'unsupported-type'
		| 'damaged'
		| 'locked'
		| 'too-many-pixels'
		| 'too-many-pages'
		| 'took-too-long';
}
