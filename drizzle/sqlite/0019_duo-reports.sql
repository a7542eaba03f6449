CREATE TABLE `duo_reports` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`number` integer NOT NULL,
	`kind` text NOT NULL,
	`hours` integer NOT NULL,
	`bekend_tot` text NOT NULL,
	`reported_on` text NOT NULL,
	`way` text NOT NULL,
	`lower_reason` text,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `duo_reports_kind` ON `duo_reports` (`person_id`,`kind`,`number`);--> statement-breakpoint
CREATE TRIGGER duo_reports_stay BEFORE UPDATE ON duo_reports BEGIN SELECT RAISE(ABORT, 'duo_reports is append-only'); END;
--> statement-breakpoint
CREATE TRIGGER duo_reports_kept BEFORE DELETE ON duo_reports BEGIN SELECT RAISE(ABORT, 'duo_reports is append-only'); END;
