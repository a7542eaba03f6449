CREATE TABLE `person_files` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`lines_sealed` text NOT NULL,
	`read_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `person_files_read` ON `person_files` (`read_at`);--> statement-breakpoint
ALTER TABLE `people` ADD `speaks` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `reads` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `other_languages` text;--> statement-breakpoint
ALTER TABLE `people` ADD `can_read` text;--> statement-breakpoint
ALTER TABLE `people` ADD `situations` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `household_id` text;--> statement-breakpoint
CREATE INDEX `people_born` ON `people` (`born_on`);--> statement-breakpoint
CREATE INDEX `people_household` ON `people` (`household_id`);