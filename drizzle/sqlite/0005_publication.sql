CREATE TABLE `planned_talks` (
	`person_id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`held_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`place` text NOT NULL,
	`interpreter` text NOT NULL,
	`interpreter_language` text,
	`late_reason_sealed` text,
	`planning` integer NOT NULL,
	`planned_by` text NOT NULL,
	`planned_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `planned_talks_held` ON `planned_talks` (`held_on`);--> statement-breakpoint
CREATE TABLE `sending_choices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`way` text NOT NULL,
	`chosen_on` text NOT NULL,
	`at_desk` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sending_choices_person` ON `sending_choices` (`person_id`,`kind`,`number`);--> statement-breakpoint
CREATE TABLE `sendings` (
	`pip_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`way` text NOT NULL,
	`sent_on` text,
	`confirmed_by` text,
	`confirmed_at` integer,
	FOREIGN KEY (`pip_id`) REFERENCES `pips`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `sendings_waiting` ON `sendings` (`sent_on`);--> statement-breakpoint
CREATE INDEX `sendings_person` ON `sendings` (`person_id`);--> statement-breakpoint
ALTER TABLE `pip_drafts` ADD `saved_from` text;