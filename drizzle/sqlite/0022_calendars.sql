CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`shows_content` integer NOT NULL,
	`languages` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_person` ON `calendar_feeds` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `timetable_files` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`lines_sealed` text NOT NULL,
	`read_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `timetable_files_read` ON `timetable_files` (`read_at`);--> statement-breakpoint
CREATE TABLE `timetable_lines` (
	`item_id` text PRIMARY KEY NOT NULL,
	`timetable_id` text NOT NULL,
	`said` text NOT NULL,
	`said_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`timetable_id`) REFERENCES `timetables`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `timetable_lines_timetable` ON `timetable_lines` (`timetable_id`);--> statement-breakpoint
CREATE TABLE `timetables` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_id` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `timetables_name` ON `timetables` (`owner_id`,`name_key`);