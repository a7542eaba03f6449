import type { ProblemKey } from '../../errors.ts';
import {
	type Line,
	longest,
	mostLines,
	plainText,
	type ReadFile,
	type Reading,
	type WrongLine,
} from '../said.ts';
import { type Block, blocksIn, bounds, type Unreadable } from './blocks.ts';
import { eventReader, type Series } from './events.ts';
import { zonesIn } from './zones.ts';

/** Reads a calendar (iCalendar, RFC 5545) that another program made, or says why not. Nothing in it is believed. */
export function readCalendar(bytes: Buffer, reading: Reading): ReadFile {
	if (bytes.length > bounds.bytes) return { why: 'calendarTooLarge' };
	const text = textOf(bytes);
	if (text === null) return { why: 'sheetNotUtf8' };
	const found = blocksIn(text);
	if ('why' in found) return { why: unreadable[found.why] };
	const events = found.blocks.filter(({ name }) => name === 'VEVENT');
	if (events.length === 0) return { why: 'calendarEmpty' };
	const readEvent = eventReader(reading, zonesIn(found.blocks));
	const lines: Line[] = [];
	const wrong: WrongLine[] = [];
	let past = 0;
	const { doubled, series } = seriesIn(events);
	for (const one of series) {
		const event = readEvent(one);
		if (event.why === 'calendarTooMany') return { why: 'calendarTooMany' };
		lines.push(...event.lines);
		if (lines.length > mostLines) return { why: 'calendarTooMany' };
		past += event.past;
		const why = event.why;
		const block = one.whole ?? one.single[0];
		if (why && block) wrong.push(wrongOf(block, one.uid, [{ column: null, why }]));
	}
	for (const { block, otherLine, uid } of doubled)
		wrong.push(wrongOf(block, uid, [{ column: null, why: 'doubleInFile', otherLine }]));
	wrong.sort((a, b) => a.line - b.line);
	return { file: { lines, wrong, past, unreadTitles: [] } };
}

const unreadable = {
	damaged: 'calendarDamaged',
	tooLarge: 'calendarTooLarge',
	tooMany: 'calendarTooMany',
} as const satisfies Record<Unreadable, ProblemKey>;

/** The events with what changes single times of them; of two with one name the first is read. */
function seriesIn(events: readonly Block[]) {
	const doubled: { block: Block; uid: string; otherLine: number }[] = [];
	const byUid = Map.groupBy(events, (block) => uidOf(block) || `line ${block.line}`);
	const series = [...byUid.values()].map((blocks): Series => {
		const [first] = blocks;
		const uid = first ? uidOf(first) : '';
		const wholes = blocks.filter((block) => !isSingle(block));
		const [whole = null, ...others] = wholes;
		for (const block of others) doubled.push({ block, uid, otherLine: whole?.line ?? 0 });
		return { uid, whole, single: blocks.filter(isSingle) };
	});
	return { doubled, series };
}

function isSingle({ properties }: Block): boolean {
	return properties.some(({ name }) => name === 'RECURRENCE-ID');
}

function uidOf(block: Block): string {
	return valueOf(block, 'UID').slice(0, 300);
}

function wrongOf(block: Block, uid: string, problems: WrongLine['problems']): WrongLine {
	const called = plainText(
		valueOf(block, 'SUMMARY').replaceAll(/\\([,;\\])/g, '$1'),
		longest.subject,
	);
	return { line: block.line, name: called ?? uid.slice(0, 80), group: uid || null, problems };
}

/** The value of a property as it stands there, also of one that cannot be taken apart. */
function valueOf({ properties }: Block, name: string): string {
	const found = properties.find((one) => one.name === name);
	return found?.text.replace(/^[^:]*:/, '').trim() ?? '';
}

function textOf(bytes: Buffer): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return null;
	}
}
