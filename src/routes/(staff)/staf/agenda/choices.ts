import { activityLabel } from '#lib/languages/labels/activities.ts';
import { agendaKindLabel, bringLabel } from '#lib/languages/labels/agenda.ts';
import {
	planningInterpreterLabel,
	planningReasonLabel,
	weekdayLabel,
} from '#lib/languages/labels/planning.ts';
import { languages } from '#lib/languages/languages.ts';
import { activityIds } from '#lib/server/tenants/activities.ts';
import { type Label, text } from '#lib/ui/message.ts';

/** The choices of the forms of the agenda, in Dutch. */
export const kindChoices = choicesOf(agendaKindLabel);
export const reasonChoices = choicesOf(planningReasonLabel);
export const interpreterChoices = choicesOf(planningInterpreterLabel);
export const bringChoices = choicesOf(bringLabel);
export const weekdayChoices = choicesOf(weekdayLabel);

/** As what the hours of an activity can be counted: not what has a module of its own, nor what needs own words. */
export const activityChoices = activityIds
	.filter((id) => !['pvt', 'moduleMap', 'taalles', 'other'].includes(id))
	.map((value) => ({ value, text: text(activityLabel[value], {}, 'nl') }));

export const languageChoices = Object.entries(languages)
	.filter(([tag]) => tag !== 'nl')
	.map(([value, { dutchName }]) => ({ value, text: dutchName }));

function choicesOf(labels: Readonly<Record<string, Label>>) {
	return Object.entries(labels).map(([value, label]) => ({ value, text: text(label, {}, 'nl') }));
}
