import { existsSync } from 'node:fs';
import { type Settings, SettingProblem } from '../lib/server/settings.ts';
import { startRounds } from './rounds.ts';
import { drain, type Handler, serverOf } from './server.ts';

/** Serves the built portal, plays the demo's identity provider, and drains on SIGTERM. */
export async function serve(settings: Settings) {
	tellAdapter(settings);
	const { handler } = await built();
	const provider = settings.DEMO
		? (await import('../lib/server/demo/provider.ts')).provider(settings)
		: null;
	const server = serverOf(settings, handler, provider);
	server.on('error', (problem) => {
		console.error(
			`The portal cannot listen on ${settings.HOST}:${settings.PORT}: ${problem.message}.`,
		);
		process.exit(1);
	});
	server.listen(settings.PORT, settings.HOST, () => {
		console.log(`Meedoen is ready: http://${settings.HOST}:${settings.PORT}`);
	});
	const endRounds = startRounds(settings);
	const stop = () => {
		endRounds();
		void drain(server).then(() => {
			process.emit('sveltekit:shutdown' as never, 'SIGTERM' as never);
			// The databases close, and then nothing keeps the process; this is for what forgot to let go.
			setTimeout(() => process.exit(0), 5000).unref();
		});
	};
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
}

/** The adapter reads these when it is imported. Only a trusted proxy says protocol and address; the host is never told. */
function tellAdapter({ TRUST_PROXY }: Settings) {
	for (const name of ['ORIGIN', 'HOST_HEADER', 'PORT_HEADER', 'ADDRESS_HEADER']) {
		Reflect.deleteProperty(process.env, name);
	}
	// Two photos of 12 MB, the most that a form of the portal takes.
	process.env['BODY_SIZE_LIMIT'] = '26M';
	process.env['PROTOCOL_HEADER'] = 'x-forwarded-proto';
	if (TRUST_PROXY) {
		process.env['ADDRESS_HEADER'] = 'x-forwarded-for';
		process.env['XFF_DEPTH'] = '1';
	}
}

/** A name made at run time, so that the checks do not look for the build before there is one. */
async function built(): Promise<{ handler: Handler }> {
	const address = new URL('../../build/handler.js', import.meta.url);
	if (!existsSync(address)) {
		throw new SettingProblem('The portal is not built yet: run "npm run build" first.');
	}
	return (await import(address.href)) as { handler: Handler };
}
