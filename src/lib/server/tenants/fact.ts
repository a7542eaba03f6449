import * as v from 'valibot';

/** The document under which an assumption is filed that no published document supports. */
export const demoAssumption = 'demo assumption';

/** Words for people: not empty, no blanks at the ends. */
export const words = v.pipe(
	v.string(),
	v.nonEmpty('must not be empty'),
	v.check((text) => text === text.trim(), 'must not begin or end with a blank'),
);

export const sourceSchema = v.strictObject({
	document: words,
	year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100)),
	section: words,
	reading: v.exactOptional(v.picklist(['inferred', 'borrowed'])),
});

/**
 * Where a fact is published. Without `reading` the document says it in so many words about this tenant; `inferred`
 * means that we concluded it from the document, `borrowed` that the document is of another gemeente.
 */
export type Source = Readonly<v.InferOutput<typeof sourceSchema>>;

/** A value that cannot be written down without its source. */
export function fact<const Value extends v.GenericSchema>(value: Value) {
	return v.strictObject({ value, source: sourceSchema });
}

/** A source and the place in the definition that rests on it, as `policy.pvtMeetings` or `activities.3.counts`. */
export interface Sourced {
	readonly path: string;
	readonly source: Source;
}

/** Every source inside a value, with its path. */
export function sourcesIn(value: unknown, path: readonly string[] = []): Sourced[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => {
		if (key === 'source' && v.is(sourceSchema, inner))
			return [{ path: path.join('.'), source: inner }];
		return sourcesIn(inner, [...path, key]);
	});
}

/** Whether a gemeente must look at this before it may be told to residents as its own. */
export function isAssumed(source: Source): boolean {
	return source.reading !== undefined || source.document === demoAssumption;
}
