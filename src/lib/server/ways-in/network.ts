import { isIPv6 } from 'node:net';

/**
 * What is counted as one address. Of IPv6 that is the network, the first 64 bits: every phone and every house has a
 * whole one (RFC 4291, 2.5.4; RFC 7934) and could take another address for each try. An IPv4 address in the dress of
 * IPv6, as a server that listens on both sees it, is itself.
 */
export function networkOf(address: string): string {
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped !== undefined || !isIPv6(address)) return mapped ?? address;
	const [bare = ''] = address.split('%');
	const [head = [], tail = []] = bare.split('::').map((part) => part.split(':').filter(Boolean));
	const between = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
	const groups = [...head, ...between, ...tail].slice(0, 4);
	return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
