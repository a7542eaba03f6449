import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a hash costs to make. */
export interface Cost {
	readonly memoryKiB: number;
	readonly passes: number;
}

/** Argon2id with 19 MiB and two passes (OWASP Password Storage; RFC 9106): some 25 ms here. */
export const usualCost: Cost = { memoryKiB: 19_456, passes: 2 };

/** Too many wait for a hash: whoever comes now may come back. */
export class Busy extends Error {
	override readonly name = 'Busy';
}

/** A hash with what it cost and its salt, to compare with later. */
export async function slowHash(secret: string, cost: Cost = usualCost): Promise<string> {
	const salt = randomBytes(16);
	return written(cost, salt, await hashOf(secret, salt, cost));
}

/** Whether the secret is the one that was hashed; takes as long when it is not. */
export async function isSameSecret(secret: string, hash: string): Promise<boolean> {
	const [, memoryKiB, passes, salt = '', known = ''] = hash.split('$');
	const cost = { memoryKiB: Number(memoryKiB), passes: Number(passes) };
	const made = await hashOf(secret, Buffer.from(salt, 'base64url'), cost);
	return timingSafeEqual(made, Buffer.from(known, 'base64url'));
}

/** A hash that no secret has: comparing with it takes as long as with a true one. */
export function decoy(cost: Cost = usualCost): string {
	return written(cost, randomBytes(16), randomBytes(length));
}

const length = 32;
const mostAtOnce = 2;
const mostWaiting = 200;
const waiting: (() => void)[] = [];
let running = 0;

async function hashOf(secret: string, nonce: Buffer, cost: Cost): Promise<Buffer> {
	await turn();
	try {
		return await new Promise<Buffer>((resolve, reject) => {
			const { memoryKiB: memory, passes } = cost;
			const rest = { parallelism: 1, tagLength: length, memory, passes };
			argon2('argon2id', { message: secret, nonce, ...rest }, (problem, hash) => {
				if (problem) reject(problem);
				else resolve(hash);
			});
		});
	} finally {
		const next = waiting.shift();
		if (next) next();
		else running -= 1;
	}
}

/** Each takes memory and a processor, so few run side by side. */
async function turn(): Promise<void> {
	if (running < mostAtOnce) {
		running += 1;
		return;
	}
	if (waiting.length >= mostWaiting) throw new Busy();
	await new Promise<void>((resolve) => waiting.push(resolve));
}

function written({ memoryKiB, passes }: Cost, salt: Buffer, hash: Buffer): string {
	return `argon2id$${memoryKiB}$${passes}$${salt.toString('base64url')}$${hash.toString('base64url')}`;
}
