import * as clock from '../../lib/server/clock.ts';
import type { Portal } from '../../lib/server/portal.ts';
import * as proofs from '../../lib/server/proofs/proofs.ts';

/** Scans what waits in one tenant. Gives whether everything that waited has an answer now. */
export async function scanWaiting(portal: Portal): Promise<boolean> {
	const actor = { kind: 'system', id: 'scanner', portal } as const;
	const round = await proofs.scanWaiting(actor, () => clock.moment().now);
	const { id } = portal.tenant;
	console.log(
		`${id}: ${round.clean} photos clean, ${round.infected} infected, ${round.waiting} wait.`,
	);
	if (round.why) console.error(`${id}: the virus scanner gives no answer: ${round.why}.`);
	for (const lost of round.lost) console.error(`${id}: the file quarantine/${lost} is gone.`);
	return round.waiting === 0;
}
