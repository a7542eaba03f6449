import sharp from 'sharp';
import { addDays, type Day, daysBetween } from '#lib/law/day.ts';
import type { Resident, Staff } from '../access/access.ts';
import * as hours from '../hours/hours.ts';
import { newId } from '../id.ts';
import type { Person } from '../people/people.ts';
import type { Portal } from '../portal.ts';
import type { Random } from './random.ts';
import { morningOf } from './seed.ts';

interface Doing {
	readonly portal: Portal;
	readonly manager: Staff;
	readonly person: Person;
	readonly since: Day;
	readonly today: Day;
	readonly random: Random;
}

const places = [
	['volunteering', 'Kringloopwinkel De Cirkel'],
	['volunteering', 'Buurthuis Het Anker'],
	['taalcafe', 'Bibliotheek'],
	['swimmingLesson', 'Zwembad'],
	['cyclingLesson', 'Fietsschool'],
] as const;

/**
 * Declares hours over the time since the plan, as the person; all but the newest are decided by the klantmanager,
 * most confirmed, some asked about or not counted. Of the confirmed ones a few are drawn for a second look.
 */
export async function declareSome(doing: Doing, entries: number) {
	const { person, portal, random, since, today } = doing;
	const resident: Resident = { kind: 'resident', id: person.id, personId: person.id, portal };
	const span = daysBetween(since, today);
	const offered = places.filter(([activity]) => hours.offered(portal, activity) !== null);
	for (let nth = 0; nth < entries && span > 1; nth += 1) {
		const doneOn = addDays(since, 1 + Math.floor(((span - 2) * (nth + 1)) / entries));
		const [activity, organisation] = random.pick(offered);
		const minutes = 30 * random.whole(3, 10);
		const content = {
			activity,
			organisation,
			doneOn,
			minutes,
			note: null,
			dutchSpoken: true,
			together: true,
		};
		const isNew = nth >= entries - 2;
		const photos = isNew && random.chance(0.4) ? [await picture()] : [];
		const moment = { now: morningOf(doneOn) + 3_600_000, today: doneOn };
		const sent = await hours.declareAs(resident, newId(), content, photos, moment);
		if (!sent.ok) throw new Error(`${person.id}: ${JSON.stringify(sent.problems)}`);
		if (!isNew) await decide(doing, sent.value.id, doneOn, nth % 15 === 1);
	}
}

async function decide({ manager, random }: Doing, entryId: string, doneOn: Day, isDrawn: boolean) {
	const at = addDays(doneOn, 1);
	const moment = { now: morningOf(at), today: at };
	if (random.chance(0.06)) {
		const [reason] = hours.notCountedReasons;
		return hours.notCount(manager, entryId, reason, moment);
	}
	if (random.chance(0.04)) {
		const [question] = hours.questions;
		return hours.ask(manager, entryId, question, moment);
	}
	return hours.confirmAll(manager, [entryId], moment, () => isDrawn);
}

let drawn: Blob | undefined;

/** A picture that is nobody's: a table with things on it, drawn. */
async function picture(): Promise<Blob> {
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="#dfe8e4"/><rect y="560" width="1200" height="340" fill="#9c7a54"/><rect x="180" y="330" width="200" height="240" rx="16" fill="#3f8379"/><rect x="460" y="380" width="260" height="190" rx="16" fill="#c66b3d"/><circle cx="900" cy="470" r="100" fill="#e3b23c"/></svg>`;
	drawn ??= new Blob([new Uint8Array(await sharp(Buffer.from(svg)).jpeg().toBuffer())]);
	return drawn;
}
