/**
 * A program of its own, started for one photo by decoder-process.ts with few rights and no environment: the photo on
 * standard input; on standard output one line of JSON and the new JPEG.
 */
import { allowPhotosOnly, standardInput } from '#lib/server/proofs/confined.ts';
import { redrawn } from '#lib/server/proofs/redrawing.ts';

allowPhotosOnly();

const { head, jpeg } = await redrawn(await standardInput(), process.argv[2]);
process.stdout.write(`${JSON.stringify(head)}\n`);
process.stdout.write(jpeg);
