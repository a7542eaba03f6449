/** What of libheif is used here; its own types belong to another build of it. */
declare module 'libheif-js/wasm-bundle.js' {
	namespace libheif {
		interface Plane {
			readonly data: Uint8Array<ArrayBuffer>;
			readonly width: number;
			readonly height: number;
			readonly stride: number;
			readonly bits_per_pixel: number;
		}
		interface Handle {
			delete(): void;
		}
		interface Problem {
			readonly code: unknown;
			readonly message: string;
		}
		/** Without `channels` where the picture could not be decoded. */
		interface Picture {
			readonly channels?: readonly Plane[];
		}
	}
	const libheif: {
		heif_context_alloc(): object;
		heif_context_read_from_memory(context: object, bytes: Uint8Array): libheif.Problem;
		heif_js_context_get_primary_image_handle(context: object): libheif.Handle | libheif.Problem;
		heif_image_handle_get_width(handle: libheif.Handle): number;
		heif_image_handle_get_height(handle: libheif.Handle): number;
		heif_js_decode_image2(
			handle: libheif.Handle,
			colorspace: object,
			chroma: object,
		): libheif.Picture | Promise<libheif.Picture>;
		readonly heif_colorspace: { readonly heif_colorspace_RGB: object };
		readonly heif_chroma: { readonly heif_chroma_interleaved_RGB: object };
	};
	export default libheif;
}
