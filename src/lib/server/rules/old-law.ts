import type { Topic } from '../../../params/topic.ts';
import { bezwaar } from './bezwaar.ts';
import { type Known, line, type Page, type Part, pageOf } from './page.ts';

/**
 * What is true for somebody whose duty arose before 2022 (W 54(1)): nothing of the law of 2021 is, so that these pages
 * tell what is the same under both and lead to DUO, which knows the rest.
 */
export function oldLaw(topic: Topic, known: Known): Page {
	const otherLaw: Part = { key: 'otherLaw', lines: [line('oldText'), line('oldDuo')], to: ['duo'] };
	switch (topic) {
		case 'plichten':
			return pageOf(otherLaw, {
				key: 'duties',
				lines: [],
				items: [
					line('oldLanguage'),
					line('oldKnm'),
					line('oldOna'),
					line('oldCourse'),
					line('oldDay'),
				],
			});
		case 'boete':
			return pageOf(
				{
					key: 'todo',
					lines: [line('boeteCall'), line('boeteTell'), line('boeteKeep'), line('boeteBezwaar')],
					to: ['bezwaar'],
				},
				otherLaw,
				{ key: 'rule', lines: [line('oldBoeteGemeente'), line('oldBoeteLetter')] },
				{ key: 'consequence', lines: [line('oldBoeteNew')] },
			);
		case 'verlenging':
		case 'ontheffing':
		case 'vrijstelling':
			return pageOf(
				{ key: 'todo', lines: [line('askDuo'), line('askHelp')], to: ['duo'] },
				otherLaw,
				{
					key: 'consequence',
					lines: [line('duoNo')],
					to: ['bezwaar'],
				},
			);
		case 'bezwaar':
			return bezwaar({ ...known, plan: null });
		default:
			return topic satisfies never;
	}
}
