import { describe, expect, it } from 'vitest';
import { languagesOffered } from '../languages.ts';
import { fillGaps, sentenceIds } from '../sentences.ts';
import { renderSlots } from '../slots.ts';
import { isTalkSentenceId, talkSentence, talkSentenceIds } from './talk.ts';

const facts = { hours: '12', partner: 'Buurthuis De Spil', doneOn: '2026-11-02' };

describe('the sentences of a report', () => {
	it('have ids that no agreement has, since one list offers both', () => {
		const agreements: readonly string[] = sentenceIds;
		expect(talkSentenceIds.filter((id) => agreements.includes(id))).toEqual([]);
		expect(talkSentenceIds.length).toBeGreaterThan(10);
	});

	it('say each of their facts in every language', () => {
		for (const id of talkSentenceIds) {
			const said = talkSentence(id);
			const filled = said && fillGaps(said.slots, facts);
			if (!filled?.ok) throw new Error(id);
			for (const locale of languagesOffered) {
				const rendered = renderSlots(filled.slots, locale);
				const words = said?.message(rendered, { locale }) ?? '';
				for (const fact of Object.values(rendered)) expect(words).toContain(fact);
				expect(words).not.toMatch(/[{}]|undefined/);
			}
		}
	});

	it('are no other names than these', () => {
		for (const id of ['', 'toString', '__proto__', 'practise']) {
			expect(isTalkSentenceId(id)).toBe(false);
			expect(talkSentence(id)).toBeNull();
		}
	});
});
