import { m } from '#lib/paraglide/messages.js';

/**
 * The words of which the mother tongue may be put away by who chose so, per area of the catalogue: names of places,
 * questions and buttons of the interface. Whatever is not in this list is always in both languages: decisions, dates
 * that count, fines, consent, errors, what became of hours, and every message that nobody thought of here.
 */
export const foldableByArea = {
	activity: [
		m.activity_budget_training,
		m.activity_culture_club,
		m.activity_cycling_lesson,
		m.activity_empowerment_lesson,
		m.activity_gp_visit,
		m.activity_internship,
		m.activity_maatschappelijke_begeleiding,
		m.activity_other,
		m.activity_sports_club,
		m.activity_swimming_lesson,
		m.activity_taalcafe,
		m.activity_taalhuis,
		m.activity_taalles,
		m.activity_taalmaatje,
		m.activity_volunteering,
		m.activity_work_experience,
		m.activity_work_track,
	],
	component: [
		m.component_begeleiding,
		m.component_budgetbeheer,
		m.component_housing,
		m.component_module_map,
		m.component_participation,
		m.component_pvt,
		m.component_self_reliance,
		m.component_taalles,
		m.component_taalmaatje,
		m.component_talk,
	],
	contact: [m.contact_title, m.contact_what],
	help: [m.help_title, m.help_partners_title],
	hours: [
		m.hours_add,
		m.hours_back,
		m.hours_change,
		m.hours_continue,
		m.hours_duration_hint,
		m.hours_duration_own,
		m.hours_duration_question,
		m.hours_list_all,
		m.hours_list_title,
		m.hours_next,
		m.hours_no,
		m.hours_start_button,
		m.hours_start_intro,
		m.hours_start_new,
		m.hours_start_title,
		m.hours_start_unfinished,
		m.hours_step_of,
		m.hours_what_note,
		m.hours_what_note_hint,
		m.hours_what_question,
		m.hours_when_other,
		m.hours_when_question,
		m.hours_when_today,
		m.hours_when_yesterday,
		m.hours_where_dutch,
		m.hours_where_elsewhere,
		m.hours_where_hint,
		m.hours_where_known,
		m.hours_where_name,
		m.hours_where_question,
		m.hours_where_together,
		m.hours_yes,
	],
	page: [m.page_skip],
	privacy: [m.privacy_link],
	signout: [m.signout_button],
	tab: [m.tab_help, m.tab_hours, m.tab_messages, m.tab_plan, m.tab_today],
	today: [
		m.today_declare_button,
		m.today_declare_text,
		m.today_declare_title,
		m.today_hours_link,
		m.today_hours_title,
		m.today_plan_button,
		m.today_title,
	],
} as const;

const foldable = new Set<unknown>(Object.values(foldableByArea).flat());

/** Whether the mother tongue of this message may be put away. */
export function mayFold(message: unknown): boolean {
	return foldable.has(message);
}
