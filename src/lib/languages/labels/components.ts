import { m } from '#lib/paraglide/messages.js';
import type { Component } from '#lib/server/tenants/components.ts';
import type { Label } from '#lib/ui/message.ts';

/** What an organisation helps with, as a newcomer would say it. */
export const componentLabel = {
	housing: m.component_housing,
	handover: m.component_handover,
	benefit: m.component_benefit,
	ontzorgen: m.component_ontzorgen,
	budgetbeheer: m.component_budgetbeheer,
	maatschappelijkeBegeleiding: m.component_begeleiding,
	financialSelfReliance: m.component_self_reliance,
	bredeIntake: m.component_intake,
	pip: m.component_pip,
	taalles: m.component_taalles,
	taalmaatje: m.component_taalmaatje,
	pvt: m.component_pvt,
	moduleMap: m.component_module_map,
	participation: m.component_participation,
	voortgangsgesprek: m.component_talk,
	pipRevision: m.component_pip_revision,
	enforcement: m.component_enforcement,
	closing: m.component_closing,
} satisfies Record<Component, Label>;
