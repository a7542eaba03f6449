/**
 * The worker of notices in a process of its own, that is killed at its nth step: before a transaction, inside it before
 * the commit, after it, before a sending and after the other side has answered. With 0 it runs to the end.
 */
import * as keyring from '#lib/server/crypto/keyring.ts';
import type { Store } from '#lib/server/db/store.ts';
import type { Channel } from '#lib/server/notices/channel.ts';
import * as notices from '#lib/server/notices/notices.ts';
import { openOne } from '#lib/server/portals.ts';
import { read } from '#lib/server/settings.ts';
import { all } from '#lib/server/tenants/tenants.ts';
import { join } from 'node:path';

const [killAt, now] = process.argv.slice(2).map(Number);
let steps = 0;

function step() {
	steps += 1;
	if (steps === killAt) process.kill(process.pid, 'SIGKILL');
}

function stepping(store: Store): Store {
	const around = async <T>(transaction: () => Promise<T>) => {
		step();
		const result = await transaction();
		step();
		return result;
	};
	return {
		...store,
		touch: (work) =>
			around(() =>
				store.touch(async (tx) => {
					const result = await work(tx);
					step();
					return result;
				}),
			),
		write: (at, work) =>
			around(() =>
				store.write(at, async (tx, log) => {
					const result = await work(tx, log);
					step();
					return result;
				}),
			),
	};
}

/** A number that ends in 98 kills whoever sends to it. */
function steppingSms(channel: Channel<string>): Channel<string> {
	return {
		async send(outgoing, to, at) {
			step();
			if (to.endsWith('98')) process.kill(process.pid, 'SIGKILL');
			const answer = await channel.send(outgoing, to, at);
			step();
			return answer;
		},
	};
}

const settings = read(process.env);
const [tenant] = all();
const { sms } = notices.channelsOf(settings);
if (!tenant || !sms || now === undefined) throw new Error('a worker lacks what it needs');
const keys = keyring.open(join(settings.DATA_DIR, 'keys'));
const portal = await openOne(settings, keys, tenant);
const store = stepping(portal.store);
await notices.sendDue({ ...portal, store }, { sms: steppingSms(sms) }, () => now);
await portal.store.close();
