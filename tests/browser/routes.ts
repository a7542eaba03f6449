import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One route of the portal as it was built, so that nothing has to be listed by hand. */
export interface Route {
	/** Kit's id, such as `/(resident)/uren/[entry]`. */
	readonly id: string;
	readonly isPage: boolean;
	/** The names of its form actions; `default` is the one without a name. */
	readonly actions: readonly string[];
	/** The methods of an endpoint. */
	readonly methods: readonly string[];
}

const source = 'src/routes';
const built = resolve('.svelte-kit/output/server/entries');

/** Every page and endpoint of `src/routes`, with what the build made of its server side. */
export async function routes(): Promise<readonly Route[]> {
	const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\+(page\.svelte|server\.ts)$/.test(file))
		.toSorted();
	return Promise.all(files.map(routeOf));
}

async function routeOf(file: string): Promise<Route> {
	const folder = file.replace(/\/?\+[^/]+$/, '');
	const isPage = file.endsWith('+page.svelte');
	const module = isPage
		? join(built, 'pages', onDisk(folder), '_page.server.ts.js')
		: join(built, 'endpoints', onDisk(folder), '_server.ts.js');
	const exported = existsSync(module) ? ((await import(module)) as Record<string, unknown>) : {};
	if (!isPage && Object.keys(exported).length === 0) throw new Error(`${file} was not built`);
	return {
		id: `/${folder}`,
		isPage,
		actions: Object.keys(exported['actions'] ?? {}),
		methods: isPage ? [] : Object.keys(exported),
	};
}

/** Names of folders as the build writes them. */
function onDisk(folder: string): string {
	return folder.replaceAll(/[[\]=]/g, '_');
}
