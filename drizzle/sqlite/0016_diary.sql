CREATE TABLE `call_wishes` (
	`person_id` text PRIMARY KEY NOT NULL,
	`asked_at` integer NOT NULL,
	`called_on` text,
	`called_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `call_wishes_waiting` ON `call_wishes` (`called_on`,`asked_at`);--> statement-breakpoint
CREATE TABLE `diary_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`content_sealed` text NOT NULL,
	`shared_at` integer,
	`shares_words` integer NOT NULL,
	`revision` integer NOT NULL,
	`written_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `diary_lines_person` ON `diary_lines` (`person_id`,`written_at`);--> statement-breakpoint
CREATE TABLE `nudge_answers` (
	`person_id` text PRIMARY KEY NOT NULL,
	`answered_on` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `hour_entries_person_received` ON `hour_entries` (`person_id`,`received_at`);