import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import webPush from 'web-push';
import { writeDurably } from '../crypto/durable-file.ts';
import { KeyProblem } from '../crypto/key-problem.ts';
import type { Settings } from '../settings.ts';

/** By what a push service knows this portal (RFC 8292): an address of the operator, and a pair of keys. */
export interface Vapid {
	/** `mailto:` or `https:`. */
	readonly subject: string;
	readonly publicKey: string;
	readonly privateKey: string;
}

const fileName = 'push.json';

/** The keys, where PUSH_CONTACT says that push messages are sent; null otherwise. Throws `KeyProblem`. */
export function vapidOf(settings: Settings): Vapid | null {
	const { PUSH_CONTACT: subject } = settings;
	if (subject === undefined) return null;
	const path = join(folderOf(settings), fileName);
	try {
		if ((statSync(path).mode & 0o077) !== 0) {
			throw new KeyProblem(`The key file ${path} is open to others: run "chmod 600 ${path}".`);
		}
		const { publicKey, privateKey } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Vapid>;
		if (!publicKey || !privateKey) throw new KeyProblem(`The key file ${path} holds no keys.`);
		return { subject, publicKey, privateKey };
	} catch (problem) {
		if (problem instanceof KeyProblem) throw problem;
		throw new KeyProblem(
			`The key file ${path} cannot be read; make it with: npm run portal -- keys push.`,
		);
	}
}

/** Makes the pair once; whoever makes another loses every phone that said yes. Gives whether it was made. */
export async function createVapid(settings: Settings): Promise<boolean> {
	const path = join(folderOf(settings), fileName);
	if (existsSync(path)) return false;
	const pair = webPush.generateVAPIDKeys();
	await writeDurably(path, Buffer.from(`${JSON.stringify(pair)}\n`), 'keep');
	return true;
}

function folderOf({ DATA_DIR, KEYS_DIR }: Settings): string {
	return KEYS_DIR ?? join(DATA_DIR, 'keys');
}
