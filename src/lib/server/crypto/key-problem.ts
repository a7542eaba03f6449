/** The keys cannot be used. The message is one sentence for the operator and never holds key material. */
export class KeyProblem extends Error {
	override name = 'KeyProblem';
}
