import type { FactKey } from '#lib/law/facts.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Label } from '#lib/ui/message.ts';

/** The fact from which a day is counted, as staff call it; what else was written down is a step of the file. */
export function factLabel(fact: string): Label {
	const known: Readonly<Record<string, Label>> = labels;
	return known[fact] ?? m.file_timeline_source_recorded;
}

const labels = {
	notifiedOn: m.file_timeline_source_notified,
	brpRegisteredOn: m.file_timeline_source_registered,
	movedInOn: m.file_timeline_source_moved,
	waitingForThirdParty: m.file_timeline_source_third,
	thirdPartyInformationOn: m.file_timeline_source_third,
	firstDagtekeningOn: m.file_timeline_source_pip,
	dagtekeningOn: m.file_timeline_source_current,
	bekendmakingOn: m.file_timeline_source_sent,
	extendedUntil: m.file_timeline_source_extended,
	interruptionDays: m.file_timeline_source_interrupted,
	benefitSince: m.file_timeline_source_benefit,
} satisfies Partial<Record<FactKey, Label>>;
