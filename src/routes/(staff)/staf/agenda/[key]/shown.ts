import * as agenda from '#lib/server/agenda/agenda.ts';

/** One occurrence as its pages show it. */
export function shownOf({
	attendees,
	canRestore,
	cohort,
	isLed,
	occurrence,
	series,
}: agenda.DeskView) {
	const { at, endsAt, isCancelled, key, kind, minutes, on, personId, reason, was } = occurrence;
	const { exceptionRevision, itemId, revision } = occurrence;
	const { bring, interpreter, interpreterLanguage, place, address, subject, withWhom } = occurrence;
	const until = agenda.wallOf(endsAt).at;
	return {
		what: { key, itemId, kind, on, at, until, minutes, personId, isCancelled, reason, was },
		about: { bring, interpreter, interpreterLanguage, place, address, subject, withWhom },
		seen: { revision, exceptionRevision },
		cohort: cohort ? { id: cohort.id, name: cohort.name } : null,
		isSeries: series !== null,
		canRestore,
		isLed,
		attendees: attendees.map(({ clashes, ...one }) => ({
			...one,
			clashes: clashes.map((other) => ({
				kind: other.kind,
				at: other.at,
				until: agenda.wallOf(other.endsAt).at,
			})),
		})),
	};
}

export type Shown = ReturnType<typeof shownOf>;
