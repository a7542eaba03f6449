import { NotFound } from '#lib/server/errors.ts';
import type { Adding } from '#lib/server/ways-in/ways-in.ts';

/** Who is signed in, by which sign-in: whether that may add a device is not said here. */
export function adding({ account, session }: App.Locals): Adding {
	if (!account || !session) throw new NotFound();
	return { account, session };
}
