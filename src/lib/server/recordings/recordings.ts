/**
 * Spoken versions of texts, for who would rather hear than read. A recording belongs to exactly the words it speaks:
 * when they change it is found no more. It speaks a text of the catalogue, which is nobody's, or the free text of one
 * person, and then only that person and their staff hear it.
 */
import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm';
import { messageHash } from '#lib/languages/freshness.ts';
import type { Language } from '#lib/languages/languages.ts';
import { type Actor, permitted } from '../access/access.ts';
import type { Moment } from '../clock.ts';
import type { Schema } from '../db/schema.ts';
import { done, NotFound, type Outcome, type ProblemKey, refused } from '../errors.ts';
import { isId, newId } from '../id.ts';
import * as people from '../people/people.ts';
import type { Portal } from '../portal.ts';
import { converted } from './conversion.ts';
import { maxBytes, type Sound, soundIn } from './sound.ts';

export { maxBytes, maxSeconds } from './sound.ts';

export type Recording = Schema['recordings']['$inferSelect'];

/** What is spoken and by whom. Whoever calls has made sure that this speaker may record these words. */
export interface Spoken {
	readonly text: string;
	readonly language: Language;
	/** Whose free text it is; null for a text of the catalogue. */
	readonly personId: string | null;
	readonly file: Blob;
}

/** A member of staff, or a translator by a link. */
export interface Speaker {
	readonly portal: Portal;
	readonly id: string;
	/** How the speaker is called where an id says nothing. */
	readonly name?: string;
}

/**
 * Keeps a recording, sealed; in AAC where the operator has an ffmpeg, otherwise as it was recorded. Refused under
 * `recording` when it is no sound we take. The newest of the same words is the one that is heard.
 */
export async function add(
	speaker: Speaker,
	{ text, language, personId, file }: Spoken,
	{ now }: Moment,
): Promise<Outcome<Recording>> {
	const { portal } = speaker;
	if (file.size > maxBytes) return refused({ recording: 'soundTooLarge' });
	const bytes = Buffer.from(await file.arrayBuffer());
	const sound = soundIn(bytes);
	if (!sound.ok) return refused({ recording: problemOf[sound.reason] });
	const { mediaType, seconds } = sound;
	const recorded = { bytes, mediaType, seconds };
	const spoken = portal.ffmpegPath ? await converted(recorded, portal.ffmpegPath) : recorded;
	if (spoken === null) return refused({ recording: 'soundDamaged' });
	const row: Recording = {
		id: newId(),
		textHash: messageHash(text),
		language,
		personId,
		mediaType: spoken.mediaType,
		bytes: spoken.bytes.length,
		seconds,
		recordedBy: speaker.name ?? speaker.id,
		at: now,
	};
	await portal.recordings.put(row.id, spoken.bytes);
	await portal.store.write(now, async (tx, log) => {
		await tx.insert(portal.store.t.recordings).values(row);
		const about = { actor: speaker.id, action: 'recording.add', subject: row.id };
		log(personId === null ? about : { ...about, personId });
	});
	return done(row);
}

const problemOf = {
	empty: 'soundDamaged',
	'too-large': 'soundTooLarge',
	'too-long': 'soundTooLong',
	'not-a-sound': 'soundKind',
} as const satisfies Record<Extract<Sound, { ok: false }>['reason'], ProblemKey>;

/**
 * The recordings of those texts that have one in this language, by the text: of the catalogue, and of the free text of
 * one person, the inburgeraar's own or, for staff, whom they name. Of a text in `latestAt` none that is younger than
 * that. One query, however many texts.
 */
export async function findFor(
	actor: Actor,
	language: Language,
	texts: readonly string[],
	personId: string | null = actor.kind === 'resident' ? actor.personId : null,
	latestAt: ReadonlyMap<string, number> = new Map(),
): Promise<ReadonlyMap<string, Recording>> {
	if (personId !== null) permitted(actor, 'recording.hear', await people.find(actor, personId));
	return ofTexts(actor.portal, language, texts, personId, latestAt);
}

/** As `findFor`, for whoever was let in by something else than an account; the caller has checked that. */
export async function ofTexts(
	portal: Portal,
	language: Language,
	texts: readonly string[],
	personId: string | null,
	latestAt: ReadonlyMap<string, number> = new Map(),
): Promise<ReadonlyMap<string, Recording>> {
	const hashes = new Map(texts.map((text) => [messageHash(text), text]));
	if (hashes.size === 0) return new Map();
	const { t, read: db } = portal.store;
	const { recordings } = t;
	const isNobodys = isNull(recordings.personId);
	const rows = await db
		.select()
		.from(recordings)
		.where(
			and(
				inArray(recordings.textHash, [...hashes.keys()]),
				eq(recordings.language, language),
				personId === null ? isNobodys : or(isNobodys, eq(recordings.personId, personId)),
			),
		)
		.orderBy(desc(recordings.at), desc(recordings.id));
	const found = new Map<string, Recording>();
	for (const row of rows) {
		const text = hashes.get(row.textHash) ?? '';
		if (row.at > (latestAt.get(text) ?? Infinity)) continue;
		const known = found.get(text);
		// What somebody recorded for this very person goes before what is for everybody.
		if (!known || (known.personId === null && row.personId !== null)) found.set(text, row);
	}
	return found;
}

/** The sound itself. Of a text of the catalogue for everybody who is signed in; of free text for who may hear it. */
export async function hear(
	actor: Actor,
	recordingId: string,
): Promise<{ readonly bytes: Buffer; readonly mediaType: string }> {
	const { portal } = actor;
	const row = await find(portal, recordingId);
	if (row.personId !== null) {
		permitted(actor, 'recording.hear', await people.find(actor, row.personId));
	}
	return soundOf(portal, row);
}

/** The recording with this id, whoever asks; otherwise not found. */
export async function find(portal: Portal, recordingId: string): Promise<Recording> {
	const { t, read: db } = portal.store;
	const [row] = isId(recordingId)
		? await db.select().from(t.recordings).where(eq(t.recordings.id, recordingId))
		: [];
	if (!row) throw new NotFound();
	return row;
}

/** The file of a recording that the caller may hear. Throws when a row has lost its file. */
export async function soundOf(portal: Portal, { id, mediaType }: Recording) {
	const bytes = await portal.recordings.get(id);
	if (bytes === null) throw new Error(`the file of recording ${id} is gone`);
	return { bytes, mediaType };
}
