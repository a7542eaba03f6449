import { longestMs } from '../outside/confinement.ts';
import * as confined from '../outside/confined-process.ts';
import { maxBytes, type MediaType, maxSeconds, soundIn } from './sound.ts';

export interface Spoken {
	readonly bytes: Buffer;
	readonly mediaType: MediaType;
	readonly seconds: number;
}

/**
 * The same recording in AAC, which every phone can play, made by ffmpeg in a confined process; null when ffmpeg finds
 * that it is damaged. What is in MP4 already comes from a phone that plays it, and stays as it is.
 */
export async function converted(spoken: Spoken, ffmpegPath: string): Promise<Spoken | null> {
	if (spoken.mediaType === 'audio/mp4') return spoken;
	const program = {
		name: 'ffmpeg',
		path: ffmpegPath,
		args: argumentsFor(spoken.mediaType),
		longestMs,
		mostOutputBytes: maxBytes,
	};
	const answer = await confined.run(program, spoken.bytes).catch(refusedByFfmpeg);
	if (answer?.ended !== 'answered') return null;
	// Whoever holds a broken-in converter chooses its answer, so that is not believed but looked at.
	const sound = soundIn(answer.output);
	if (!sound.ok || sound.mediaType !== 'audio/mp4') return null;
	return { bytes: answer.output, mediaType: 'audio/mp4', seconds: spoken.seconds };
}

/** It ran and said no: the sound cannot be decoded. That it cannot be started is a bug. */
function refusedByFfmpeg(problem: unknown): null {
	const { cause } = problem instanceof Error ? problem : {};
	const code = cause instanceof Error && 'code' in cause ? cause.code : null;
	if (typeof code === 'number' && code < cannotStart) return null;
	throw problem;
}

/** What the confining programs and a shell end with when there is no such program (POSIX): 126 and 127. */
const cannotStart = 126;

/** Only from the pipe and only to the pipe, one known kind of input, no metadata, written without going back. */
function argumentsFor(mediaType: 'audio/webm' | 'audio/ogg'): readonly string[] {
	const input = { 'audio/webm': 'matroska', 'audio/ogg': 'ogg' }[mediaType];
	return [
		...['-hide_banner', '-loglevel', 'error', '-protocol_whitelist', 'pipe', '-threads', '1'],
		...['-f', input, '-i', 'pipe:0', '-map', '0:a:0', '-map_metadata', '-1'],
		...['-t', String(maxSeconds), '-ac', '1', '-ar', '44100', '-c:a', 'aac', '-b:a', '48k'],
		...['-f', 'mp4', '-movflags', 'empty_moov+default_base_moof+frag_keyframe', 'pipe:1'],
	];
}
