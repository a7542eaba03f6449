/**
 * Reads a block aloud. A recording goes before a voice, and a voice must be of the phone itself: with another one the
 * words would leave the phone. Where there is neither, the button stays hidden.
 */
const buttons = document.querySelectorAll<HTMLButtonElement>('.listen button');
const speech = 'speechSynthesis' in window ? speechSynthesis : null;
let stop = () => {};

for (const button of buttons) {
	const recording = recordingOf(button);
	if (recording) recording.hidden = true;
	button.addEventListener('click', () => {
		const isPlaying = button.getAttribute('aria-pressed') === 'true';
		stop();
		if (!isPlaying) play(button);
	});
}
if (buttons.length > 0) {
	offer();
	speech?.addEventListener('voiceschanged', offer);
	addEventListener('pagehide', () => stop());
}

/** Voices come late, and on some phones once more after a setting was changed. */
function offer() {
	for (const button of buttons) {
		button.hidden = !recordingOf(button) && !(voiceFor(button.lang) && textFor(button));
	}
}

function play(button: HTMLButtonElement) {
	const recording = recordingOf(button);
	const end = () => {
		button.setAttribute('aria-pressed', 'false');
		stop = () => {};
	};
	button.setAttribute('aria-pressed', 'true');
	if (!recording) {
		speak(button, end);
		return;
	}
	stop = () => {
		recording.pause();
		recording.currentTime = 0;
		end();
	};
	recording.onended = end;
	// A phone that cannot play this kind of sound still has its voice.
	recording.play().catch((problem: unknown) => {
		if (problem instanceof DOMException && problem.name === 'AbortError') return;
		recording.remove();
		offer();
		end();
		if (!button.hidden) play(button);
	});
}

function speak(button: HTMLButtonElement, end: () => void) {
	const voice = voiceFor(button.lang);
	if (!speech || !voice) {
		end();
		return;
	}
	const words = new SpeechSynthesisUtterance(textFor(button));
	words.voice = voice;
	words.lang = voice.lang;
	words.onend = words.onerror = end;
	stop = () => {
		words.onend = words.onerror = null;
		speech.cancel();
		end();
	};
	speech.cancel();
	speech.speak(words);
}

function recordingOf(button: HTMLButtonElement): HTMLAudioElement | null {
	const before = button.previousElementSibling;
	return before instanceof HTMLAudioElement ? before : null;
}

/** Dari has no voices of its own; its writing is that of Farsi. */
function voiceFor(language: string): SpeechSynthesisVoice | undefined {
	const tongue = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
	return speech
		?.getVoices()
		.find((voice) => voice.localService && tongue(voice.lang) === tongue(language));
}

/** What the block says in the language of its button, without marks, small print and other buttons. */
function textFor(button: HTMLButtonElement): string {
	const block = button.parentElement?.parentElement;
	return [...(block?.querySelectorAll<HTMLElement>('.own, .dutch') ?? [])]
		.filter(({ lang }) => lang === button.lang)
		.filter((said) => !said.closest('.tag, .quiet, .listen, .button, button'))
		.map((said) => said.textContent.trim())
		.join('\n');
}

export {};
