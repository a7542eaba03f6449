import { error } from '@sveltejs/kit';
import * as v from 'valibot';
import type { ProblemKey, Problems } from '#lib/server/errors.ts';

/** What a person typed, as it came, to show it again. */
export type Typed = Readonly<Record<string, string>>;

export type Form<T> =
	| { readonly ok: true; readonly value: T; readonly typed: Typed; readonly files: readonly File[] }
	| { readonly ok: false; readonly problems: Problems; readonly typed: Typed };

/**
 * Reads a form: the value the schema makes of it, or a problem per field. A field's issue message is the key of its
 * sentence; anything else a schema says is a bug and counts as a wrong choice.
 */
export async function readForm<S extends v.GenericSchema>(
	schema: S,
	request: Request,
): Promise<Form<v.InferOutput<S>>> {
	const typed: Record<string, string> = {};
	const files: File[] = [];
	for (const [name, value] of await fieldsOf(request)) {
		// A name may hold the id of a row; PostgreSQL cannot be asked for one with a null character.
		if (name.includes('\0')) continue;
		if (typeof value === 'string') typed[name] = value;
		// A field left alone comes as a file without a name; a photo of no bytes has one and must be refused.
		else if (value.size > 0 || value.name !== '') files.push(value);
	}
	const result = v.safeParse(schema, typed);
	if (result.success) return { ok: true, value: result.output, typed, files };
	const problems: Record<string, ProblemKey> = {};
	for (const issue of result.issues) {
		const field = v.getDotPath(issue) ?? 'form';
		problems[field] ??= isMissing(issue) ? 'missing' : keyOf(issue.message);
	}
	return { ok: false, problems, typed };
}

/** A body that is no form is the sender's mistake; one that is too large keeps its own answer. */
export async function fieldsOf(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (problem) {
		if (problem instanceof TypeError) error(400, { message: 'not a form' });
		throw problem;
	}
}

function isMissing(issue: v.BaseIssue<unknown>): boolean {
	return issue.input === undefined;
}

const keys = [
	'missing',
	'tooLong',
	'notADay',
	'notAWholeNumber',
	'future',
	'tooMany',
	'tooFew',
	'notABsn',
	'notAPhone',
	'notAnEmail',
	'notAChoice',
	'notHours',
] as const satisfies readonly ProblemKey[];

function keyOf(message: string): ProblemKey {
	return keys.find((key) => key === message) ?? 'notAChoice';
}
