import { isAbsolute } from 'node:path';

/** Where clamd listens: a socket on this machine, or a host and port inside the operator's own network. */
export type ScannerAddress =
	{ readonly path: string } | { readonly host: string; readonly port: number };

/** Reads `/run/clamav/clamd.ctl`, `127.0.0.1:3310` or `[::1]:3310`; null for anything else. */
export function scannerAddress(written: string): ScannerAddress | null {
	if (isAbsolute(written)) return { path: written };
	const [, named, bracketed, digits] =
		/^(?:([A-Za-z0-9.-]{1,253})|\[([0-9a-fA-F:.]{2,45})\]):(\d{1,5})$/.exec(written) ?? [];
	const host = named ?? bracketed;
	const port = Number(digits);
	return host !== undefined && port >= 1 && port <= 65_535 ? { host, port } : null;
}
