/**
 * What phones made without a connection. A parcel comes in parts, sealed to the portal; when the last byte is there it is
 * opened and what it is for is done once. The phone lets go of it on the outcome alone, and gets the same outcome however
 * often it asks.
 */
import type { Resident } from '../access/access.ts';
import type { Portal } from '../portal.ts';
import { unfinishedKeptMs } from './limits.ts';
import { type Named, uploadOf } from './receive.ts';

export { type Made } from './made.ts';
export { type Opened, open } from './open.ts';
export { mostChunkBytes } from './limits.ts';
export { parcelReasons, type ParcelOutcome, type ParcelReason } from './outcome.ts';
export { type Named, offsetOf, type Progress, receive, uploadOf } from './receive.ts';
export { type Content, take } from './take.ts';
export type { Whole } from './taken.ts';
export { isHash } from './uploads.ts';

/** Takes the bytes of a parcel away, once its outcome stands in the database. */
export function forget(actor: Resident, named: Named): Promise<void> {
	return actor.portal.uploads.remove(uploadOf(actor, named));
}

/** Clears what nobody went on with for a long time, by the clock of the machine (ms UTC), and gives how many uploads. */
export function clearUnfinished({ uploads }: Portal, machineNow: number): Promise<number> {
	return uploads.clear(machineNow - unfinishedKeptMs);
}
