CREATE TABLE `readings` (
	`pip_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`first_read_at` integer NOT NULL,
	FOREIGN KEY (`pip_id`) REFERENCES `pips`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `readings_person` ON `readings` (`person_id`);--> statement-breakpoint
CREATE TABLE `understandings` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`pip_id` text NOT NULL,
	`agreement_id` text NOT NULL,
	`answer` text NOT NULL,
	`at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pip_id`) REFERENCES `pips`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `understandings_agreement` ON `understandings` (`person_id`,`agreement_id`);--> statement-breakpoint
CREATE INDEX `understandings_waiting` ON `understandings` (`settled_at`,`at`);