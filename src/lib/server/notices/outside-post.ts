import { lookup as systemLookup } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { BlockList, isIPv6, type LookupFunction } from 'node:net';
import { type Failed, failed, patience } from './channel.ts';

interface Posting {
	readonly headers: Readonly<Record<string, string | number>>;
	readonly body: string | Buffer;
	/** Refuses a host that stands in a private network; left out for a host that the operator names. */
	readonly onlyPublic?: boolean;
}

/** The status of the answer, or why there is none. */
export type Answered = { readonly status: number } | Failed;

/**
 * Posts to an address outside: no redirect is followed, the body of the answer is thrown away, and it ends in time. Never
 * throws.
 */
export function post(address: URL, { headers, body, onlyPublic }: Posting): Promise<Answered> {
	const send = address.protocol === 'https:' ? request : plainRequest;
	const options = {
		method: 'POST',
		headers: { ...headers, 'content-length': Buffer.byteLength(body) },
		agent: false,
		signal: AbortSignal.timeout(patience - 1000),
		...(onlyPublic ? { lookup: publicOnly } : {}),
	} as const;
	return new Promise((resolve) => {
		const asked = send(address, options, (answer) => {
			answer.resume();
			resolve({ status: answer.statusCode ?? 0 });
			// Nothing of it is read, however long it is.
			answer.once('data', () => answer.destroy());
		});
		asked.on('error', (problem) => resolve(failed(classOf(problem))));
		asked.end(body);
	});
}

function classOf(problem: Error) {
	if (problem.name === 'AbortError' || problem.name === 'TimeoutError') return 'slow' as const;
	return problem.message === 'private' ? ('notAllowed' as const) : ('unreachable' as const);
}

const inside = new BlockList();
for (const [net, bits] of [
	['0.0.0.0', 8],
	['10.0.0.0', 8],
	['100.64.0.0', 10],
	['127.0.0.0', 8],
	['169.254.0.0', 16],
	['172.16.0.0', 12],
	['192.0.0.0', 24],
	['192.168.0.0', 16],
	['198.18.0.0', 15],
	['224.0.0.0', 3],
] as const) {
	inside.addSubnet(net, bits, 'ipv4');
}
// Of IPv6 only what is global unicast is outside (RFC 4291); what maps or embeds an IPv4 address is not.
const outside6 = new BlockList();
outside6.addSubnet('2000::', 3, 'ipv6');
const embedded6 = new BlockList();
embedded6.addSubnet('2002::', 16, 'ipv6');
embedded6.addSubnet('2001::', 32, 'ipv6');

/** Whether an address stands in the open internet. */
export function isPublic(address: string): boolean {
	if (!isIPv6(address)) return !inside.check(address, 'ipv4');
	return outside6.check(address, 'ipv6') && !embedded6.check(address, 'ipv6');
}

/** The connection is made to the very address that was looked at, so that a second answer of DNS changes nothing. */
const publicOnly: LookupFunction = (host, options, found) => {
	systemLookup(host, { ...options, all: true }, (problem, addresses) => {
		if (problem) return found(problem, '', 0);
		const [first] = addresses;
		if (!first || addresses.some(({ address }) => !isPublic(address))) {
			return found(new Error('private'), '', 0);
		}
		if (options.all) return found(null, addresses);
		return found(null, first.address, first.family);
	});
};
