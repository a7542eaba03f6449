/**
 * The press: a program that draws sheets, one after another, until whoever started it lets go. It stands apart from
 * the server because drawing keeps a processor busy for some tens of milliseconds, in which no page would be answered,
 * and because what the typesetter keeps in memory then goes with it.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import type { Answer, Order, Standard } from './press.ts';
import { fontFiles, tongues } from './tongues.ts';

const template = join(import.meta.dirname, 'template/paper.typ');
/** What a drawing worked out is kept for so many later ones: what every paper has comes again, one's own words do not. */
const drawingsRemembered = 3;

const compiler = await load();
process.on('message', (order: Order) => process.send?.(answerTo(order)));
process.on('disconnect', () => process.exit(0));

/** There is no typesetter for every machine; without one each order is answered so. */
async function load(): Promise<NodeCompiler | null> {
	const typesetter = await import('@myriaddreamin/typst-ts-node-compiler').catch(() => null);
	if (!typesetter) return null;
	const { resolve } = createRequire(import.meta.filename);
	const fontBlobs = fontFiles.map((file) => readFileSync(resolve(file)));
	const workspace = dirname(template);
	return typesetter.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
}

function answerTo({ number, sheet, standard }: Order): Answer {
	if (!compiler) return { number, ended: 'missing' };
	try {
		const inputs = { sheet, tongues: JSON.stringify(tongues) };
		const drawn = compiler.compile({ mainFilePath: template, inputs });
		const { result } = drawn;
		if (!result) return { number, ended: 'failed', why: whyOf(drawn.takeDiagnostics()) };
		return { number, ended: 'drawn', pdf: pdfOf(compiler, result, standard) };
	} catch (problem) {
		return { number, ended: 'failed', why: whyOf(problem) };
	} finally {
		compiler.evictCache(drawingsRemembered);
	}
}

/** PDF/A and PDF/UA know no empty box for a letter that no font has; a paper with such a name is plain tagged PDF. */
function pdfOf(typesetter: NodeCompiler, drawn: NodeTypstDocument, pdfStandard: Standard): Buffer {
	try {
		return typesetter.pdf(drawn, { pdfStandard });
	} catch (problem) {
		if (whyOf(problem).includes('could not be displayed')) return typesetter.pdf(drawn);
		throw problem;
	}
}

/** What the typesetter itself says against a document, which is also how it says what a standard forbids. */
function whyOf(problem: unknown): string {
	try {
		return JSON.stringify(compiler?.fetchDiagnostics(problem as never));
	} catch {
		return problem instanceof Error ? problem.message : String(problem);
	}
}
