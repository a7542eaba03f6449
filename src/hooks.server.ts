import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { building } from '$app/environment';
import { bilingual } from './hooks/bilingual.ts';
import { copy } from './hooks/copy.ts';
import { error } from './hooks/error.ts';
import { guard } from './hooks/guard.ts';
import { headers } from './hooks/headers.ts';
import { language } from './hooks/language.ts';
import { log } from './hooks/log.ts';
import { origin } from './hooks/origin.ts';
import { phone } from './hooks/phone.ts';
import { session } from './hooks/session.ts';
import { openPortals, tenant } from './hooks/tenant.ts';

/** Opens and migrates the database of every tenant before the first request. */
export const init: ServerInit = async () => {
	if (!building) await openPortals();
};

/** One request, from outside in: answer in the log, headers, whose portal, who, which language, may they. */
export const handle: Handle = sequence(
	log,
	headers,
	tenant,
	origin,
	session,
	phone,
	language,
	bilingual,
	copy,
	guard,
);

export const handleError: HandleServerError = error;
