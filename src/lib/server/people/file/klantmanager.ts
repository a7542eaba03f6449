import { mayAssign, type Staff } from '../../access/access.ts';
import { plainName } from '../plain-name.ts';
import type { Manager } from './known.ts';
import type { LineWhy } from './line-facts.ts';

/**
 * Whose caseload a line says, by name or e-mail address; null where it says nothing. A team leader may give somebody to
 * any klantmanager of the gemeente, a klantmanager only to herself.
 */
export function klantmanagerIn(
	actor: Staff,
	managers: readonly Manager[],
	text: string,
	gemeentecode: string,
): { readonly id: string | null } | { readonly why: LineWhy } {
	if (text === '') return { id: null };
	const meant = plainName(text);
	const found = managers.filter(
		({ email, gemeentecodes, name }) =>
			gemeentecodes.includes(gemeentecode) &&
			(plainName(name) === meant || email?.toLowerCase() === text.toLowerCase()),
	);
	const [only] = found;
	if (!only) return { why: 'klantmanagerUnknown' };
	if (found.length > 1) return { why: 'klantmanagerSeveral' };
	const isMine = only.id === actor.id || mayAssign(actor, gemeentecode);
	return isMine ? { id: only.id } : { why: 'klantmanagerNotYours' };
}
