import { describe, expect, it } from 'vitest';
import { sourcesIn } from './fact.ts';
import fermWerk from './data/ferm-werk.json' with { type: 'json' };
import heerenveen from './data/heerenveen.json' with { type: 'json' };
import * as tenants from './tenants.ts';

type Tree = { [key: string]: Tree };

/** A copy of a definition with one place set to a value, or removed. */
function changed(definition: object, path: string, value?: unknown): object {
	const copy = structuredClone(definition);
	const keys = path.split('.');
	const last = keys.pop() ?? '';
	const holder = keys.reduce((tree, key) => tree[key] ?? {}, copy as unknown as Tree);
	if (value === undefined) delete holder[last];
	else Object.assign(holder, { [last]: value });
	return copy;
}

function problems(definition: unknown): string[] {
	try {
		tenants.load(definition);
		return [];
	} catch (error) {
		if (!(error instanceof tenants.InvalidTenant)) throw error;
		return error.problems.map(({ path, problem }) => `${path}: ${problem}`);
	}
}

describe('load', () => {
	it.each([
		['id', 'Ferm Werk', 'id: must be a kebab-case id'],
		['hosts.0', 'Ferm-Werk.localhost:3000', 'hosts.0: must be a host name in lower case'],
		['gemeenten.0.gemeentecode', '632', 'gemeenten.0.gemeentecode: must be a gemeentecode of four'],
		['gemeenten.1.gemeentecode', '0632', 'gemeenten.1: repeats 0632'],
		['policy.mapTargetMonths.value', 48, 'policy.mapTargetMonths.value: Invalid value'],
		['policy.mapTargetMonths.value', '18', 'policy.mapTargetMonths.value: Invalid type'],
		['policy.mapTargetMonth', 18, 'policy.mapTargetMonth: Invalid key'],
		[
			'policy.lessonDagdelenPerWeek.value.most',
			2,
			'policy.lessonDagdelenPerWeek.value: least must',
		],
		['partners.1.id', 'ferm-werk', 'partners.1: repeats ferm-werk'],
		['partners.1.id', 'unassigned', 'partners.1.id: is the word for nobody'],
		[
			'responsibilities.0.value.first',
			'nobody',
			'responsibilities.0.value: names the unknown partner',
		],
		[
			'responsibilities.0.value.first',
			'unassigned',
			'responsibilities.0.value: because must be given',
		],
		['responsibilities.0.gemeenten.0', '0074', 'responsibilities.0.gemeenten.0: names the unknown'],
		['responsibilities.0.component', 'zwemles', 'responsibilities.0.component: Invalid type'],
		['activities.0.id', 'chess', 'activities.0.id: Invalid type'],
		['activities.0.counts.value', 'perhaps', 'activities.0.counts.value: Invalid type'],
		[
			'contact',
			{ email: { value: 'x', source: heerenveen.gemeenten[0]?.source } },
			'contact.email',
		],
		['theme.--basis-color-action-1-color-default', 'brown', 'theme.--basis-color-action-1-color'],
		['theme.--basis-color-action-1-color-default', '#8a8a8a', 'must be at least 4.5'],
	])('refuses %s = %j', (path, value, expected) => {
		const found = problems(changed(fermWerk, path, value));
		expect(found.join('\n')).toContain(expected);
	});

	it('refuses a gemeente where nobody answers for a component', () => {
		const row = fermWerk.responsibilities.findIndex(({ component }) => component === 'handover');
		const definition = changed(fermWerk, `responsibilities.${row}.gemeenten`, [
			'0632',
			'0335',
			'1901',
		]);
		expect(problems(definition)).toEqual([
			'responsibilities: handover has 0 rows in 0589, must have one',
		]);
	});

	it('refuses any fact that lost its source', () => {
		for (const definition of [heerenveen, fermWerk]) {
			const sourced = sourcesIn(definition);
			expect(sourced.length).toBeGreaterThan(50);
			for (const { path } of sourced) {
				const found = problems(changed(definition, `${path}.source`));
				expect(found.join('\n')).toContain(`${path}.source: Invalid key`);
			}
		}
	});

	it('refuses what is not a definition at all', () => {
		expect(problems(null)).toHaveLength(1);
		expect(problems({}).length).toBeGreaterThan(5);
	});
});

describe('together', () => {
	it('refuses two tenants with one host', () => {
		const [one, other] = [heerenveen, changed(fermWerk, 'hosts.0', 'localhost')].map(tenants.load);
		expect(() => tenants.together([one, other].filter((tenant) => tenant !== undefined))).toThrow(
			'hosts.3: repeats localhost',
		);
	});
});
