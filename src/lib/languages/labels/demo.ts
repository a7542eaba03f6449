import { m } from '#lib/paraglide/messages.js';
import type { Situation } from '#lib/server/demo/personas.ts';
import type { Label } from '#lib/ui/message.ts';

/** For which legal situation a person of the demo stands. */
export const situationLabel = {
	asielZ: m.demo_situation_asiel_z,
	asielB1: m.demo_situation_asiel_b1,
	gezinB1: m.demo_situation_gezin_b1,
	nareizigerO: m.demo_situation_nareiziger_o,
	asielO: m.demo_situation_asiel_o,
	gezinZ: m.demo_situation_gezin_z,
	gezinO: m.demo_situation_gezin_o,
	azc: m.demo_situation_azc,
	lowered: m.demo_situation_lowered,
	wi2013: m.demo_situation_wi2013,
	extended: m.demo_situation_extended,
	noHours: m.demo_situation_no_hours,
	almostDone: m.demo_situation_almost_done,
	newPlan: m.demo_situation_new_plan,
} satisfies Record<Situation, Label>;
