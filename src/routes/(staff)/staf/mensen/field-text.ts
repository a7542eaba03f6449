import {
	groepLabel,
	groepReasonLabel,
	type PersonField,
	readingSkillLabel,
	situationLabel,
} from '#lib/languages/labels/people.ts';
import { isLanguage, languages, languagesOffered } from '#lib/languages/languages.ts';
import * as slots from '#lib/languages/slots.ts';
import { isDay } from '#lib/law/day.ts';
import { m } from '#lib/paraglide/messages.js';
import { type Label, text } from '#lib/ui/message.ts';

type Values = Readonly<Record<string, string>>;
type Options = readonly { readonly value: string; readonly text: string }[];

const ticks: readonly string[] = [
	'inAzc',
	'hasParticipatiewetBenefit',
	'interpreter',
	'safeContact',
] satisfies readonly PersonField[];

const tongues = languagesOffered.map((value) => ({ value, text: languages[value].dutchName }));
const lists: Readonly<Record<string, Options>> = {
	speaks: tongues,
	reads: tongues,
	situations: Object.entries(situationLabel).map(([value, label]) => ({ value, text: label() })),
} satisfies Partial<Record<PersonField, Options>>;

/** What stands in a field of a person, as one reads it. */
export function fieldText(name: PersonField, values: Values, gemeenten: Options): string {
	const list = lists[name];
	if (list) {
		const said = list.filter((option) => values[`${name}-${option.value}`]);
		return said.map((option) => option.text).join(', ') || m.file_unknown();
	}
	const value = values[name] ?? '';
	if (ticks.includes(name)) return value ? m.file_yes() : m.file_no();
	if (value === '') return m.file_unknown();
	if (name === 'language' && isLanguage(value)) return languages[value].dutchName;
	if (name === 'gemeentecode') return gemeenten.find((one) => one.value === value)?.text ?? value;
	if (isDay(value)) return text(m.plan_when_on, { day: slots.day(value) }, 'nl');
	return words[name]?.[value]?.({}) ?? value;
}

const words: Partial<Record<PersonField, Readonly<Record<string, Label>>>> = {
	groepDetail: groepLabel,
	groepReason: groepReasonLabel,
	canRead: readingSkillLabel,
};
