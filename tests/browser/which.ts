/** Of the pages, those that are read in a language of which axe sees every page: about half of the time of all. */
const seenByAxe = / in (?:nl|ar|ti)\b/;

/**
 * The worlds in which the browser tests run, each with a portal and people of its own, so that they never meet. Both kinds
 * run whole where a part is asked for by name, and as two halves side by side in a run of everything: journeys by their
 * file, as the tests of one file share people. One pattern makes both halves, so that no test is in neither. `visited`
 * looks back at all of them.
 */
const worlds = {
	pages: { port: 4173, tests: 'pages/*.e2e.ts', half: {} },
	'pages-1': { port: 4173, tests: 'pages/*.e2e.ts', half: { grep: seenByAxe } },
	'pages-2': { port: 4175, tests: 'pages/*.e2e.ts', half: { grepInvert: seenByAxe } },
	journeys: { port: 4174, tests: 'journeys/*.e2e.ts', half: {} },
	'journeys-1': { port: 4174, tests: 'journeys/[a-l]*.e2e.ts', half: {} },
	'journeys-2': { port: 4176, tests: 'journeys/[!a-l]*.e2e.ts', half: {} },
	visited: { port: null, tests: '**/visited.e2e.ts', half: {} },
} as const;
export type WorldName = keyof typeof worlds;

/** The halves that together are everything. */
export const halves = [
	'pages-1',
	'journeys-1',
	'pages-2',
	'journeys-2',
] as const satisfies WorldName[];

const asked = process.env['BROWSER_WORLD'] ?? 'journeys';
if (!isWorld(asked)) throw new Error(`There is no world ${asked}`);

/** The world of this process. */
export const world = { name: asked, ...worlds[asked] };

/** Where a world is served and what runs in it. */
export const worldOf = (name: WorldName) => worlds[name];

/** Where the portal of a world writes its log. */
export const logOf = (name: WorldName) => `tests/results/requests-${name}.log`;

function isWorld(name: string): name is WorldName {
	return Object.hasOwn(worlds, name);
}
