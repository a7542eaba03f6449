import { m } from '#lib/paraglide/messages.js';
import type { GroepDetail } from '#lib/law/groep.ts';
import type { Label } from '#lib/ui/message.ts';

/** DUO's groepen as staff call them. */
export const groepLabel = {
	asielstatushouder: m.people_groep_asielstatushouder,
	nareiziger: m.people_groep_nareiziger,
	gezinsherenigerMetAsielstatushouder: m.people_groep_gezinshereniger_asiel,
	gezinsvormerMetAsielstatushouder: m.people_groep_gezinsvormer_asiel,
	geestelijkBedienaar: m.people_groep_geestelijk,
	gezinshereniger: m.people_groep_gezinshereniger,
	gezinsvormer: m.people_groep_gezinsvormer,
	overig: m.people_groep_overig,
} satisfies Record<GroepDetail, Label>;
