import { components } from './components.ts';
import { unassigned, type Definition } from './schema.ts';

/** What is wrong with a definition, and where. */
export interface Problem {
	readonly path: string;
	readonly problem: string;
}

/** What must hold between the parts of one definition: ids are unique, references lead somewhere, nothing is forgotten. */
export function inconsistencies(definition: Definition): Problem[] {
	const { hosts, gemeenten, partners, activities, places } = definition;
	return [
		...repeated('hosts', hosts),
		...repeated(
			'gemeenten',
			gemeenten.map(({ gemeentecode }) => gemeentecode),
		),
		...repeated(
			'partners',
			partners.map(({ id }) => id),
		),
		...repeated(
			'activities',
			activities.map(({ id }) => id),
		),
		...repeated(
			'places',
			places.map(({ id }) => id),
		),
		...deadReferences(definition),
		...tableGaps(definition),
	];
}

/** A host belongs to one tenant only, and so does an id. */
export function clashes(definitions: readonly Definition[]): Problem[] {
	return [
		...repeated(
			'id',
			definitions.map(({ id }) => id),
		),
		...repeated(
			'hosts',
			definitions.flatMap(({ hosts }) => hosts),
		),
	];
}

function repeated(path: string, ids: readonly string[]): Problem[] {
	return ids.flatMap((id, index) =>
		ids.indexOf(id) === index ? [] : [{ path: `${path}.${index}`, problem: `repeats ${id}` }],
	);
}

function deadReferences({ gemeenten, partners, responsibilities }: Definition): Problem[] {
	const codes = new Set(gemeenten.map(({ gemeentecode }) => gemeentecode));
	const known = new Set([unassigned, ...partners.map(({ id }) => id)]);
	return responsibilities.flatMap(({ gemeenten: named, value }, row) => [
		...named.flatMap((code, index) =>
			codes.has(code)
				? []
				: [unknown(`responsibilities.${row}.gemeenten.${index}`, 'gemeente', code)],
		),
		...[value.first, ...value.alongside, ...value.ifNeeded].flatMap((id) =>
			known.has(id) ? [] : [unknown(`responsibilities.${row}.value`, 'partner', id)],
		),
	]);
}

/** Every component has exactly one row in every gemeente, so that nobody is left without an answer to "who helps me". */
function tableGaps({ gemeenten, responsibilities }: Definition): Problem[] {
	return gemeenten.flatMap(({ gemeentecode }) =>
		components.flatMap((component) => {
			const rows = responsibilities.filter(
				(row) => row.component === component && row.gemeenten.includes(gemeentecode),
			).length;
			if (rows === 1) return [];
			const problem = `${component} has ${rows} rows in ${gemeentecode}, must have one`;
			return [{ path: 'responsibilities', problem }];
		}),
	);
}

function unknown(path: string, what: string, id: string): Problem {
	return { path, problem: `names the unknown ${what} ${id}` };
}
