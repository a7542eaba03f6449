import * as v from 'valibot';
import type { Parcel } from '#lib/phone/parcel.ts';
import { absenceReasons } from '#lib/server/agenda/agenda.ts';
import * as hours from '#lib/server/hours/hours.ts';
import { isId } from '#lib/server/id.ts';
import type { Made } from '#lib/server/parcels/parcels.ts';
import { activityIds } from '#lib/server/tenants/activities.ts';
import * as understanding from '#lib/server/understanding/understanding.ts';
import * as fields from './fields.ts';
import { sendingOf } from './sending-form.ts';

/** What the fields of a parcel say, by a closed list of forms; null where this portal has no such form. */
export function madeOf({ fields, isWhole, kind }: Parcel): Made | null {
	if (kind === 'hours') return { kind, isWhole, answers: answersOf(fields) };
	const form = forms.find(({ path }) => path.test(fields['path'] ?? ''));
	return form?.read(fields, form.path.exec(fields['path'] ?? '')?.groups ?? {}) ?? null;
}

type Fields = Parcel['fields'];

interface Form {
	/** Address and action, as the page sends them. */
	readonly path: RegExp;
	read(fields: Fields, parts: Readonly<Record<string, string>>): Made | null;
}

const key = v.pipe(v.string(), v.check(isId));
const absent = v.object({ key, reason: fields.choice(absenceReasons) });
const come = v.object({ key });
const said = v.object({
	version: fields.whole(1, 9999),
	answer: v.pipe(
		v.string(),
		v.transform((typed) => typed.split(' ')),
		v.tuple([fields.whole(1, 9999), fields.choice(understanding.answers)]),
	),
});

const forms: readonly Form[] = [
	{
		path: /^\/agenda\/(?<occurrence>[\w.-]{1,80})\?\/come$/,
		read: (given, { occurrence = '' }) => {
			const read = v.safeParse(come, given);
			if (!read.success) return null;
			// As the page makes it: one key, and another answer from the same page is another answer.
			return { kind: 'coming', occurrence, reason: null, key: `${read.output.key}.come` };
		},
	},
	{
		path: /^\/agenda\/(?<occurrence>[\w.-]{1,80})\?\/cannot$/,
		read: (given, { occurrence = '' }) => {
			const read = v.safeParse(absent, given);
			if (!read.success) return null;
			const { key: made, reason } = read.output;
			return { kind: 'coming', occurrence, reason, key: `${made}.${reason}` };
		},
	},
	{
		path: /^\/plan\?\/say$/,
		read: (given) => {
			const read = v.safeParse(said, given);
			if (!read.success) return null;
			const [number, answer] = read.output.answer;
			return { kind: 'understanding', version: read.output.version, number, answer };
		},
	},
	{
		path: /^\/uren\/nieuw\/(?<draftId>[\w-]{22})\/bewijs\?\/send$/,
		read: (given, { draftId = '' }) => {
			const { answers, isWithout, seen } = sendingOf(given);
			return { kind: 'draft', draftId, answers, isWithout, seen };
		},
	},
];

/** Each answer by itself: what cannot be read is left out, and asked again. */
const answers = {
	activity: fields.choice(activityIds),
	note: fields.optionalText(10_000),
	organisation: fields.text(10_000),
	doneOn: fields.day,
	minutes: fields.whole(0, 100_000),
	dutchSpoken: fields.choice(['yes', 'no']),
	together: fields.choice(['yes', 'no']),
} as const;

function answersOf(given: Fields): hours.PartialContent {
	const read = <K extends keyof typeof answers>(name: K) => {
		const found = v.safeParse(answers[name], given[name]);
		return found.success ? found.output : undefined;
	};
	const [dutchSpoken, together] = [read('dutchSpoken'), read('together')];
	const all = {
		activity: read('activity'),
		note: read('note') ?? undefined,
		organisation: read('organisation'),
		doneOn: read('doneOn'),
		minutes: read('minutes'),
		dutchSpoken: dutchSpoken && dutchSpoken === 'yes',
		together: together && together === 'yes',
	};
	return Object.fromEntries(Object.entries(all).filter(([, answer]) => answer !== undefined));
}
