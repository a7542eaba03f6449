/** The worlds in which the browser tests run, each with its portal; `visited` looks back at both and needs none. */
const ports = { pages: 4173, journeys: 4174, visited: null } as const;
export type WorldName = keyof typeof ports;

const asked = process.env['BROWSER_WORLD'] ?? 'journeys';
if (!isWorld(asked)) throw new Error(`There is no world ${asked}`);

/** The world of this process. */
export const world = { name: asked, port: ports[asked] };

function isWorld(name: string): name is WorldName {
	return Object.hasOwn(ports, name);
}
