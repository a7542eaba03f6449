import type { Resident } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { PartialContent } from './content.ts';
import { fingerprint } from './declare.ts';
import { drafts, saveStep, startDraft } from './draft.ts';

/**
 * Keeps answers that came under the key of something that was sent before, as a new draft, and gives its id: nothing
 * typed is lost, and nothing sent is changed. The same answers again are the same draft. Null where they cannot be
 * declared.
 */
export async function keepApart(
	actor: Resident,
	answers: PartialContent,
	moment: Moment,
): Promise<string | null> {
	const print = fingerprint(actor, answers);
	if (print === null) return null;
	const known = (await drafts(actor)).find(({ content }) => fingerprint(actor, content) === print);
	if (known) return known.id;
	const started = await startDraft(actor, moment);
	if (!started.ok) return null;
	const saved = await saveStep(actor, started.value, answers, moment);
	return saved.ok ? saved.value.id : null;
}
