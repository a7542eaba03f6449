CREATE TABLE `hour_sample_looks` (
	`event_id` text PRIMARY KEY NOT NULL,
	`outcome` text NOT NULL,
	`looked_by` text NOT NULL,
	`looked_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `hour_samples`(`event_id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `hour_samples` (
	`event_id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`person_id` text NOT NULL,
	`decided_by` text NOT NULL,
	`drawn_at` integer NOT NULL,
	FOREIGN KEY (`event_id`) REFERENCES `hour_events`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`entry_id`) REFERENCES `hour_entries`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `hour_samples_drawn` ON `hour_samples` (`drawn_at`);--> statement-breakpoint
CREATE INDEX `hour_samples_entry` ON `hour_samples` (`entry_id`);--> statement-breakpoint
ALTER TABLE `accounts` ADD `desk_keys` integer;--> statement-breakpoint
ALTER TABLE `hour_entries` ADD `made_at` integer;--> statement-breakpoint
ALTER TABLE `hour_events` ADD `undoes` integer;--> statement-breakpoint
CREATE INDEX `hour_events_actor` ON `hour_events` (`actor`,`at`);--> statement-breakpoint
CREATE TRIGGER hour_samples_stay BEFORE UPDATE ON hour_samples BEGIN SELECT RAISE(ABORT, 'hour_samples is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER hour_samples_kept BEFORE DELETE ON hour_samples BEGIN SELECT RAISE(ABORT, 'hour_samples is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER hour_sample_looks_stay BEFORE UPDATE ON hour_sample_looks BEGIN SELECT RAISE(ABORT, 'hour_sample_looks is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER hour_sample_looks_kept BEFORE DELETE ON hour_sample_looks BEGIN SELECT RAISE(ABORT, 'hour_sample_looks is append-only'); END;
