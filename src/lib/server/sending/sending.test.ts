import { describe, expect, it } from 'vitest';
import { day } from '#lib/law/day.ts';
import { NotFound } from '../errors.ts';
import * as pip from '../pip/pip.ts';
import { caseloadOf, on, planB } from '../pip/test-caseload.ts';
import { eachEngine, residentOf, staffOf } from '../test-world.ts';
import * as sending from './sending.ts';

const today = on('2026-05-11');

eachEngine('the way of sending', (open) => {
	const { anna, portal, publish, save, somebody } = caseloadOf(open);
	const chosen = (way: sending.Way, chosenOn = '2026-05-11') =>
		({ kind: 'decisions', way, chosenOn: day(chosenOn) }) as const;

	describe('choosing (Awb 2:10)', () => {
		it('is paper until the person says otherwise, and can be taken back', async () => {
			const { id } = await somebody();
			const resident = residentOf(portal(), id);
			expect(await sending.wayOf(anna(), id, 'decisions')).toBe('paper');
			await sending.choose(resident, id, chosen('portal'), today);
			expect(await sending.wayOf(anna(), id, 'decisions')).toBe('portal');
			await sending.choose(resident, id, chosen('portal'), today);
			const later = on('2026-06-01');
			await sending.choose(resident, id, chosen('paper', '2026-06-01'), later);
			expect(await sending.wayOf(resident, id, 'decisions')).toBe('paper');
			expect(await sending.choices(anna(), id, 'decisions')).toMatchObject([
				{ way: 'paper', chosenOn: '2026-06-01', atDesk: false },
				{ way: 'portal', chosenOn: '2026-05-11', atDesk: false },
			]);
		});

		it('takes two first choices at once, and the later one holds', async () => {
			const { id } = await somebody();
			const choose = () => sending.choose(residentOf(portal(), id), id, chosen('portal'), today);
			expect(await Promise.all([choose(), choose(), choose()])).toMatchObject(
				Array.from({ length: 3 }, () => ({ ok: true })),
			);
			expect(await sending.choices(anna(), id, 'decisions')).toHaveLength(1);
		});

		it('is written down at the desk, for a day that was, and not before the last choice', async () => {
			const { id } = await somebody();
			const wrong = (chosenOn: string) => ({ ok: false, problems: { chosenOn } });
			const tomorrow = await sending.choose(anna(), id, chosen('portal', '2026-05-12'), today);
			expect(tomorrow).toEqual(wrong('future'));
			await sending.choose(anna(), id, chosen('portal', '2026-05-08'), today);
			expect(await sending.choose(anna(), id, chosen('paper', '2026-05-07'), today)).toEqual(
				wrong('beforeLastChoice'),
			);
			expect(await sending.choices(anna(), id, 'decisions')).toMatchObject([{ atDesk: true }]);
		});

		it('keeps paper when paper is chosen first, without a line', async () => {
			const { id } = await somebody();
			expect(await sending.choose(anna(), id, chosen('paper'), today)).toMatchObject({ ok: true });
			expect(await sending.choices(anna(), id, 'decisions')).toEqual([]);
		});
	});

	describe('publishing', () => {
		it('on paper asks that the letter goes out today, and keeps the draft otherwise', async () => {
			const { id } = await somebody();
			const revision = await save(id, planB);
			const publication = { revision, dagtekeningOn: '2026-05-11', letterGoesToday: false };
			expect(await pip.publish(anna(), id, publication, today)).toEqual({
				ok: false,
				problems: { letter: 'letterNotToday' },
			});
			expect(await pip.versions(anna(), id)).toEqual([]);
			const sent = await pip.publish(anna(), id, { ...publication, letterGoesToday: true }, today);
			expect(sent).toMatchObject({ ok: true, value: { sending: { way: 'paper', sentOn: null } } });
		});

		it('by the portal asks nothing and has gone out with that', async () => {
			const { id } = await somebody();
			await sending.choose(residentOf(portal(), id), id, chosen('portal'), today);
			const revision = await save(id, planB);
			const publication = { revision, dagtekeningOn: '2026-05-11', letterGoesToday: false };
			expect(await pip.publish(anna(), id, publication, today)).toMatchObject({ ok: true });
			expect(await pip.current(anna(), id)).toMatchObject({
				sending: { way: 'portal', sentOn: '2026-05-11' },
			});
			const mine = (await sending.letters(anna(), today)).rows.filter(
				({ personId }) => personId === id,
			);
			expect(mine).toEqual([]);
		});
	});

	describe('the letter', () => {
		const letterOf = async (personId: string, moment = today) =>
			(await sending.letters(anna(), moment)).rows.find((row) => row.personId === personId);

		it('waits until somebody says that it went out, and is late the day after', async () => {
			const { id } = await somebody();
			await publish(id, planB);
			const letter = await letterOf(id);
			expect(letter).toMatchObject({ version: 1, dagtekeningOn: '2026-05-11', isLate: false });
			expect(await letterOf(id, on('2026-05-12'))).toMatchObject({ isLate: true });
			const { pipId = '' } = letter ?? {};
			await sending.confirm(anna(), pipId, day('2026-05-11'), today);
			expect(await letterOf(id)).toBeUndefined();
			const again = await sending.confirm(anna(), pipId, day('2026-05-13'), on('2026-05-13'));
			expect(again).toEqual({ ok: true, value: { way: 'paper', sentOn: '2026-05-11' } });
		});

		it('moves the time for bezwaar when it goes out later (Awb 6:8(1))', async () => {
			const person = await somebody();
			const { id } = person;
			await publish(id, planB);
			const { pipId = '' } = (await letterOf(id)) ?? {};
			const facts = async () => pip.factsOf(person, await pip.of(anna(), id));
			const bezwaar = async () =>
				pip.clocks(await facts()).find(({ key }) => key === 'bezwaar')?.on;
			expect(await bezwaar()).toBeUndefined();
			const shown = async () => {
				const pips = await pip.of(anna(), id);
				const [plan] = await pip.versions(anna(), id);
				return plan && pip.shown(person, pips, plan, 'nl', day('2026-05-13')).bezwaar;
			};
			expect(await shown()).toMatchObject({ begins: false, isOpen: true });
			await sending.confirm(anna(), pipId, day('2026-05-13'), on('2026-05-13'));
			expect(await bezwaar()).toBe('2026-06-24');
			expect(await shown()).toEqual({ begins: true, isOpen: true, lastOn: '2026-06-24' });
		});

		it('did not go out before the dagtekening, nor tomorrow', async () => {
			const { id } = await somebody();
			await publish(id, planB);
			const { pipId = '' } = (await letterOf(id)) ?? {};
			const tried = (on: string) => sending.confirm(anna(), pipId, day(on), today);
			expect(await tried('2026-05-10')).toEqual({
				ok: false,
				problems: { sentOn: 'sentBeforeDagtekening' },
			});
			expect(await tried('2026-05-12')).toEqual({ ok: false, problems: { sentOn: 'future' } });
		});
	});

	it('is not found for whoever may not', async () => {
		const { id } = await somebody();
		await publish(id, planB);
		const [letter] = (await sending.letters(anna(), today)).rows.filter(
			(row) => row.personId === id,
		);
		const outsiders = [
			staffOf(portal(), 'bert'),
			staffOf(portal(), 'anna', ['klantmanager'], ['0589']),
			staffOf(portal(), 'admin', ['administrator']),
			residentOf(portal(), 'somebody-else'),
		];
		for (const actor of outsiders) {
			const tried = [
				() => sending.wayOf(actor, id, 'decisions'),
				() => sending.choices(actor, id, 'decisions'),
				() => sending.choose(actor, id, chosen('portal'), today),
				() => sending.confirm(actor, letter?.pipId ?? '', day('2026-05-11'), today),
			];
			for (const attempt of tried) await expect(attempt).rejects.toThrow(NotFound);
		}
		const self = residentOf(portal(), id);
		await expect(
			sending.confirm(self, letter?.pipId ?? '', day('2026-05-11'), today),
		).rejects.toThrow(NotFound);
		await expect(sending.confirm(anna(), "' or 1=1", day('2026-05-11'), today)).rejects.toThrow(
			NotFound,
		);
		expect((await sending.letters(staffOf(portal(), 'bert'), today)).rows).toEqual([]);
	});
});
