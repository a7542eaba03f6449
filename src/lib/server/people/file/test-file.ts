import { afterAll, beforeAll } from 'vitest';
import { day } from '#lib/law/day.ts';
import type { Staff } from '../../access/access.ts';
import type { Moment } from '../../clock.ts';
import { staffOf, type World } from '../../test-world.ts';
import * as file from './people-file.ts';

/** The moment at which the files of the tests are read. */
export const moment: Moment = {
	now: Date.parse('2026-11-23T10:00:00Z'),
	today: day('2026-11-23'),
};

/** The titles with which a test says what it needs of somebody new. */
export const titles =
	'BSN;Voornaam;Achternaam;Geboortedatum;Gemeente;Groep;Begin plicht;Taal;Telefoon;Groep vanaf;Reden groep;Klantmanager';

/** A file as Excel with Dutch settings writes it: a mark, semicolons, lines that end as in Windows. */
export function csv(lines: readonly string[], head = titles): File {
	return new File([`\uFEFF${[head, ...lines].join('\r\n')}\r\n`], 'mensen.csv');
}

/** The `nth` of many numbers that pass the eleven-proof; they begin with 98, which nobody has. */
export function bsnOf(nth: number): string {
	for (let eight = 98_000_000 + nth * 11; ; eight += 1) {
		const digits = [...String(eight)].map(Number);
		const rest = digits.reduce((sum, digit, at) => sum + digit * (9 - at), 0) % 11;
		if (rest < 10) return `${eight}${rest}`;
	}
}

/** The line of somebody new of whom all is well, with some cells otherwise. */
export function line(nth: number, otherwise: Readonly<Record<string, string>> = {}): string {
	const usual: Readonly<Record<string, string>> = {
		BSN: bsnOf(nth),
		Voornaam: 'Amina',
		Achternaam: `Haile ${nth}`,
		Geboortedatum: '01-05-1990',
		Gemeente: 'Heerenveen',
		Groep: 'Asielstatushouder',
		'Begin plicht': '1-9-2026',
		Taal: 'Tigrinya',
	};
	const cells = { ...usual, ...otherwise };
	return titles
		.split(';')
		.map((title) => cells[title] ?? '')
		.join(';');
}

/** A klantmanager who reads files in, in a world of its own. */
export function deskOf(open: () => Promise<World>) {
	let world: World | undefined;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world?.close());
	const portal = () => {
		if (!world) throw new Error('the world is not open yet');
		return world.portal;
	};

	const kim = () => staffOf(portal(), 'kim');
	const kept = async (sheet: File, actor: Staff = kim()) => {
		const read = await file.readIn(actor, sheet, moment);
		if (!read.ok) throw new Error(JSON.stringify(read.problems));
		return read.value;
	};
	const shown = async (sheet: File, actor: Staff = kim()) => {
		const id = await kept(sheet, actor);
		const preview = await file.preview(actor, id, moment);
		if (!preview) throw new Error('the file is gone');
		return { ...preview, id };
	};
	const take = (
		{ id, seen }: { id: string; seen: string },
		others: readonly number[] = [],
		actor: Staff = kim(),
	) => file.takeOver(actor, id, { seen, others }, moment);
	const whys = ({ wrong }: file.Comparison) =>
		wrong.map(({ line: nth, problems }) => [
			nth,
			...problems.map((one) => `${one.column} ${one.why}`),
		]);
	return { kept, kim, portal, shown, take, whys };
}
