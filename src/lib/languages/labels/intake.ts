import { m } from '#lib/paraglide/messages.js';
import type { ToetsResult } from '#lib/law/intake.ts';
import type { Prefilled, Score, ScoreKey } from '#lib/server/intake/intake.ts';
import type { Label } from '#lib/ui/message.ts';

/** The three scores and their scales, as staff read them. */
export const scoreLabel = {
	taal: m.intake_taal,
	arbeid: m.intake_arbeid,
	zelfredzaamheid: m.intake_zelf,
} satisfies Record<ScoreKey, Label>;

export const scaleLabel = {
	taal: {
		belowA1: m.intake_taal_below,
		A1: m.intake_taal_a1,
		A2: m.intake_taal_a2,
		B1: m.intake_taal_b1,
		aboveB1: m.intake_taal_above,
	},
	arbeid: {
		alone: m.intake_arbeid_1,
		contacts: m.intake_arbeid_2,
		organised: m.intake_arbeid_3,
		unpaid: m.intake_arbeid_4,
		supported: m.intake_arbeid_5,
		paid: m.intake_arbeid_6,
	},
	zelfredzaamheid: {
		always: m.intake_zelf_1,
		often: m.intake_zelf_2,
		some: m.intake_zelf_3,
		seldom: m.intake_zelf_4,
		never: m.intake_zelf_5,
	},
} satisfies { readonly [Key in ScoreKey]: Record<Score<Key>, Label> };

export const toetsLabel = {
	haalbaar: m.intake_toets_yes,
	nietHaalbaar: m.intake_toets_no,
	onbekend: m.intake_toets_unknown,
} satisfies Record<ToetsResult, Label>;

/** What the first draft of the plan begins with. */
export const prefilledLabel = {
	leerroute: m.intake_field_route,
	courseHours: m.intake_field_course,
	pvtHours: m.intake_field_pvt,
	moduleMapHours: m.intake_field_map,
	voortgangsgesprekken: m.intake_field_talks,
	goal: m.intake_field_goal,
	kindVve: m.intake_field_vve,
	ontzorgen: m.intake_field_ontzorgen,
	agreements: m.intake_field_agreements,
} satisfies Record<Prefilled['field'], Label>;

/** Where it comes from; of the law with its article. */
export const prefilledFrom = {
	intake: m.intake_from_intake,
	policy: m.intake_from_policy,
	catalogue: m.intake_from_catalogue,
	open: m.intake_from_open,
} satisfies Record<Exclude<Prefilled['from'], 'law'>, Label>;
