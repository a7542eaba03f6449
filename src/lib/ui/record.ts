/**
 * Records what a translator speaks, on the one page that may use the microphone. What was recorded goes into the file
 * field of the same form, so that it is sent as a chosen file is; without this script the file field does the same.
 */
const longestMs = 175_000;

/** AAC first: every phone plays it. */
const wanted = [
	'audio/mp4;codecs=mp4a.40.2',
	'audio/webm;codecs=opus',
	'audio/ogg;codecs=opus',
	'audio/mp4',
];

const mimeType =
	'MediaRecorder' in window && 'mediaDevices' in navigator
		? wanted.find((type) => MediaRecorder.isTypeSupported(type))
		: undefined;
if (mimeType !== undefined) {
	for (const box of document.querySelectorAll<HTMLElement>('[data-recorder]')) {
		wake(box, mimeType);
	}
}

function wake(box: HTMLElement, type: string) {
	const part = (name: string) => box.querySelector<HTMLElement>(`[data-${name}]`);
	const show = (name: string, isShown: boolean) => {
		const found = part(name);
		if (found) found.hidden = !isShown;
	};
	const heard = box.querySelector<HTMLAudioElement>('[data-heard]');
	const field = box.querySelector<HTMLInputElement>('input[type=file]');
	let recorder: MediaRecorder | undefined;
	let timer: ReturnType<typeof setTimeout> | undefined;

	part('start')?.addEventListener('click', () => void start());
	part('stop')?.addEventListener('click', () => recorder?.stop());
	show('microphone', true);

	async function start() {
		for (const name of ['denied', 'ready']) show(name, false);
		const stream = await navigator.mediaDevices.getUserMedia({ audio: true }).catch(() => null);
		if (!stream) {
			show('denied', true);
			return;
		}
		const parts: Blob[] = [];
		recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: 32_000 });
		recorder.addEventListener('dataavailable', ({ data }) => parts.push(data));
		recorder.addEventListener('stop', () => {
			clearTimeout(timer);
			for (const track of stream.getTracks()) track.stop();
			keep(new Blob(parts, { type }));
			going(false);
		});
		recorder.start();
		timer = setTimeout(() => recorder?.stop(), longestMs);
		going(true);
		part('stop')?.focus();
	}

	function going(isGoing: boolean) {
		show('start', !isGoing);
		show('stop', isGoing);
		show('going', isGoing);
		show('ready', !isGoing);
	}

	function keep(blob: Blob) {
		const files = new DataTransfer();
		files.items.add(new File([blob], 'opname', { type }));
		if (field) field.files = files.files;
		if (!heard) return;
		heard.src = URL.createObjectURL(blob);
		heard.hidden = false;
	}
}

export {};
