import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activities, activityIds, isActivityId } from './activities.ts';
import * as tenants from './tenants.ts';

describe('activities', () => {
	it.each(activityIds)('%s has an icon that exists', (id) => {
		const file = `${activities[id].icon}-duotone.svg`;
		expect(existsSync(`node_modules/@phosphor-icons/core/assets/duotone/${file}`)).toBe(true);
	});

	it('recognises its own ids only', () => {
		expect(isActivityId('cyclingLesson')).toBe(true);
		expect(isActivityId('toString')).toBe(false);
		expect(isActivityId('')).toBe(false);
	});

	it.each(tenants.all())('of $name count only where they are participation', (tenant) => {
		for (const { id, counts } of tenant.activities) {
			if (activities[id].kind === 'course') expect(counts.value).toBe('no');
		}
	});

	it.each(tenants.all())('of $name include PVT, MAP and a free choice', ({ activities }) => {
		const ids = activities.map(({ id }) => id);
		expect(ids).toEqual(expect.arrayContaining(['pvt', 'moduleMap', 'other']));
	});
});
