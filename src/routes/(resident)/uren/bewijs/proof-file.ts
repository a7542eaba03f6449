import type { Actor } from '#lib/server/access/access.ts';
import type { Moment } from '#lib/server/clock.ts';
import * as proofs from '#lib/server/proofs/proofs.ts';
import { fileAnswer } from '../../../../hooks/file-answer.ts';

/** A proof as an answer. */
export function proofFile(
	request: Request,
	actor: Actor,
	proofId: string,
	moment: Moment,
): Promise<Response> {
	return fileAnswer(request, `bewijs-${proofId}`, () => proofs.read(actor, proofId, moment));
}
