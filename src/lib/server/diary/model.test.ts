import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Resident } from '../access/access.ts';
import * as hours from '../hours/hours.ts';
import { newId } from '../id.ts';
import { eachEngine, staffOf, type World } from '../test-world.ts';
import * as calls from '../calls/calls.ts';
import * as diary from './diary.ts';
import { somebody, today } from './test-diary.ts';

/** The same in a few lines: what the person has, and whether and with what it is shared. */
interface Model {
	readonly reason: diary.Reason;
	readonly words: string | null;
	readonly shared: boolean;
	readonly withWords: boolean;
}

const steps = fc.array(
	fc.record({
		verb: fc.constantFrom(
			'write',
			'words',
			'share',
			'unshare',
			'end',
			'remove',
			'call',
			'never mind',
		),
		nth: fc.nat(3),
		reason: fc.constantFrom(...diary.reasons),
		withWords: fc.boolean(),
		isOld: fc.boolean(),
	}),
	{ minLength: 4, maxLength: 24 },
);

/** Own words that stand nowhere else. */
const canary = (n: number) => `kanarie-${n}-ኣነ`;

eachEngine('what the gemeente sees of a diary', (open) => {
	let world: World;
	beforeAll(async () => {
		world = await open();
	});
	afterAll(() => world.close());

	it('is what the person shares at that moment, and nothing private ever', async () => {
		const kim = staffOf(world.portal, 'kim');
		await fc.assert(
			fc.asyncProperty(steps, async (list) => {
				const actor = await somebody(world.portal, '2026-11-16');
				const model = new Map<string, Model>();
				const ids = Array.from({ length: 4 }, () => newId());
				for (const [n, step] of list.entries()) {
					await take(actor, model, ids[step.nth] ?? '', n, step);
					await expectSame(actor, model);
				}
			}),
			{ numRuns: world.portal.store.engine === 'sqlite' ? 40 : 15 },
		);

		async function expectSame(actor: Resident, model: ReadonlyMap<string, Model>) {
			const all = [...model.values()];
			const visible = all.filter(({ shared }) => shared);
			const lines = await diary.shared(kim, actor.personId, today);
			const word = ({ reason }: { reason: string }) => reason;
			expect(lines.map(word).sort()).toEqual(visible.map(word).sort());
			const told = visible.flatMap(({ reason, withWords, words }) =>
				withWords && words !== null && !diary.isPersonal(reason) ? [words] : [],
			);
			const everything = JSON.stringify([
				lines,
				await calls.waiting(kim, today),
				await calls.wish(kim, actor.personId, today),
				await hours.silent(kim, today),
			]);
			const found = everything.match(/kanarie-\d+-ኣነ/g) ?? [];
			expect(found.sort()).toEqual(told.sort());
			const own = await diary.own(actor);
			expect(own.map(word).sort()).toEqual(all.map(word).sort());
		}
	});

	async function take(
		actor: Resident,
		model: Map<string, Model>,
		id: string,
		n: number,
		{
			verb,
			reason,
			withWords,
			isOld,
		}: { verb: string; reason: diary.Reason; withWords: boolean; isOld: boolean },
	) {
		if (verb === 'call') return calls.ask(actor, { language: 'ti', dayPart: 'any' }, today);
		if (verb === 'never mind') return calls.takeBack(actor, today);
		const known = model.get(id);
		if (verb === 'write') {
			await diary.write(actor, { id, reason }, today);
			const isSame = known?.reason === reason;
			const fresh = { reason, words: known?.words ?? null, shared: false, withWords: false };
			return isSame ? undefined : model.set(id, fresh);
		}
		if (verb === 'remove') {
			await diary.remove(actor, id, today);
			return model.delete(id);
		}
		if (!known) return undefined;
		if (verb === 'end') return diary.end(actor, id, today);
		if (verb === 'unshare') {
			await diary.unshare(actor, id, today);
			return model.set(id, { ...known, shared: false, withWords: false });
		}
		const line = await diary.line(actor, id);
		const seen = isOld ? line.revision - 1 : line.revision;
		if (verb === 'share') {
			const outcome = await diary.share(actor, { id, seen, withWords }, today);
			expect(outcome.ok).toBe(!isOld);
			return isOld ? undefined : model.set(id, { ...known, shared: true, withWords });
		}
		const { sinceOn, untilOn } = line;
		const content = { reason: known.reason, sinceOn, untilOn, words: canary(n) };
		const outcome = await diary.change(actor, { id, seen, content }, today);
		expect(outcome.ok).toBe(!isOld);
		if (isOld) return undefined;
		return model.set(id, { ...known, words: canary(n), shared: false, withWords: false });
	}
});
