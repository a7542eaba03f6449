import { stepSourceLabel } from '#lib/languages/labels/dossier.ts';
import { itemText } from '#lib/languages/labels/plan-parts.ts';
import { ballLabel } from '#lib/languages/labels/dossier.ts';
import { stepLabel } from '#lib/languages/labels/pip.ts';
import { waitingLabel } from '#lib/languages/labels/waiting.ts';
import * as slots from '#lib/languages/slots.ts';
import type { Slot } from '#lib/languages/slots.ts';
import type { BallHolder } from '#lib/law/ball.ts';
import type { FactKey } from '#lib/law/facts.ts';
import type { StepKey } from '#lib/law/timeline.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ModuleMapTheme, Step, StepKind } from '#lib/server/modules/modules.ts';
import type { Entry, EntrySource, What } from '#lib/server/timeline/timeline.ts';
import type { IconName } from '#lib/ui/Icon.svelte';
import type { Label, Message } from '#lib/ui/message.ts';

/** A text with its facts. */
export interface Told {
	readonly message: Message;
	readonly slots: Readonly<Record<string, Slot>>;
}

/** The least hours of PVT and of the practice of the MAP, which the law fixes. */
export interface LeastHours {
	readonly pvt: number;
	readonly moduleMap: number;
}

/** What was written down, as the inburgeraar reads it; an exam says by its outcome. */
const recordedText = {
	linked: m.timeline_rec_linked,
	regeldag: m.timeline_rec_regeldag,
	tenancySigned: m.timeline_rec_tenancy,
	benefitAsked: m.timeline_rec_benefit_asked,
	benefitBegan: m.timeline_rec_benefit,
	begeleidingBegan: m.timeline_rec_begeleiding,
	oproep: m.step_oproep,
	leerbaarheidstoets: m.step_leerbaarheidstoets,
	intakeTalk: m.step_intake_talk,
	heardAlone: m.timeline_rec_heard_alone,
	intakeCompleted: m.timeline_rec_intake_done,
	intakeInAbsence: m.timeline_rec_intake_absent,
	offered: m.timeline_rec_offered,
	lessonsBegan: m.timeline_rec_lessons,
	taalschakeltrajectBegan: m.timeline_rec_taalschakel,
	pvtHours: m.timeline_rec_pvt_hours,
	pvtActivity: m.timeline_rec_pvt_activity,
	pvtSigned: m.timeline_rec_pvt_signed,
	moduleMapTheme: m.timeline_rec_map_theme,
	moduleMapPractice: m.timeline_rec_map_practice,
	moduleMapEindgesprek: m.timeline_rec_map_talk,
	examPlanned: m.timeline_rec_exam_planned,
	exam: m.timeline_rec_exam_not_passed,
	eindgesprekPlanned: m.timeline_rec_talk_planned,
	eindgesprekHeld: m.timeline_rec_talk_held,
	diploma: m.timeline_rec_diploma,
	certificate: m.timeline_rec_certificate,
	workTrackEnded: m.timeline_rec_track,
	aftercareEnds: m.timeline_rec_aftercare,
} as unknown as Record<StepKind, Message>;

/** What was written down, of the kinds that say no number. */
export function recordedLabel(kind: StepKind): Label {
	return recordedText[kind];
}

export const themeText = {
	orientation: m.map_theme_orientation,
	realisticPicture: m.map_theme_realistic,
	chances: m.map_theme_chances,
	workSkills: m.map_theme_work_skills,
	professionalSkills: m.map_theme_professional,
	network: m.map_theme_network,
	findingWork: m.map_theme_finding,
	workCulture: m.map_theme_culture,
} satisfies Record<ModuleMapTheme, Label>;

/** The themes of the MAP, in the order of the law. */
export const moduleMapThemes = Object.keys(themeText) as readonly ModuleMapTheme[];

/** Which exam or theme a step is about. */
export const partText: Readonly<Record<NonNullable<Step['part']>, Label>> = {
	LE: itemText.LE,
	LU: itemText.LU,
	SC: itemText.SC,
	SP: itemText.SP,
	KNM: itemText.KNM,
	...themeText,
};

/** What stands there, in a few words; of an exam or a theme first which one. */
export function told(what: What, least: LeastHours): readonly Told[] {
	if (what.kind === 'step') return [plain(stepLabel[what.key])];
	if (what.kind === 'waiting') return [plain(waitingLabel[what.line.waitsFor])];
	return recordedTold(what.step, least);
}

