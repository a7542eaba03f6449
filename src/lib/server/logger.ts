import pino, { type Logger } from 'pino';

let made: Logger | undefined;

/** The structured log on standard error; standard output is for the line that says the portal is ready. */
export function logger(): Logger {
	made ??= pino(
		{
			level: process.env['LOG_LEVEL'] || 'info',
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
		},
		pino.destination({ fd: 2, sync: false }),
	);
	return made;
}
