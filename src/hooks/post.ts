import * as notices from '#lib/server/notices/notices.ts';
import type { From, Post } from '#lib/server/ways-in/ways-in.ts';
import { deviceOf } from '#lib/server/ways-in/ways-in.ts';

/** By which ways this installation can send a code. */
export function codeChannels({ settings }: App.Locals): Post['offered'] {
	return notices.offered(settings).filter((channel) => channel !== 'push');
}

/** What a code is sent with. */
export function postOf(locals: App.Locals): Post {
	return { channels: notices.channelsOf(locals.settings), offered: codeChannels(locals) };
}

/** Where a request comes from, as far as signing in counts and shows it. */
export function fromOf(event: {
	readonly getClientAddress: () => string;
	readonly request: Request;
}): From {
	return {
		address: event.getClientAddress(),
		device: deviceOf(event.request.headers.get('user-agent')),
	};
}
