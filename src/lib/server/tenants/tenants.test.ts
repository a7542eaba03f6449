import { describe, expect, it } from 'vitest';
import { components } from './components.ts';
import fermWerkDefinition from './data/ferm-werk.json' with { type: 'json' };
import heerenveenDefinition from './data/heerenveen.json' with { type: 'json' };
import { demoAssumption, sourcesIn } from './fact.ts';
import * as tenants from './tenants.ts';

const heerenveen = tenants.load(heerenveenDefinition);
const fermWerk = tenants.load(fermWerkDefinition);

describe('the tenants that come with the portal', () => {
	it('are Heerenveen and Ferm Werk with its four gemeenten', () => {
		expect(tenants.all().map(({ id }) => id)).toEqual(['heerenveen', 'ferm-werk']);
		expect(fermWerk.gemeenten.map(({ gemeentecode, name }) => [gemeentecode, name])).toEqual([
			['0632', 'Woerden'],
			['0589', 'Oudewater'],
			['0335', 'Montfoort'],
			['1901', 'Bodegraven-Reeuwijk'],
		]);
	});

	it.each([heerenveen, fermWerk])('answer for every component in $name', (tenant) => {
		for (const { gemeentecode } of tenant.gemeenten) {
			const rows = tenants.helpIn(tenant, gemeentecode);
			expect(rows.map(({ component }) => component).toSorted()).toEqual(components.toSorted());
			for (const row of rows) expect(row.first === null).toBe(row.because !== null);
		}
	});

	it.each([heerenveen, fermWerk])('file nothing of $name under an unknown document', (tenant) => {
		const documents = new Set(sourcesIn(tenant).map(({ source }) => source.document));
		const published = [
			'Raadsbrief Voortgang Wet inburgering, gemeente Heerenveen',
			'Uitvoeringsplan Wet inburgering 2021, Ferm Werk',
			'Beleidsplan uitvoering nieuwe Wet inburgering 2022, gemeente Gooise Meren',
			'Presentatie Wet inburgering 2021, gemeente Uithoorn',
			'Gemeentelijke indeling op 1 januari, Centraal Bureau voor de Statistiek',
			'Wet inburgering 2021',
			'Besluit inburgering 2021',
			'Participatiewet',
			demoAssumption,
		];
		expect([...documents].filter((document) => !published.includes(document))).toEqual([]);
	});

	it('list what a gemeente has not published itself', () => {
		const paths = tenants.assumptions(fermWerk).map(({ path }) => path);
		expect(paths).toContain('policy.bothLanguagesMonths');
		expect(paths).toContain('policy.lessonDagdelenPerWeek');
		expect(paths).not.toContain('policy.pvtBeforeMap');
	});
});

describe('byHost', () => {
	it.each([
		['127.0.0.1', 'heerenveen'],
		['localhost', 'heerenveen'],
		['localhost:3000', 'heerenveen'],
		['Heerenveen.LOCALHOST:80', 'heerenveen'],
		['ferm-werk.localhost', 'ferm-werk'],
	])('finds the tenant of %s', (host, id) => {
		expect(tenants.byHost(host, tenants.all())?.id).toBe(id);
	});

	it.each([
		'',
		'example.org',
		'x.ferm-werk.localhost',
		'ferm-werk.localhost.',
		'ferm-werk.localhost.example.org',
		'localhost:',
		'localhost:3000:3000',
		'localhost@example.org',
	])('finds none for "%s"', (host) => {
		expect(tenants.byHost(host, tenants.all())).toBeNull();
	});
});

describe('policyFor', () => {
	it('gives the values of the tenant without their sources', () => {
		expect(tenants.policyFor(fermWerk, '0632')).toEqual({
			answerWorkingDays: 3,
			signInCodes: ['sms', 'email'],
			voortgangsgesprekkenPerYear: 2,
			bredeIntakeTalks: 2,
			leerbaarheidstoetsBeforeIntake: true,
			pvtBeforeMap: true,
			mapTargetMonths: 18,
			ontzorgenMonths: 6,
			bothLanguagesMonths: 6,
			lessonDagdelenPerWeek: { least: 3, most: 4 },
		});
	});

	it('says nothing where Heerenveen published nothing', () => {
		const policy = tenants.policyFor(heerenveen, '0074');
		expect(policy.pvtMeetings).toBe(3);
		expect(policy.budgettrainingMeetings).toBe(7);
		expect(policy.voortgangsgesprekkenPerYear).toBeUndefined();
		expect(policy.pvtBeforeMap).toBeUndefined();
	});

	it('lets a gemeente override its tenant, and no other gemeente', () => {
		const source = { document: 'Beleidsregel', year: 2026, section: '1' };
		const definition = structuredClone(fermWerkDefinition);
		Object.assign(definition.gemeenten[2] ?? {}, {
			policy: { voortgangsgesprekkenPerYear: { value: 3, source } },
		});
		const tenant = tenants.load(definition);
		expect(tenants.policyFor(tenant, '0335').voortgangsgesprekkenPerYear).toBe(3);
		expect(tenants.policyFor(tenant, '0335').mapTargetMonths).toBe(18);
		expect(tenants.policyFor(tenant, '0632').voortgangsgesprekkenPerYear).toBe(2);
	});

	it('refuses a gemeente of another tenant', () => {
		expect(tenants.gemeente(fermWerk, '0074')).toBeNull();
		expect(() => tenants.policyFor(fermWerk, '0074')).toThrow(RangeError);
	});
});

describe('helpIn', () => {
	const first = (gemeentecode: string) =>
		Object.fromEntries(
			tenants
				.helpIn(fermWerk, gemeentecode)
				.map(({ component, first }) => [component, first?.name ?? null]),
		);

	it('differs per gemeente of Ferm Werk as its table does', () => {
		expect(first('0632')).toMatchObject({
			pvt: 'VSGH',
			taalmaatje: 'VSGH',
			moduleMap: 'Ferm Werk',
		});
		expect(first('0335')).toMatchObject({
			pvt: 'VluchtelingenWerk',
			taalmaatje: 'SWOM / Huis van ervaring',
			maatschappelijkeBegeleiding: 'VluchtelingenWerk',
		});
		expect(first('1901')).toMatchObject({ pvt: 'NL Training', taalmaatje: 'SAM Welzijn' });
	});

	it('says that the MAP of Bodegraven-Reeuwijk was not decided', () => {
		const row = tenants.helpIn(fermWerk, '1901').find(({ component }) => component === 'moduleMap');
		expect(row).toMatchObject({ first: null, because: 'notDecided' });
	});

	it('names those who join and those who are called in when needed', () => {
		const row = tenants
			.helpIn(fermWerk, '0589')
			.find(({ component }) => component === 'bredeIntake');
		expect(row?.staffFunction).toBe('casusregisseur');
		expect(row?.alongside.map(({ name }) => name)).toEqual(['VSGH']);
		expect(row?.ifNeeded.map(({ name }) => name)).toEqual(['Stadsteam']);
	});
});
