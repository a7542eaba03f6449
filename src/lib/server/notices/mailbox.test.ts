import { expect, it } from 'vitest';
import { eachEngine } from '../test-world.ts';
import * as notices from './notices.ts';
import { monday, reachable, receiving, told } from './test-notices.ts';

const hour = 60 * 60_000;

eachEngine('the mailbox of the demo', (open) => {
	it('shows what happened last, however much one round sent', async () => {
		const world = await open();
		const { id } = await reachable(world.portal);
		for (let number = 0; number < 110; number += 1) {
			await told(world.portal, id, `old ${number}`, { at: monday - hour, kind: 'messageNew' });
		}
		await told(world.portal, id, 'new', { kind: 'hoursDecided' });
		await notices.sendDue(world.portal, receiving([]), () => monday);
		const shown = await notices.mailbox(world.portal);
		expect(shown.slice(0, 2).map(({ words }) => words.dutch)).toEqual([
			'Er is een antwoord voor u. Log in om het te lezen.',
			'Er is een antwoord voor u. Log in om het te lezen.',
		]);
		await world.close();
	});

	it('shows it also while a slow round makes the letters about what happened before', async () => {
		const world = await open();
		const { id } = await reachable(world.portal);
		await told(world.portal, id, 'new', { kind: 'hoursDecided' });
		await notices.sendDue(world.portal, receiving([]), () => monday);
		for (let number = 0; number < 110; number += 1) {
			await told(world.portal, id, `old ${number}`, { at: monday - hour, kind: 'messageNew' });
		}
		await notices.sendDue(world.portal, receiving([]), () => monday + hour / 60);
		const [first] = await notices.mailbox(world.portal);
		expect(first?.words.dutch).toBe('Er is een antwoord voor u. Log in om het te lezen.');
		await world.close();
	});
});