/** What was written down, in a few words. */
export function recordedTold(step: Step, least: LeastHours): readonly Told[] {
	const { kind, outcome, part } = step;
	const message = outcome === 'geslaagd' ? m.timeline_rec_exam_passed : recordedText[kind];
	const hours = { pvtHours: least.pvt, moduleMapPractice: least.moduleMap }[kind as string];
	const said = { message, slots: hours === undefined ? {} : { hours: slots.hours(hours) } };
	return part === null ? [said] : [said, plain(partText[part])];
}

function plain(message: Label): Told {
	return { message: message, slots: {} };
}

/** Whose move it is. */
export const holderLabel = {
	...ballLabel,
	duo: m.timeline_ball_duo,
	partner: m.timeline_ball_partner,
} satisfies Record<BallHolder, Label>;

export const holderIcon = {
	person: 'user',
	school: 'graduation-cap',
	gemeente: 'buildings',
	duo: 'bank',
	partner: 'handshake',
} as const satisfies Record<BallHolder, IconName>;

/** Where a day comes from, as the inburgeraar reads it. */
export const entrySourceLabel = {
	...stepSourceLabel,
	...ofFacts(stepSourceLabel.duo, ['notifiedOn', 'extendedUntil', 'interruptionDays']),
	...ofFacts(stepSourceLabel.coa, ['linkedOn']),
	...ofFacts(m.timeline_source_plan, ['firstDagtekeningOn', 'dagtekeningOn', 'bekendmakingOn']),
} as Partial<Record<EntrySource, Label>>;

function ofFacts(label: Label, keys: readonly FactKey[]): Partial<Record<FactKey, Label>> {
	return Object.fromEntries(keys.map((key) => [key, label]));
}

/** The rest is known to the gemeente. */
export function sourceOf(source: EntrySource): Label {
	return entrySourceLabel[source] ?? stepSourceLabel.gemeente;
}

/** The picture of a thing on the timeline. */
export function iconOf({ what }: Entry): IconName {
	if (what.kind === 'waiting') return 'clock-user';
	return what.kind === 'step' ? stepIcon[what.key] : recordedIcon[what.step.kind];
}

const stepIcon = {
	plicht: 'envelope-simple',
	registration: 'house-line',
	voorinburgering: 'tent',
	maatschappelijkeBegeleiding: 'handshake',
	ontzorgen: 'receipt',
	oproep: 'envelope-open',
	leerbaarheidstoets: 'exam',
	bredeIntake: 'chats-circle',
	pip: 'path',
	pipAfterMove: 'path',
	bezwaar: 'hand-palm',
	termijn: 'flag-checkered',
	offer: 'books',
	taalschakeltraject: 'graduation-cap',
	wisselen: 'signpost',
	pvt: 'signature',
	moduleMap: 'identification-badge',
	leerroute: 'chalkboard-teacher',
	certificate: 'certificate',
	verlenging: 'calendar-plus',
	bothLanguages: 'translate',
	maatschappelijkeBegeleidingTarget: 'handshake',
	ontzorgenTarget: 'receipt',
	intakeTalk: 'chats-circle',
	voortgangsgesprek: 'calendar-check',
	pvtTarget: 'signature',
	moduleMapTarget: 'identification-badge',
} as const satisfies Record<StepKey, IconName>;

export const recordedIcon = {
	linked: 'tent',
	regeldag: 'list-checks',
	tenancySigned: 'key',
	benefitAsked: 'hand-coins',
	benefitBegan: 'coins',
	begeleidingBegan: 'handshake',
	oproep: 'envelope-open',
	leerbaarheidstoets: 'exam',
	intakeTalk: 'chats-circle',
	heardAlone: 'lock-key',
	intakeCompleted: 'chats-circle',
	intakeInAbsence: 'chats-circle',
	offered: 'books',
	lessonsBegan: 'chalkboard-teacher',
	taalschakeltrajectBegan: 'graduation-cap',
	pvtHours: 'clock',
	pvtActivity: 'users-three',
	pvtSigned: 'signature',
	moduleMapTheme: 'briefcase',
	moduleMapPractice: 'hard-hat',
	moduleMapEindgesprek: 'chats-circle',
	examPlanned: 'calendar-dot',
	exam: 'exam',
	eindgesprekPlanned: 'calendar-dot',
	eindgesprekHeld: 'chats-circle',
	diploma: 'certificate',
	certificate: 'certificate',
	workTrackEnded: 'briefcase',
	aftercareEnds: 'handshake',
} as const satisfies Record<StepKind, IconName>;
