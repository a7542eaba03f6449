import { type GoalId, goalIds, goalSentence } from '#lib/languages/sentences/goals.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Theme } from '#lib/server/pip/content.ts';
import type { DecidedKey, ItemKey } from '#lib/server/pip/decided-shown.ts';
import type { Label, Message } from '#lib/ui/message.ts';

/** What was decided besides route and numbers; the gaps of each are the slots that come with it. */
export const decidedText = {
	alfabetiseringA: m.plan_decided_alfabetisering_a,
	alfabetiseringAA: m.plan_decided_alfabetisering_aa,
	opleidingAfmaken: m.plan_decided_opleiding,
	toestemmingA2: m.plan_decided_a2,
	examenwens: m.plan_decided_examenwens,
	pvtBy: m.plan_decided_pvt_by,
	pvtMeetings: m.plan_decided_pvt_meetings,
	pvtAbout: m.plan_decided_pvt_about,
	pvtLastOn: m.plan_decided_pvt_last_on,
	moduleMapBy: m.plan_decided_map_by,
	moduleMapPraktijk: m.plan_decided_map_praktijk,
	moduleMapLastOn: m.plan_decided_map_last_on,
	kindVve: m.plan_decided_vve,
	begeleiding: m.plan_decided_begeleiding,
	ontzorgen: m.plan_decided_ontzorgen,
	ontzorgenSelf: m.plan_decided_ontzorgen_self,
	zelfredzaamheid: m.plan_decided_zelfredzaamheid,
	pwBijlagen: m.plan_decided_bijlagen,
	mandaat: m.plan_decided_mandaat,
	mandaatOrganisation: m.plan_decided_mandaat_organisation,
	contactpersoon: m.plan_decided_contact,
	contactpersoonPhone: m.plan_decided_contact_phone,
} as unknown as Record<DecidedKey, Message>;

/** The parts of a line of the formal part. */
export const itemText = {
	LE: m.plan_item_le,
	LU: m.plan_item_lu,
	SC: m.plan_item_sc,
	SP: m.plan_item_sp,
	KNM: m.plan_item_knm,
	vrijheid: m.plan_item_vrijheid,
	gelijkwaardigheid: m.plan_item_gelijkwaardigheid,
	solidariteit: m.plan_item_solidariteit,
	participatie: m.plan_item_participatie,
	werk: m.plan_item_werk,
	stage: m.plan_item_stage,
	vrijwilligerswerk: m.plan_item_vrijwilligerswerk,
	werkbezoek: m.plan_item_werkbezoek,
	huur: m.plan_item_huur,
	gas: m.plan_item_gas,
	water: m.plan_item_water,
	elektra: m.plan_item_elektra,
	zorgverzekering: m.plan_item_zorgverzekering,
	'bijlage-recht': m.plan_item_bijlage_recht,
	'bijlage-plichten': m.plan_item_bijlage_plichten,
	'bijlage-ontzorgen': m.plan_item_bijlage_ontzorgen,
} as unknown as Record<ItemKey, Message>;

/** What somebody wants to reach. */
export const goalText = Object.fromEntries(
	goalIds.map((id) => [id, goalSentence(id)?.message]),
) as Record<GoalId, Label>;

/** The picture of the part of life that a goal is about. */
export const themeIcon = {
	language: 'translate',
	work: 'briefcase',
	education: 'graduation-cap',
	money: 'wallet',
	home: 'house',
	children: 'users-three',
	people: 'hand-heart',
} as const satisfies Record<Theme, string>;

/** The part of life that a goal is about, as staff choose it. */
export const themeLabel = {
	language: m.editor_theme_language,
	work: m.editor_theme_work,
	education: m.editor_theme_education,
	money: m.editor_theme_money,
	home: m.editor_theme_home,
	children: m.editor_theme_children,
	people: m.editor_theme_people,
} satisfies Record<Theme, Label>;
