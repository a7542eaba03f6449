CREATE TABLE `contact_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`channel` text NOT NULL,
	`address_sealed` text NOT NULL,
	`code_sealed` text NOT NULL,
	`attempts` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `contact_codes_person` ON `contact_codes` (`person_id`,`sent_at`);--> statement-breakpoint
CREATE TABLE `person_contacts` (
	`person_id` text PRIMARY KEY NOT NULL,
	`address_sealed` text,
	`phone_key` text,
	`phone_verified_at` integer,
	`email_key` text,
	`email_verified_at` integer,
	`safe_contact_said_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `submission_events` (
	`id` text PRIMARY KEY NOT NULL,
	`submission_id` text NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`words_sealed` text,
	`key` text NOT NULL,
	`said_by` text NOT NULL,
	`said_at` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submissions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `submission_events_number` ON `submission_events` (`submission_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `submission_events_key` ON `submission_events` (`submission_id`,`key`);--> statement-breakpoint
CREATE INDEX `submission_events_person` ON `submission_events` (`person_id`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`reference` text NOT NULL,
	`pip_id` text,
	`timing` text,
	`last_on` text,
	`content_sealed` text NOT NULL,
	`language` text NOT NULL,
	`key` text NOT NULL,
	`handed_in_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pip_id`) REFERENCES `pips`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_key` ON `submissions` (`person_id`,`key`);--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_reference` ON `submissions` (`reference`);--> statement-breakpoint
CREATE INDEX `submissions_handed_in` ON `submissions` (`kind`,`handed_in_at`);--> statement-breakpoint
CREATE TRIGGER submissions_stays BEFORE UPDATE ON submissions BEGIN SELECT RAISE(ABORT, 'submissions is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER submissions_kept BEFORE DELETE ON submissions BEGIN SELECT RAISE(ABORT, 'submissions is append-only'); END;--> statement-breakpoint
CREATE TRIGGER submission_events_stays BEFORE UPDATE ON submission_events BEGIN SELECT RAISE(ABORT, 'submission_events is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER submission_events_kept BEFORE DELETE ON submission_events BEGIN SELECT RAISE(ABORT, 'submission_events is append-only'); END;
