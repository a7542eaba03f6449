import * as v from 'valibot';
import type { ActivityId } from './activities.ts';
import type { Component, StaffFunction } from './components.ts';
import { clashes, inconsistencies, type Problem } from './consistency.ts';
import fermWerk from './data/ferm-werk.json' with { type: 'json' };
import heerenveen from './data/heerenveen.json' with { type: 'json' };
import { isAssumed, sourcesIn, type Sourced } from './fact.ts';
import {
	definitionSchema,
	unassigned,
	type Definition,
	type Gemeente,
	type OfferedActivity,
	type Partner,
	type PolicyFacts,
	type Responsibility,
} from './schema.ts';

export type { OfferedActivity } from './schema.ts';

declare const checked: unique symbol;

/** A definition that was checked: only `load` makes one. */
export type Tenant = Definition & { readonly [checked]: true };

/** The local policy that holds in a gemeente, without its sources. Absent is unknown, never a default. */
export type Policy = { readonly [Choice in keyof PolicyFacts]: PolicyValue<PolicyFacts[Choice]> };

/** A definition that cannot be used; the message lists every problem with its path. */
export class InvalidTenant extends Error {
	readonly problems: readonly Problem[];

	constructor(problems: readonly Problem[]) {
		const lines = problems.map(({ path, problem }) => `${path}: ${problem}`);
		super(`The definition of a tenant is not valid:\n${lines.join('\n')}`);
		this.name = 'InvalidTenant';
		this.problems = problems;
	}
}

/**
 * Checks what stands in a definition file.
 * @throws {InvalidTenant} with all problems and where they are
 */
export function load(definition: unknown): Tenant {
	const { issues, success, output } = v.safeParse(definitionSchema, definition);
	const problems = success ? inconsistencies(output) : issues.map(problemOf);
	if (!success || problems.length > 0) throw new InvalidTenant(problems);
	return output as Definition as Tenant;
}

/** The tenants that come with the portal. */
export function all(): readonly Tenant[] {
	builtIn ??= together([load(heerenveen), load(fermWerk)]);
	return builtIn;
}

let builtIn: readonly Tenant[] | undefined;

/**
 * Tenants that may be served by one installation.
 * @throws {InvalidTenant} where two claim the same id or host
 */
export function together(tenants: readonly Tenant[]): readonly Tenant[] {
	const problems = clashes(tenants);
	if (problems.length > 0) throw new InvalidTenant(problems);
	return tenants;
}

/** The tenant of a Host header (a port is ignored), or null for every host that is not on a list. */
export function byHost(host: string, tenants: readonly Tenant[]): Tenant | null {
	const name = host.toLowerCase().replace(/:\d{1,5}$/, '');
	return tenants.find(({ hosts }) => hosts.includes(name)) ?? null;
}

/** The gemeente with this code inside a tenant, or null. */
export function gemeente(tenant: Tenant, gemeentecode: string): Gemeente | null {
	return tenant.gemeenten.find((one) => one.gemeentecode === gemeentecode) ?? null;
}

/**
 * The policy of the tenant, overlaid by that of the gemeente.
 * @throws {RangeError} for a gemeente that the tenant does not have
 */
export function policyFor(tenant: Tenant, gemeentecode: string): Policy {
	const facts: PolicyFacts = { ...tenant.policy, ...known(tenant, gemeentecode).policy };
	return Object.fromEntries(Object.entries(facts).map(([choice, { value }]) => [choice, value]));
}

/** One row of "who helps me with what": `first` is null as long as nobody is responsible. */
export interface Help {
	readonly component: Component;
	readonly first: Partner | null;
	readonly because: Responsibility['value']['because'] | null;
	readonly staffFunction: StaffFunction | null;
	readonly alongside: readonly Partner[];
	readonly ifNeeded: readonly Partner[];
}

/**
 * Who is responsible for what in a gemeente, one row per component.
 * @throws {RangeError} for a gemeente that the tenant does not have
 */
export function helpIn(tenant: Tenant, gemeentecode: string): readonly Help[] {
	const code = known(tenant, gemeentecode).gemeentecode;
	const partnersOf = (ids: readonly string[]) =>
		tenant.partners.filter(({ id }) => ids.includes(id));
	return tenant.responsibilities
		.filter(({ gemeenten }) => gemeenten.includes(code))
		.map(({ component, value }) => ({
			component,
			first: value.first === unassigned ? null : (partnersOf([value.first])[0] ?? null),
			because: value.because ?? null,
			staffFunction: value.staffFunction ?? null,
			alongside: partnersOf(value.alongside),
			ifNeeded: partnersOf(value.ifNeeded),
		}));
}

/** The activity as the tenant offers it, or null where it is not offered or never counts. */
export function countable(tenant: Tenant, activity: string): OfferedActivity | null {
	const found = tenant.activities.find(({ id }) => id === activity);
	return found === undefined || found.counts.value === 'no' ? null : found;
}

/**
 * The names of where somebody can go for an activity, as far as the tenant says it: who does that part of the track,
 * and where its meetings are held.
 * @throws {RangeError} for a gemeente that the tenant does not have
 */
export function placesFor(
	tenant: Tenant,
	gemeentecode: string,
	activity: ActivityId,
): readonly string[] {
	const named = tenant.partners.filter(({ name }) => name.toLowerCase() === activity);
	const component = componentOf.get(activity);
	const help = helpIn(tenant, gemeentecode).filter((row) => row.component === component);
	const partners = help.flatMap(({ first, alongside }) =>
		first ? [first, ...alongside] : alongside,
	);
	const held = tenant.places.filter(({ components }) =>
		components.some((one) => one === component),
	);
	return [...new Set([...named, ...partners, ...held].map(({ name }) => name))];
}

/** The part of the track that an activity is, where it is one. */
const componentOf: ReadonlyMap<ActivityId, Component> = new Map([
	['taalmaatje', 'taalmaatje'],
	['budgetTraining', 'financialSelfReliance'],
	['maatschappelijkeBegeleiding', 'maatschappelijkeBegeleiding'],
	['pvt', 'pvt'],
	['moduleMap', 'moduleMap'],
]);

/** What the gemeente itself has not published: inferred, borrowed from elsewhere, or assumed for the demo. */
export function assumptions(tenant: Tenant): readonly Sourced[] {
	return sourcesIn(tenant).filter(({ source }) => isAssumed(source));
}

type PolicyValue<Fact> = Fact extends { readonly value: infer Value } ? Value : never;

function known(tenant: Tenant, gemeentecode: string): Gemeente {
	const found = gemeente(tenant, gemeentecode);
	if (!found) throw new RangeError(`${tenant.id} has no gemeente ${gemeentecode}`);
	return found;
}

function problemOf(issue: v.InferIssue<typeof definitionSchema>): Problem {
	return { path: v.getDotPath(issue) ?? '', problem: issue.message };
}
