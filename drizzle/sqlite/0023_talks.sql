CREATE TABLE `talk_answers` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`question` text NOT NULL,
	`number` integer NOT NULL,
	`content_sealed` text NOT NULL,
	`language` text NOT NULL,
	`key` text NOT NULL,
	`said_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `talk_answers_number` ON `talk_answers` (`item_id`,`question`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `talk_answers_key` ON `talk_answers` (`person_id`,`key`);--> statement-breakpoint
CREATE TABLE `talk_remarks` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`words_sealed` text,
	`language` text NOT NULL,
	`version` integer NOT NULL,
	`key` text NOT NULL,
	`said_by` text NOT NULL,
	`said_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `talk_remarks_number` ON `talk_remarks` (`item_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `talk_remarks_key` ON `talk_remarks` (`person_id`,`key`);--> statement-breakpoint
CREATE TABLE `talk_report_drafts` (
	`item_id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`content_sealed` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `talk_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`person_id` text NOT NULL,
	`version` integer NOT NULL,
	`held_on` text NOT NULL,
	`content_sealed` text NOT NULL,
	`from_revision` integer NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `agenda_items`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `talk_reports_version` ON `talk_reports` (`item_id`,`version`);--> statement-breakpoint
CREATE INDEX `talk_reports_person` ON `talk_reports` (`person_id`,`held_on`);--> statement-breakpoint
CREATE TRIGGER talk_answers_stays BEFORE UPDATE ON talk_answers BEGIN SELECT RAISE(ABORT, 'talk_answers is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER talk_answers_kept BEFORE DELETE ON talk_answers BEGIN SELECT RAISE(ABORT, 'talk_answers is append-only'); END;--> statement-breakpoint
CREATE TRIGGER talk_reports_stays BEFORE UPDATE ON talk_reports BEGIN SELECT RAISE(ABORT, 'talk_reports is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER talk_reports_kept BEFORE DELETE ON talk_reports BEGIN SELECT RAISE(ABORT, 'talk_reports is append-only'); END;--> statement-breakpoint
CREATE TRIGGER talk_remarks_stays BEFORE UPDATE ON talk_remarks BEGIN SELECT RAISE(ABORT, 'talk_remarks is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER talk_remarks_kept BEFORE DELETE ON talk_remarks BEGIN SELECT RAISE(ABORT, 'talk_remarks is append-only'); END;
