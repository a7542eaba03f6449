/**
 * What of a PDF (ISO 32000-2) draws a page. Everything else is left out, so that no new kind of action, link,
 * attachment, form, layer or metadata has to be known here to be kept out.
 */
const drawn = {
	page: 'Type Contents Resources MediaBox CropBox Rotate Group',
	resources: 'Font XObject ExtGState ColorSpace Pattern Shading',
	picture:
		'Subtype Width Height ColorSpace BitsPerComponent Intent ImageMask Mask Decode Interpolate SMask Matte',
	form: 'BBox Matrix FormType',
	group: 'S CS I K',
	state: 'LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK G BC TR',
	color: 'WhitePoint BlackPoint Gamma Range',
	pattern: 'PatternType PaintType TilingType XStep YStep',
	shading:
		'ShadingType Background AntiAlias Coords Domain Function Extend BitsPerCoordinate BitsPerFlag VerticesPerRow',
	function: 'FunctionType Size BitsPerSample Order Encode C0 C1 N Functions Bounds',
	font: 'BaseFont FirstChar LastChar Widths FontDescriptor Encoding ToUnicode FontBBox FontMatrix CharProcs BaseEncoding Differences DescendantFonts CIDSystemInfo DW W DW2 W2 CIDToGIDMap Registry Ordering Supplement CMapName WMode UseCMap',
	descriptor:
		'FontName FontFamily FontStretch FontWeight Flags ItalicAngle Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth MissingWidth CharSet CIDSet FontFile FontFile2 FontFile3 Length1 Length2 Length3',
} as const;

/** The keys that are kept, wherever they stand. */
export const keptKeys: ReadonlySet<string> = new Set(Object.values(drawn).join(' ').split(' '));

/** In `Resources`: lists of things under names that the paper's maker chose, as in `CharProcs`. */
export const namedLists: ReadonlySet<string> = new Set(drawn.resources.split(' '));

/** Names that stand nowhere in a rebuilt PDF, neither as a key nor as a value. */
export const forbiddenNames: ReadonlySet<string> = new Set(
	(
		'AA AF AcroForm Action Annot Annots Collection Crypt Dests EF Embed EmbeddedFile EmbeddedFiles Encrypt Filespec ' +
		'GoTo GoToE GoToR Hide ImportData Info JS JavaScript Launch MarkInfo Metadata Movie Named Names OCG OCMD ' +
		'OCProperties ObjStm OpenAction OPI Outlines PieceInfo PS Rendition ResetForm RichMedia Sig Sound ' +
		'StructTreeRoot SubmitForm Thread Threads Thumb Trans U3D URI Widget XFA XML XRef 3D PRC'
	).split(' '),
);

/** How the content of streams may be packed: by us, or a JPEG drawn anew. */
export const keptFilters = ['FlateDecode', 'DCTDecode'] as const;
