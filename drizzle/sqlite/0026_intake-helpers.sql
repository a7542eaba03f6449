CREATE TABLE `helpers` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`name_sealed` text NOT NULL,
	`sees` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	`link_number` integer NOT NULL,
	`link_hash` text NOT NULL,
	`link_ends_at` integer NOT NULL,
	`entered_at` integer,
	`secret_hash` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `helpers_link` ON `helpers` (`link_hash`);--> statement-breakpoint
CREATE INDEX `helpers_person` ON `helpers` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `intake_health` (
	`person_id` text PRIMARY KEY NOT NULL,
	`words_sealed` text NOT NULL,
	`revision` integer NOT NULL,
	`updated_by` text NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `intakes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`content_sealed` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `intakes_number` ON `intakes` (`person_id`,`number`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `speaks` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
CREATE TRIGGER intakes_stays BEFORE UPDATE ON intakes BEGIN SELECT RAISE(ABORT, 'intakes is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER intakes_kept BEFORE DELETE ON intakes BEGIN SELECT RAISE(ABORT, 'intakes is append-only'); END;
