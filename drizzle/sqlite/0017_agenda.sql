CREATE TABLE `agenda_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`occurrence_on` text NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`is_coming` integer NOT NULL,
	`reason_sealed` text,
	`answered_for` text NOT NULL,
	`key` text NOT NULL,
	`said_by` text NOT NULL,
	`said_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_answers_number` ON `agenda_answers` (`item_id`,`occurrence_on`,`person_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_answers_key` ON `agenda_answers` (`person_id`,`key`);--> statement-breakpoint
CREATE INDEX `agenda_answers_person` ON `agenda_answers` (`person_id`,`occurrence_on`);--> statement-breakpoint
CREATE TABLE `agenda_attendance` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`occurrence_on` text NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`presence` text NOT NULL,
	`minutes` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_attendance_number` ON `agenda_attendance` (`item_id`,`occurrence_on`,`person_id`,`number`);--> statement-breakpoint
CREATE INDEX `agenda_attendance_person` ON `agenda_attendance` (`person_id`,`occurrence_on`);--> statement-breakpoint
CREATE TABLE `agenda_cohorts` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeentecode` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`partner_id` text,
	`owner_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
) STRICT;
--> statement-breakpoint
CREATE INDEX `agenda_cohorts_gemeente` ON `agenda_cohorts` (`gemeentecode`,`name`);--> statement-breakpoint
CREATE TABLE `agenda_exceptions` (
	`item_id` text NOT NULL,
	`occurrence_on` text NOT NULL,
	`is_cancelled` integer NOT NULL,
	`starts_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`minutes` integer NOT NULL,
	`place` text,
	`address` text,
	`with_whom` text,
	`reason` text NOT NULL,
	`revision` integer NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`item_id`, `occurrence_on`),
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `agenda_exceptions_day` ON `agenda_exceptions` (`starts_on`);--> statement-breakpoint
CREATE TABLE `agenda_items` (
	`id` text PRIMARY KEY NOT NULL,
	`gemeentecode` text NOT NULL,
	`person_id` text,
	`cohort_id` text,
	`kind` text NOT NULL,
	`subject` text,
	`starts_on` text NOT NULL,
	`starts_at` text NOT NULL,
	`minutes` integer NOT NULL,
	`rule` text,
	`until` text NOT NULL,
	`place` text,
	`address` text,
	`with_whom` text,
	`interpreter` text NOT NULL,
	`interpreter_language` text,
	`bring` text NOT NULL,
	`source` text NOT NULL,
	`source_key` text,
	`revision` integer NOT NULL,
	`cancelled_at` integer,
	`cancel_reason` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`changed_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cohort_id`) REFERENCES `agenda_cohorts`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `agenda_items_person` ON `agenda_items` (`person_id`,`until`);--> statement-breakpoint
CREATE INDEX `agenda_items_cohort` ON `agenda_items` (`cohort_id`,`until`);--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_items_source` ON `agenda_items` (`source_key`);--> statement-breakpoint
CREATE TABLE `agenda_members` (
	`id` text PRIMARY KEY NOT NULL,
	`cohort_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from_on` text NOT NULL,
	`until` text,
	`added_by` text NOT NULL,
	`added_at` integer NOT NULL,
	FOREIGN KEY (`cohort_id`) REFERENCES `agenda_cohorts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `agenda_members_once` ON `agenda_members` (`cohort_id`,`person_id`,`from_on`);--> statement-breakpoint
CREATE INDEX `agenda_members_person` ON `agenda_members` (`person_id`);
--> statement-breakpoint
CREATE TRIGGER agenda_answers_stay BEFORE UPDATE ON agenda_answers BEGIN SELECT RAISE(ABORT, 'agenda_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER agenda_answers_kept BEFORE DELETE ON agenda_answers BEGIN SELECT RAISE(ABORT, 'agenda_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER agenda_attendance_stay BEFORE UPDATE ON agenda_attendance BEGIN SELECT RAISE(ABORT, 'agenda_attendance is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER agenda_attendance_kept BEFORE DELETE ON agenda_attendance BEGIN SELECT RAISE(ABORT, 'agenda_attendance is append-only'); END;
