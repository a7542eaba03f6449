/**
 * A program of its own, started for one paper by decoder-process.ts with few rights and no environment: the PDF on
 * standard input; on standard output one line of JSON and the new PDF.
 */
import { allowPhotosOnly, standardInput } from '#lib/server/proofs/confined.ts';
import { rebuilt } from '#lib/server/proofs/pdf-rebuilding.ts';

allowPhotosOnly();
// The parser tells of what it mends, and standard output is for the answer.
console.log = console.warn = () => undefined;

const { head, pdf } = await rebuilt(await standardInput());
process.stdout.write(`${JSON.stringify(head)}\n`);
process.stdout.write(pdf);
