/** Papers, and files that look like papers, made for the tests. */
import { deflateSync } from 'node:zlib';
import { canary } from './hostile-samples.ts';

type Part = string | Buffer;

interface Sample {
	/** Entries of the catalog and of every page, as a PDF writes them. */
	readonly catalog?: string;
	readonly page?: string;
	/** Of the page's `Resources`. */
	readonly resources?: string;
	readonly pages?: number;
	readonly content?: Part;
	readonly trailer?: string;
	/** Further objects, from number 10 on. */
	readonly extra?: readonly Part[];
}

/** A paper with a line of text on each page, and whatever is asked for beside it. */
export function pdf(sample: Sample = {}): Buffer {
	const { catalog = '', page = '', resources = '', pages = 1, extra = [] } = sample;
	const numbers = Array.from({ length: pages }, (_, at) => 10 + extra.length + at);
	const objects = new Map<number, Part>([
		[1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
		[
			2,
			`<< /Type /Pages /Kids [${numbers.map((one) => `${one} 0 R`).join(' ')}] /Count ${pages} >>`,
		],
		[3, stream('', sample.content ?? 'BT /F1 24 Tf 72 700 Td (Bewijs van aanwezigheid) Tj ET')],
		[4, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
		...extra.map((part, at): [number, Part] => [10 + at, part]),
		...numbers.map((one): [number, Part] => [one, pageOf(page, resources)]),
	]);
	return file(objects, `/Root 1 0 R ${sample.trailer ?? ''}`);
}

function pageOf(page: string, resources: string): string {
	const fonts = `/Resources << /Font << /F1 4 0 R >> ${resources} >>`;
	return `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${fonts} /Contents 3 0 R ${page} >>`;
}

/** A PDF of numbered objects, with the table and the trailer that belong to them. */
export function file(objects: ReadonlyMap<number, Part>, trailer: string): Buffer {
	const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
	const table: string[] = [];
	let at = parts[0]?.length ?? 0;
	for (const [number, body] of objects) {
		const part = joined(`${number} 0 obj\n`, body, '\nendobj\n');
		table.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
		parts.push(part);
		at += part.length;
	}
	const size = Math.max(...objects.keys()) + 1;
	const end = `xref\n0 1\n0000000000 65535 f \n${table.join('')}trailer\n<< /Size ${size} ${trailer} >>\nstartxref\n${at}\n%%EOF\n`;
	return Buffer.concat([...parts, Buffer.from(end)]);
}

export function stream(entries: string, content: Part): Buffer {
	const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
	return joined(`<< ${entries} /Length ${bytes.length} >>\nstream\n`, bytes, '\nendstream');
}

export function packed(entries: string, content: Part): Buffer {
	const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
	return stream(`/Filter /FlateDecode ${entries}`, deflateSync(bytes, { level: 9 }));
}

/** A page that is one picture. */
export function withPicture(entries: string, content: Buffer): Buffer {
	const picture = stream(`/Type /XObject /Subtype /Image ${entries}`, content);
	const resources = '/XObject << /Im1 10 0 R >>';
	return pdf({ resources, extra: [picture], content: 'q 500 0 0 500 40 200 cm /Im1 Do Q' });
}

/** Everything that a paper can do or tell besides showing its pages, each with the canary in it. */
export const active: Readonly<Record<string, () => Buffer>> = {
	'a script that runs when it is opened': () =>
		pdf({ catalog: `/OpenAction << /S /JavaScript /JS (app.alert('${canary}')) >>` }),
	'a script in the list of names': () =>
		pdf({
			catalog: `/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (${canary}) >>] >> >>`,
		}),
	'a script in a packed stream': () =>
		pdf({ catalog: '/OpenAction << /S /JavaScript /JS 10 0 R >>', extra: [packed('', canary)] }),
	'a script under a name in code': () =>
		pdf({ catalog: `/Open#41ction << /S /J#61vaScript /J#53 (${canary}) >>` }),
	'actions of the page': () =>
		pdf({
			page: `/AA << /O << /S /JavaScript /JS (${canary}) >> /C << /S /Launch /F (${canary}) >> >>`,
		}),
	'a program to start': () =>
		pdf({ catalog: `/OpenAction << /S /Launch /F (${canary}.exe) /Win << /F (${canary}) >> >>` }),
	'a link': () => annotated(`/Subtype /Link /A << /S /URI /URI (https://${canary}/) >>`),
	'a link to another paper': () =>
		annotated(`/Subtype /Link /A << /S /GoToR /F (${canary}) /D [0 /Fit] >>`),
	'a note': () => annotated(`/Subtype /Text /Contents (${canary}) /T (${canary})`),
	'a film': () => annotated(`/Subtype /RichMedia /RichMediaContent << /Assets (${canary}) >>`),
	'an attachment': () =>
		pdf({
			catalog: `/Names << /EmbeddedFiles << /Names [(a) 11 0 R] >> >> /AF [11 0 R]`,
			extra: [
				packed('/Type /EmbeddedFile', canary),
				`<< /Type /Filespec /F (${canary}.exe) /EF << /F 10 0 R >> >>`,
			],
		}),
	'an attachment on the page': () => annotated(`/Subtype /FileAttachment /FS (${canary})`),
	'a form': () =>
		pdf({
			catalog: `/AcroForm << /Fields [10 0 R] /DA (${canary}) >>`,
			page: '/Annots [10 0 R]',
			extra: [`<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (${canary}) /Rect [0 0 9 9] >>`],
		}),
	'a form that is sent': () =>
		annotated(`/Subtype /Widget /A << /S /SubmitForm /F (https://${canary}) >>`),
	'a form in XML': () =>
		pdf({ catalog: '/AcroForm << /XFA 10 0 R >>', extra: [packed('', `<xdp>${canary}</xdp>`)] }),
	metadata: () =>
		pdf({
			catalog: '/Metadata 10 0 R',
			page: '/Metadata 10 0 R',
			trailer: `/Info << /Author (${canary}) /Title (${canary}) >> /ID [<00> <00>]`,
			extra: [stream('/Type /Metadata /Subtype /XML', `<x:xmpmeta>${canary}</x:xmpmeta>`)],
		}),
	'notes of the program that made it': () =>
		pdf({ page: `/PieceInfo << /Program << /Private (${canary}) >> >> /LastModified (${canary})` }),
	layers: () =>
		pdf({
			catalog: `/OCProperties << /OCGs [10 0 R] /D << /ON [10 0 R] >> >>`,
			resources: '/Properties << /L1 10 0 R >>',
			extra: [`<< /Type /OCG /Name (${canary}) >>`],
		}),
	'a thumbnail': () =>
		pdf({ page: '/Thumb 10 0 R', extra: [stream('/Width 1 /Height 1', canary)] }),
	'a table of contents': () => pdf({ catalog: `/Outlines << /First << /Title (${canary}) >> >>` }),
	'an older version': () => pdf({ extra: [`(${canary})`] }),
	'a thing among the fonts': () =>
		pdf({ resources: `/Pattern << /JS << /Type /Action /S /JavaScript /JS (${canary}) >> >>` }),
	'a file that a picture is fetched from': () =>
		withPicture(
			`/Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /F (https://${canary})`,
			Buffer.from('x'),
		),
	'a colour profile': () =>
		pdf({
			resources: '/ColorSpace << /C1 [/ICCBased 10 0 R] >>',
			extra: [packed('/N 3', `desc${canary}`)],
		}),
	'a tail': () => Buffer.concat([pdf(), Buffer.from(`PK\x03\x04<script>${canary}</script>`)]),
	'a script before its catalog': () =>
		pdf({
			extra: [`<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (${canary}) >> >>`],
		}),
};

function annotated(annotation: string): Buffer {
	return pdf({ page: `/Annots [<< /Type /Annot /Rect [0 0 99 99] ${annotation} >>]` });
}

/** Papers that cannot be taken, or only with care: small files that become large or never end. */
export const bombs: Readonly<Record<string, () => Buffer>> = {
	'300 MB behind 300 kB': () =>
		pdf({ extra: [packed(form, Buffer.alloc(300e6, ' '))], resources: xObject }),
	'a bomb in a bomb': () =>
		pdf({
			extra: [
				stream(
					'/Filter [/FlateDecode /FlateDecode]',
					deflateSync(deflateSync(Buffer.alloc(500e6), { level: 9 })),
				),
			],
			resources: xObject,
		}),
	'a thousand streams of a megabyte': () =>
		pdf({
			extra: Array.from({ length: 1000 }, () => packed(form, Buffer.alloc(1e6, ' '))),
			resources: `/XObject << ${Array.from({ length: 1000 }, (_, at) => `/X${at} ${10 + at} 0 R`).join(' ')} >>`,
		}),
	'a bomb of objects': () =>
		pdf({
			extra: [
				packed(
					'/Type /ObjStm /N 1 /First 4',
					Buffer.concat([Buffer.from('9 0 '), Buffer.alloc(900e6, ' ')]),
				),
			],
		}),
	'a bomb of runs': () =>
		pdf({
			extra: [
				stream(`${form} /Filter /RunLengthDecode`, Buffer.alloc(8e6, Buffer.from([129, 32]))),
			],
			resources: xObject,
		}),
	'a picture of 400 million pixels': () =>
		withPicture(
			'/Width 20000 /Height 20000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /FlateDecode',
			deflateSync(Buffer.alloc(50e6)),
		),
	'brackets without end': () => pdf({ extra: ['['.repeat(200_000)], page: '/Group 10 0 R' }),
	'things inside things': () =>
		pdf({
			page: '/Group 10 0 R',
			extra: Array.from({ length: 5000 }, (_, at) => `<< /G ${11 + at} 0 R >>`),
		}),
	'a page tree that loops': () =>
		file(
			new Map([
				[1, '<< /Type /Catalog /Pages 2 0 R >>'],
				[2, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'],
				[3, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>'],
			]),
			'/Root 1 0 R',
		),
	'a page tree of 50,000 floors': () =>
		file(
			new Map([
				[1, '<< /Type /Catalog /Pages 2 0 R >>'],
				...Array.from({ length: 50_000 }, (_, at): [number, string] => [
					2 + at,
					`<< /Type /Pages /Kids [${3 + at} 0 R] /Count 1 >>`,
				]),
			]),
			'/Root 1 0 R',
		),
	'100,000 times the same page': () =>
		file(
			new Map([
				[1, '<< /Type /Catalog /Pages 2 0 R >>'],
				[2, `<< /Type /Pages /Kids [${'3 0 R '.repeat(100_000)}] /Count 100000 >>`],
				[3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>'],
			]),
			'/Root 1 0 R',
		),
};

const form = '/Type /XObject /Subtype /Form /BBox [0 0 9 9]';
const xObject = '/XObject << /X1 10 0 R >>';

function joined(...parts: readonly Part[]): Buffer {
	return Buffer.concat(
		parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)),
	);
}
