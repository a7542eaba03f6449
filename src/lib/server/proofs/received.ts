import type { Portal } from '../portal.ts';
import { scan, type Verdict } from '../scanning/scanning.ts';
import type { Scan } from './standing.ts';

/** How long somebody who sends a photo waits for the scanner, in milliseconds. */
const longestWhileSendingMs = 5_000;

/** What is known of a received file. `signature` is the scanner's name for what it found. */
export interface Received {
	readonly scan: Scan | null;
	readonly signature: string | null;
}

/**
 * Has a file scanned as it was received and keeps what we made of it (BIO2 8.07.04; ASVS 5.0 5.4.3). The received bytes
 * are scanned and not our picture, since drawing it anew takes away what a scanner knows a virus by. While there is no
 * answer those bytes lie sealed in quarantine beside the picture, which nobody is shown; of what is infected nothing
 * is kept. Without a scanner the picture is kept as it is.
 */
export async function keepReceived(
	portal: Portal,
	id: string,
	original: Uint8Array,
	safe: Uint8Array,
): Promise<Received> {
	const { scanner } = portal;
	const verdict = scanner && (await scan(scanner, original, longestWhileSendingMs));
	if (verdict?.found === 'virus') return { scan: 'infected', signature: verdict.signature };
	if (verdict?.found === 'unknown') await portal.quarantine.put(id, original);
	await portal.files.put(id, safe);
	return { scan: verdict && scanOf[verdict.found], signature: null };
}

const scanOf = {
	nothing: 'clean',
	virus: 'infected',
	unknown: 'waiting',
} as const satisfies Record<Verdict['found'], Scan>;

/** Takes away whatever there is of a proof on the disk. Done again it does no harm. */
export async function removeFiles({ files, quarantine }: Portal, id: string): Promise<void> {
	await quarantine.remove(id);
	await files.remove(id);
}
