import * as agenda from '../../lib/server/agenda/agenda.ts';
import * as clock from '../../lib/server/clock.ts';
import type { Channels } from '../../lib/server/notices/notices.ts';
import * as notices from '../../lib/server/notices/notices.ts';
import type { Portal } from '../../lib/server/portal.ts';

/** Reminds and sends in one tenant. Gives whether nothing had to be given up. */
export async function sendWaiting(portal: Portal, channels: Channels): Promise<boolean> {
	await agenda.remind(portal, clock.moment());
	const round = await notices.sendDue(portal, channels, () => clock.moment().now);
	const { id } = portal.tenant;
	const { dead, dropped, failed, sent } = round;
	console.log(`${id}: ${sent} notices sent, ${failed} wait, ${dropped} not needed.`);
	if (dead > 0) console.error(`${id}: ${dead} notices given up; see /staf/beheer/meldingen.`);
	return dead === 0;
}
