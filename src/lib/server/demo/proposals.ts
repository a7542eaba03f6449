import { addDays, type Day } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import { newId } from '../id.ts';
import type { Person } from '../people/people.ts';
import * as proposals from '../proposals/proposals.ts';
import { morningOf } from './seed.ts';

type Said = Pick<
	proposals.Content,
	'activity' | 'organisation' | 'note' | 'dutchSpoken' | 'together'
>;

/** What somebody proposed to do: one was approved, about one there is a question, one would not count. */
export async function proposeSome(manager: Staff, { id }: Person, today: Day) {
	const resident: Resident = { kind: 'resident', id, personId: id, portal: manager.portal };
	const approved = await propose(resident, addDays(today, -20), {
		activity: 'workExperience',
		organisation: 'Kringloopwinkel De Cirkel',
		note: null,
		dutchSpoken: 'yes',
		together: 'yes',
	});
	await proposals.approve(
		manager,
		approved,
		{ reason: 'speakDutch', note: null },
		on(addDays(today, -18)),
	);
	const refused = await propose(resident, addDays(today, -12), {
		activity: 'volunteering',
		organisation: 'Winkel De Markt',
		note: null,
		dutchSpoken: 'no',
		together: 'yes',
	});
	const instead = 'In buurthuis Het Anker spreekt iedereen wel Nederlands.';
	await proposals.notApprove(
		manager,
		refused,
		{ reason: 'noDutchThere', note: instead },
		on(addDays(today, -11)),
	);
	const asked = await propose(resident, addDays(today, -6), {
		activity: 'other',
		organisation: 'Buurtmoestuin Zuid',
		note: 'ኣብ ጀርዲን ክሕግዝ ደልየ',
		dutchSpoken: 'yes',
		together: 'unknown',
	});
	await proposals.ask(manager, asked, { reason: 'whoIsThere', note: null }, on(addDays(today, -4)));
}

async function propose(resident: Resident, sentOn: Day, said: Said): Promise<proposals.Seen> {
	const content = { ...said, startsOn: addDays(sentOn, 3), hoursPerWeek: 8 };
	const sent = await proposals.sendAs(resident, newId(), content, on(sentOn));
	if (!sent.ok) throw new Error(`${resident.id}: ${JSON.stringify(sent.problems)}`);
	return { id: sent.value, events: 1 };
}

const on = (today: Day) => ({ now: morningOf(today), today });
