import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import type { Driven } from './driven.ts';

const port = 4479;
/** The key under which WebDriver names an element (W3C WebDriver, 12.1). */
const elementKey = 'element-6066-11e4-a52e-4f735466cecf';
const missing = 'WebKitGTK is not there: "sudo apt-get install webkit2gtk-driver xvfb" gives it.';

/** WebKitGTK, the nearest to Safari that runs here, through plain WebDriver on a screen that nobody sees. */
export async function webKit(): Promise<Driven | string> {
	const browser = miniBrowser();
	if (!browser || !existsSync('/usr/bin/WebKitWebDriver') || !existsSync('/usr/bin/Xvfb'))
		return missing;
	const screen = spawn('Xvfb', [':479', '-screen', '0', '1024x900x24'], { stdio: 'ignore' });
	const env = { ...process.env, DISPLAY: ':479', WEBKIT_DISABLE_COMPOSITING_MODE: '1' };
	const driver = spawn('WebKitWebDriver', [`--port=${port}`], { stdio: 'ignore', env });
	try {
		return await session(browser, [driver, screen]);
	} catch (error) {
		for (const each of [driver, screen]) each.kill('SIGKILL');
		return `It cannot be driven here: ${error instanceof Error ? error.message : String(error)}`;
	}
}

function miniBrowser(): string | undefined {
	const libraries = '/usr/lib';
	return readdirSync(libraries)
		.flatMap((folder) => [`${libraries}/${folder}/webkit2gtk-4.1/MiniBrowser`])
		.find((path) => existsSync(path));
}

async function session(binary: string, programs: readonly ChildProcess[]): Promise<Driven> {
	const options = { binary, args: ['--automation'] };
	const capabilities = {
		alwaysMatch: { 'webkitgtk:browserOptions': options, acceptInsecureCerts: true },
	};
	const begun = await patiently(() => ask('POST', '/session', { capabilities }));
	const { sessionId, capabilities: has } = begun as {
		sessionId: string;
		capabilities: { browserName: string; browserVersion: string };
	};
	const here = `/session/${sessionId}`;
	const run = (script: string, args: readonly unknown[] = []) =>
		ask('POST', `${here}/execute/sync`, { script, args });
	const find = async (selector: string) => {
		const found = await ask('POST', `${here}/element`, { using: 'css selector', value: selector });
		// Out from under the bar at the foot of the screen.
		await run('arguments[0].scrollIntoView({ block: "center" })', [found]);
		return (found as Record<string, string>)[elementKey] ?? '';
	};
	const tell = async (command: string, body: object) => {
		await ask('POST', `${here}/${command}`, body);
	};
	await ask('POST', `${here}/window/rect`, { width: 360, height: 800 });
	return {
		version: `${has.browserName} ${has.browserVersion}`,
		open: (url) => tell('url', { url }),
		read: async <Value>(expression: string) => (await run(`return (${expression})`)) as Value,
		click: async (selector) => tell(`element/${await find(selector)}/click`, {}),
		type: async (selector, text) => tell(`element/${await find(selector)}/value`, { text }),
		attach: async (selector, text) => tell(`element/${await find(selector)}/value`, { text }),
		picture: async () => Buffer.from((await ask('GET', `${here}/screenshot`)) as string, 'base64'),
		close: async () => {
			await ask('DELETE', here).catch(() => null);
			for (const each of programs) each.kill('SIGKILL');
		},
	};
}

/** One command of WebDriver; its refusal is thrown as it is worded. */
async function ask(method: string, path: string, body?: object): Promise<unknown> {
	const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
		method,
		signal: AbortSignal.timeout(60_000),
		...(body ? { body: JSON.stringify(body) } : {}),
	});
	const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
	if (answer.status !== 200) throw new Error(`${value.error}: ${value.message}`);
	return value;
}

/** The driver takes a moment to listen. */
async function patiently(begin: () => Promise<unknown>): Promise<unknown> {
	for (let tried = 0; tried < 20; tried++) {
		try {
			return await begin();
		} catch (error) {
			if (!(error instanceof TypeError)) throw error;
			await new Promise((resolve) => setTimeout(resolve, 250));
		}
	}
	return begin();
}
